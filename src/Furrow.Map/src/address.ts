// Where the server's picture of a view is found.
import { metresPerPixel } from './geodesy';
import type { View } from './state';

const RAD = Math.PI / 180;
const DEGREE_METRES = 111_320;

/** What a picture shall show. */
export interface PictureSubject { view: View; width: number; height: number; day: string; kind: string; known: number }

export function pictureAddress({ view, width, height, day, kind, known }: PictureSubject): string {
  const [wide, high] = [within(width), within(height)];
  const perPixel = metresPerPixel(view.zoom, view.lat);
  const [halfLon, halfLat] = [wide / 2 * perPixel / (DEGREE_METRES * Math.cos(view.lat * RAD)), high / 2 * perPixel / DEGREE_METRES];
  const query = new URLSearchParams({
    bbox: [view.lon - halfLon, view.lat - halfLat, view.lon + halfLon, view.lat + halfLat].map(d => d.toFixed(6)).join(','),
    width: String(wide), height: String(high), date: day, kind, knownAt: String(known),
  });
  return `/picture?${query}`;
}

/** Degrees to the east and north of the middle, for so many points on the picture. */
export function offset(view: View, dx: number, dy: number): { lon: number; lat: number } {
  const perPixel = metresPerPixel(view.zoom, view.lat);
  return { lon: view.lon + dx * perPixel / (DEGREE_METRES * Math.cos(view.lat * RAD)), lat: view.lat - dy * perPixel / DEGREE_METRES };
}

/** The server draws pictures of this size. */
export const within = (points: number): number => Math.min(2000, Math.max(64, Math.round(points) || 800));
