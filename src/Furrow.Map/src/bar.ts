// The bar above the map: search, kind, known-at, and the tools.
import type { Acceptance, Found, Programme } from './api';
import { h } from './dom';
import { searchBox } from './search';
import type { MapState } from './state';
import { t } from './words';

export interface BarEvents {
  kind(kind: string): void;
  known(known: number | null): void;
  found(found: Found): void;
  measure(): void;
  print(): void;
  whole(): void;
  here(): void;
}

/** More acceptances than this are not listed; the address still takes any. */
const MOST_LISTED = 300;

export class Bar {
  readonly element: HTMLElement;
  readonly #kind: HTMLSelectElement;
  readonly #known: HTMLSelectElement;

  constructor(programme: Programme, state: MapState, events: BarEvents) {
    this.#kind = h('select', { onchange: () => events.kind(this.#kind.value) },
      ...programme.kinds.map(k => h('option', { value: k, selected: k === state.kind }, t(`kind.${k}`))));
    this.#known = h('select', { onchange: () => events.known(this.#known.value ? Number(this.#known.value) : null) }, ...acceptances(programme));
    const tool = (word: string, act: () => void) => h('button.fm-button', { type: 'button', onclick: act }, t(word));
    this.element = h('div.fm-bar', {},
      searchBox(() => this.#known.value ? Number(this.#known.value) : null, events.found),
      h('label.fm-field', {}, h('span', {}, t('map.kind')), this.#kind),
      h('label.fm-field', {}, h('span', {}, t('map.known-at')), this.#known),
      h('div.fm-buttons', {}, tool('map.whole', events.whole), tool('map.here', events.here), tool('map.measure', events.measure),
        tool('map.print', events.print)));
    this.show(state);
  }

  show(state: MapState): void {
    this.#kind.value = state.kind;
    const known = state.known === null ? '' : String(state.known);
    if (![...this.#known.options].some(o => o.value === known)) this.#known.append(h('option', { value: known }, known));
    this.#known.value = known;
  }
}

function acceptances(programme: Programme): HTMLOptionElement[] {
  const listed = programme.acceptances.slice(-MOST_LISTED).filter(a => a.number < programme.knownAt).toReversed();
  return [
    h('option', { value: '' }, t('map.known-now', programme.knownAt)),
    ...listed.map(a => h('option', { value: String(a.number) }, label(a))),
  ];
}

function label(acceptance: Acceptance): string {
  const undone = acceptance.undo ? [t('map.known-undo')] : [];
  return [acceptance.number, acceptance.at.slice(0, 10), ...undone, t('map.known-reports', acceptance.reports)].join(' · ');
}
