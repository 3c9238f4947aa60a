// Distances on the ellipsoid, counted here; areas by the ledger's own exact measure, asked of the server.
import { measure, reasonOf } from './api';
import { h } from './dom';
import { area, length } from './format';
import { type Position, lengthMetres } from './geodesy';
import { language, t } from './words';

export class MeasureTool {
  readonly element: HTMLElement;
  readonly #figures = h('dl.fm-figures', { 'aria-live': 'polite' });
  #points: Position[] = [];
  #asking: AbortController | null = null;

  constructor(private readonly drawn: (points: Position[], closed: boolean) => void, private readonly ended: () => void) {
    this.element = h('section.fm-tool',
      { hidden: true, 'aria-label': t('map.measure'), onkeydown: (e: KeyboardEvent) => { if (e.key === 'Escape') this.end(); } },
      h('button.fm-close', { type: 'button', 'aria-label': t('map.close'), onclick: () => this.end() }, '×'),
      h('h2', {}, t('map.measure')), h('p.fm-small', {}, t('map.measure-hint')), this.#figures,
      h('p.fm-buttons', {},
        h('button.fm-button', { type: 'button', onclick: () => this.#set(this.#points.slice(0, -1)) }, t('map.measure-undo')),
        h('button.fm-button', { type: 'button', onclick: () => this.#set([]) }, t('map.measure-clear'))));
  }

  get isActive(): boolean {
    return !this.element.hidden;
  }

  begin(): void {
    this.element.hidden = false;
    this.#set([]);
  }

  add(at: Position): void {
    this.#set([...this.#points, at]);
  }

  /** On a surface that is new. */
  show(): void {
    if (this.isActive) this.#set(this.#points);
  }

  end(): void {
    if (!this.isActive) return;
    this.element.hidden = true;
    this.#set([]);
    this.ended();
  }

  #set(points: Position[]): void {
    this.#points = points;
    this.#asking?.abort();
    const isArea = points.length > 2;
    this.drawn(points, isArea);
    const lang = language();
    this.#figures.replaceChildren(...figure('map.distance', length(lengthMetres(points), lang)));
    if (!isArea) return;
    this.#figures.append(...figure('map.perimeter', length(lengthMetres([...points, points[0]!]), lang)));
    const asking = this.#asking = new AbortController();
    measure(points, asking.signal)
      .then(answer => answer
        && this.#figures.append(...figure('map.area', area(answer.areaSquareMetres, lang)), ...answer.repairs.map(r => h('dd.fm-small', {}, r))))
      .catch((error: Error) => { if (!asking.signal.aborted) this.#figures.append(h('dd.fm-warn', { role: 'alert' }, reasonOf(error))); });
  }
}

const figure = (word: string, value: string): HTMLElement[] => [h('dt', {}, t(word)), h('dd', {}, value)];
