// The server's answers, as docs in src/Furrow.Server/Api write them.
import { t } from './words';

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
/** A record without polygon, near the spot. */
export interface SpotPoint {
  code: string; effect: string; on: string; organisation: string; place?: string; accuracyMetres?: number; byPlace: boolean;
  distanceMetres: number; link: string;
}
export interface Spot {
  lon: number; lat: number; knownAt: number; exercise: boolean; date: string; status: string;
  histories: { kinds: string[]; since: Since[] }[]; reports: SpotReport[]; areas: SpotArea[]; points: SpotPoint[];
}
export interface Found { kind: string; title: string; detail?: string; lon?: number; lat?: number; bounds?: Bounds; link?: string }
export interface Measure { areaSquareMetres: number; repairs: string[] }

/** Why something could not be had, in words for people: the server's own, or ours where it said nothing. */
export class Refusal extends Error {}

/** What a person is told of an error. The browser's own texts ("Failed to fetch") are for the console. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  console.warn(error instanceof Error ? error.message : error);
  return t('map.fault');
}

/** What was on its way did not come. Who gave up the asking is told so, not that the server is silent. */
export function unanswered(error: unknown, signal?: AbortSignal): never {
  if (signal?.aborted) throw error;
  console.warn(error instanceof Error ? error.message : error);
  throw new Refusal(t('map.no-answer'));
}

export async function ask<T>(path: string, query: Record<string, string | number | null | undefined> = {}, signal?: AbortSignal): Promise<T | null> {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') words.set(name, String(value));
  return answer(words.size ? `${path}?${words}` : path, { signal, headers: { Accept: 'application/json' } });
}

export async function measure(ring: [number, number][], signal?: AbortSignal): Promise<Measure | null> {
  return answer('/api/measure', { method: 'POST', signal, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ring }) });
}

async function answer<T>(path: string, request: RequestInit & { signal?: AbortSignal | undefined }): Promise<T | null> {
  const { signal, ...rest } = request;
  const reply = await fetch(path, signal ? { ...rest, signal } : rest).catch(error => unanswered(error, signal));
  if (reply.status === 204) return null;
  const type = reply.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? await reply.json().catch(error => unanswered(error, signal)) : null;
  if (!reply.ok) throw new Refusal(body?.detail ?? `${t('map.no-answer')} (${reply.status})`);
  // A page to sign in, from something between us and the server.
  if (body === null) throw new Refusal(t('map.no-answer'));
  return body as T;
}
