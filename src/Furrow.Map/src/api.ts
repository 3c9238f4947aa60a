// The server's answers, as docs in src/Furrow.Server/Api write them.

export interface Status { name: string; code: string; hazard: boolean; released: boolean; custody: boolean }
export interface Acceptance { number: number; at: string; undo: boolean; reports: number }
export type Bounds = [west: number, south: number, east: number, north: number];

export interface Programme {
  id?: string; name: string; exercise: boolean; knownAt: number; position: number; bounds?: Bounds; from?: string; to?: string; today: string; timeZone: string;
  tiles: string; kinds: string[]; statuses: Status[]; acceptances: Acceptance[];
}

export interface Since { on: string; status: string; heading: string; report?: string; reportLink?: string }
export interface SpotReport {
  id: string; code: string; kind: string; effect: string; kinds: string[]; on: string; precision: string; baseline: boolean; organisation: string;
    team?: string;
  method?: string; depthSearchedCm?: number; depthRequiredCm?: number; hazardousArea?: string; acceptedAt: number; link: string;
  moves: { kinds: string[]; from: string; to: string; heading: string }[];
  review: { act: string; by: string; at: string }[];
}
export interface SpotArea {
  code: string; label: string; name?: string; state: string; status: string; remainingSquareMetres: number; releasedSquareMetres: number;
  bounds?: Bounds; link: string;
}
export interface Spot {
  lon: number; lat: number; knownAt: number; exercise: boolean; date: string; status: string;
  histories: { kinds: string[]; since: Since[] }[]; reports: SpotReport[]; areas: SpotArea[];
}
export interface Found { kind: string; title: string; detail?: string; lon?: number; lat?: number; bounds?: Bounds; link?: string }
export interface Measure { areaSquareMetres: number; repairs: string[] }

/** A refusal of the server, in its own words. */
export class Refusal extends Error {}

export async function ask<T>(path: string, query: Record<string, string | number | null | undefined> = {}, signal?: AbortSignal): Promise<T | null> {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') words.set(name, String(value));
  return answer(await fetch(words.size ? `${path}?${words}` : path, { signal, headers: { Accept: 'application/json' } }));
}

export async function measure(ring: [number, number][], signal?: AbortSignal): Promise<Measure | null> {
  return answer(await fetch('/api/measure', { method: 'POST', signal, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ring }) }));
}

async function answer<T>(reply: Response): Promise<T | null> {
  if (reply.status === 204) return null;
  const type = reply.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? await reply.json() : null;
  if (!reply.ok) throw new Refusal(body?.detail ?? `${reply.status} ${reply.statusText}`);
  return body as T;
}
