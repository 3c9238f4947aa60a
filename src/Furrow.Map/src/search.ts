// The search box: coordinates in any notation the server reads, hazardous areas, reports and places.
import { type Found, ask, reasonOf } from './api';
import { h } from './dom';
import { t } from './words';

export function searchBox(known: () => number | null, chosen: (found: Found) => void): HTMLElement {
  const list = h('ul.fm-found', { hidden: true, id: 'fm-found' });
  const input = h('input',
    { type: 'search', placeholder: t('map.search'), 'aria-label': t('map.search'), autocomplete: 'off', 'aria-controls': 'fm-found', dir: 'auto',
    oninput: () => later() });
  let asking: AbortController | null = null;
  let timer = 0;

  const hide = () => { list.hidden = true; };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void run(), 250);
  };
  const pick = (found: Found) => {
    hide();
    chosen(found);
  };
  const item = (found: Found) => h('li', {},
    h('button', { type: 'button', onclick: () => pick(found) },
      h('span.fm-found-kind', {}, t(`map.found.${found.kind}`)), h('strong', {}, found.title), found.detail ? ` ${found.detail}` : ''));

  /** Returns the first hit. */
  async function run(): Promise<Found | null> {
    clearTimeout(timer);
    asking?.abort();
    const q = input.value.trim();
    if (!q) {
      hide();
      return null;
    }
    const mine = asking = new AbortController();
    const answer = await ask<{ results: Found[]; refused: string | null }>('/api/search', { q, knownAt: known() }, mine.signal)
      .catch(error => mine.signal.aborted ? null : { results: [], refused: reasonOf(error) });
    if (mine.signal.aborted) return null;
    const results = answer?.results ?? [];
    list.replaceChildren(...(results.length ? results.map(item) : [h('li.fm-none', { role: 'status' }, answer?.refused ?? t('map.search-none'))]));
    list.hidden = false;
    return results[0] ?? null;
  }

  const form = h('form.fm-search', {
    role: 'search', 'data-full': true,
    onsubmit: (e: SubmitEvent) => {
      e.preventDefault();
      e.stopPropagation();
      void run().then(first => first && pick(first));
    },
    onkeydown: (e: KeyboardEvent) => {
      const buttons = [...list.querySelectorAll('button')];
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
      if (e.key === 'Escape') hide();
      else if (e.key === 'ArrowDown') (buttons[at + 1] ?? buttons[0])?.focus();
      else if (e.key === 'ArrowUp') (at > 0 ? buttons[at - 1] : input)?.focus();
      else return;
      e.preventDefault();
    },
    onfocusout: (e: FocusEvent) => { if (!form.contains(e.relatedTarget as Node | null)) hide(); },
  }, input, list);
  return form;
}
