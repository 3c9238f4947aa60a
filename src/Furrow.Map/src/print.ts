// Chooses paper and scale and opens the sheet the server draws for the middle of the map.
import { h } from './dom';
import { nearestScale } from './format';
import { t } from './words';

export const SCALES = [1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000];

/** What the sheet shall show. */
export interface PrintSubject { lat: number; lon: number; date: string; kind: string; known: number | null; metresPerPixel: number }

/** A screen point is a 96th of an inch. */
const POINT_METRES = 0.0254 / 96;

export function printTool(subject: () => PrintSubject): HTMLElement {
  const scale = h('select', { 'aria-label': t('map.scale') }, ...SCALES.map(s => h('option', { value: String(s) }, `1:${s.toLocaleString('en')}`)));
  const paper = choice('map.paper', ['a4', 'a3'], p => p.toUpperCase());
  const orientation = choice('map.paper', ['landscape', 'portrait'], o => t(`map.${o}`));
  const tool = h('section.fm-tool',
    { hidden: true, 'aria-label': t('map.print'), onkeydown: (e: KeyboardEvent) => { if (e.key === 'Escape') tool.hidden = true; } },
    h('button.fm-close', { type: 'button', 'aria-label': t('map.close'), onclick: () => { tool.hidden = true; } }, '×'),
    h('h2', {}, t('map.print')),
    h('p.fm-buttons', {}, scale, paper, orientation),
    h('p.fm-buttons', {},
      h('button.fm-button.fm-primary',
      { type: 'button', onclick: () => window.open(address(subject(), scale.value, paper.value, orientation.value), '_blank', 'noopener') },
      t('map.print-open'))));
  tool.addEventListener('fm-open', () => { scale.value = String(nearestScale(subject().metresPerPixel / POINT_METRES, SCALES)); });
  return tool;
}

export function address(subject: PrintSubject, scale: string, paper: string, orientation: string): string {
  const query = new URLSearchParams({ lon: subject.lon.toFixed(6), lat: subject.lat.toFixed(6), scale, paper, orientation, date: subject.date,
    kind: subject.kind });
  if (subject.known !== null) query.set('knownAt', String(subject.known));
  return `/print?${query}`;
}

function choice(word: string, values: string[], text: (value: string) => string): HTMLSelectElement {
  return h('select', { 'aria-label': t(word) }, ...values.map(v => h('option', { value: v }, text(v))));
}
