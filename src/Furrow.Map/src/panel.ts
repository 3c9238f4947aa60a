// The history of one spot, as text: its statuses through time, the reports over it, the hazardous areas they speak of.
import { type Spot, type SpotPoint, type SpotReport, ask, reasonOf } from './api';
import { h } from './dom';
import { area, coordinates, sexagesimal } from './format';
import { swatch } from './legend';
import { language, t } from './words';

export class SpotPanel {
  readonly element: HTMLElement;
  #asking: AbortController | null = null;

  constructor(private readonly closed: () => void) {
    this.element = h('aside.fm-panel',
      { hidden: true, 'aria-label': t('map.spot'), onkeydown: (e: KeyboardEvent) => { if (e.key === 'Escape') this.close(); } });
  }

  async open(at: { lat: number; lon: number }, date: string, known: number | null, focus: boolean): Promise<void> {
    this.#asking?.abort();
    const asking = this.#asking = new AbortController();
    const title = h('h2', { tabIndex: -1 }, t('map.spot'));
    const place = h('p.fm-coords', {}, h('span', {}, coordinates(at.lat, at.lon)), h('span', {}, sexagesimal(at.lat, at.lon)));
    const body = h('div', { 'aria-live': 'polite' }, h('p', {}, t('map.spot-loading')));
    this.element.replaceChildren(h('button.fm-close', { type: 'button', 'aria-label': t('map.close'), onclick: () => this.close() }, '×'), title, place, body);
    this.element.hidden = false;
    if (focus) title.focus({ preventScroll: true });
    try {
      const spot = await ask<Spot>('/api/spot', { lon: at.lon.toFixed(9), lat: at.lat.toFixed(9), date, knownAt: known }, asking.signal);
      if (spot) body.replaceChildren(...contents(spot));
    } catch (error) {
      if (!asking.signal.aborted) body.replaceChildren(h('p.fm-warn', { role: 'alert' }, reasonOf(error)));
    }
  }

  close(): void {
    this.#asking?.abort();
    this.element.hidden = true;
    this.closed();
  }

  /** Closed from outside: the address says so. */
  hide(): void {
    this.#asking?.abort();
    this.element.hidden = true;
  }
}

export function contents(spot: Spot): HTMLElement[] {
  const now = h('p.fm-now', {}, swatch(spot.status), h('strong', {}, t(`status.${spot.status}`)), ` ${t('map.spot-now', spot.date)}`);
  const points = spot.points.length ? [h('h3', {}, t('map.points-here')), h('ul.fm-areas', {}, ...spot.points.map(pointItem))] : [];
  if (spot.reports.length === 0) return [now, h('p.fm-warn', {}, t('map.spot-none')), ...points];
  return [
    now,
    h('h3', {}, t('map.histories')), ...spot.histories.map(history),
    ...(spot.areas.length ? [h('h3', {}, t('map.areas')), h('ul.fm-areas', {}, ...spot.areas.map(areaItem))] : []),
    h('h3', {}, t('map.reports')), h('ol.fm-reports', {}, ...spot.reports.toReversed().map(reportItem)),
    ...points,
  ];
}

function history(group: Spot['histories'][number]): HTMLElement {
  return h('table', {},
    h('caption', {}, group.kinds.map(k => t(`kind.${k}`)).join(', ')),
    h('tbody', {}, ...group.since.toReversed().map(since => h('tr', {},
      h('th', { scope: 'row' }, since.on),
      h('td', {}, swatch(since.status), t(`status.${since.status}`)),
      h('td', {}, since.reportLink ? h('a', { href: since.reportLink }, since.report ?? '') : '')))));
}

function pointItem(item: SpotPoint): HTMLElement {
  return h('li', {}, h('a', { href: item.link }, item.code), ' · ', [t(`effect.${item.effect}`), item.on, item.organisation, item.place,
    item.accuracyMetres ? `± ${item.accuracyMetres} m` : t('map.point-unsure')].filter(Boolean).join(' · '));
}

function areaItem(item: Spot['areas'][number]): HTMLElement {
  return h('li', {}, h('a', { href: item.link }, item.label), item.name ? ` ${item.name}` : '', ' · ', t(`area-state.${item.state}`), ' · ',
    `${area(item.remainingSquareMetres, language())} ${t('map.remaining')}`);
}

function reportItem(report: SpotReport): HTMLElement {
  const moves = report.moves.map(move => {
    const kinds = move.kinds.map(k => t(`kind.${k}`)).join(', ');
    return h('li', {}, move.from === move.to
      ? `${kinds}: ${t(`heading.${move.heading}`)}` : `${kinds}: ${t(`status.${move.from}`)} → ${t(`status.${move.to}`)}`);
  });
  const facts = [
    date(report), t(`report-kind.${report.kind}`), report.organisation, report.team, report.method,
    report.depthSearchedCm ? t('map.depth', report.depthSearchedCm) : '', report.baseline ? t('map.baseline') : '',
  ].filter(Boolean).join(' · ');
  const review = report.review.map(line =>
    h('li', {}, `${t(`review-act.${line.act}`)}: `, h('bdi', {}, line.by), ` ${line.at.slice(0, 10)}`));
  return h('li', {}, h('a', { href: report.link }, report.code), h('span.fm-facts', {}, facts), h('ul', {}, ...moves), h('ul.fm-review', {}, ...review));
}

/** As exactly as it is known. */
function date(report: SpotReport): string {
  return report.precision === 'month' ? report.on.slice(0, 7) : report.precision === 'year' ? report.on.slice(0, 4)
    : report.precision === 'assumed' ? `${report.on} (${t('precision.assumed')})` : report.on;
}
