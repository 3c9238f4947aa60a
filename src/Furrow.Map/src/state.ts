// The state of the map as its address says it. Names are those of every page: date, known, kind; the map adds at, spot and off.

export interface View { zoom: number; lat: number; lon: number }

export interface MapState {
  /** Null: show all land. */
  view: View | null;
  /** yyyy-MM-dd; null: today. */
  date: string | null;
  kind: string;
  /** Acceptance number; null: now. */
  known: number | null;
  spot: { lat: number; lon: number } | null;
  /** Layers switched off. */
  off: string[];
}

export const OVERALL = 'overall';

const number = (text: string | undefined, most: number): number | null => {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) && Math.abs(value) <= most ? value : null;
};

export function readState(search: string): MapState {
  const query = new URLSearchParams(search);
  const [zoom, viewLat, viewLon] = (query.get('at') ?? '').split('/');
  const [spotLat, spotLon] = (query.get('spot') ?? '').split('/');
  const view = { zoom: number(zoom, 24), lat: number(viewLat, 90), lon: number(viewLon, 180) };
  const spot = { lat: number(spotLat, 90), lon: number(spotLon, 180) };
  const date = query.get('date');
  const known = query.get('known');
  return {
    view: view.zoom !== null && view.lat !== null && view.lon !== null ? view as View : null,
    date: date && isDate(date) ? date : null,
    kind: query.get('kind') || OVERALL,
    known: known && /^\d{1,9}$/.test(known) ? Number(known) : null,
    spot: spot.lat !== null && spot.lon !== null ? spot as { lat: number; lon: number } : null,
    off: (query.get('off') ?? '').split(',').filter(Boolean),
  };
}

/** The address's query with this state in it; other words stay, what is as by default is left out. */
export function writeState(search: string, state: MapState): string {
  const query = new URLSearchParams(search);
  const put = (name: string, value: string | null) => { if (value) query.set(name, value); else query.delete(name); };
  put('at', state.view && `${round(state.view.zoom, 2)}/${round(state.view.lat, 5)}/${round(state.view.lon, 5)}`);
  put('date', state.date);
  put('kind', state.kind === OVERALL ? null : state.kind);
  put('known', state.known === null ? null : String(state.known));
  put('spot', state.spot && `${round(state.spot.lat, 6)}/${round(state.spot.lon, 6)}`);
  put('off', state.off.join(','));
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

export function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
