// What draws the land: MapLibre where the browser has WebGL, else pictures from the server. The element talks to both the same way.
import type { Bounds, Programme } from './api';
import type { Position } from './geodesy';
import type { MapState, View } from './state';

/** Whether all land of the view is drawn: not yet; not, because some of it could not be had; or yes. */
export type Completeness = 'loading' | 'incomplete' | 'ready';

/** What can fail to come, beside land: a part of it, the ground below it, the server's picture. */
export type Failing = 'tiles' | 'ground' | 'picture';

export interface CanvasEvents {
  /** The view came to rest elsewhere. */
  moved(view: View): void;
  /** Someone pointed at a place, by mouse, finger or Enter. */
  pointed(at: Position): void;
  /** How much of the view is drawn. */
  state(state: Completeness): void;
  /** All land was taken off, to be drawn anew. */
  emptied(): void;
  /** The browser took the surface away, with all that was on it; or gave it back. */
  surface(isThere: boolean): void;
  /** So many could not be had; none: the trouble is over. */
  failing(what: Failing, count: number): void;
}

export interface MapCanvas {
  setTime(day: string, kind: string): void;
  setKnown(known: number): void;
  setSpot(at: { lat: number; lon: number } | null): void;
  setOff(layers: string[]): void;
  setMeasure(points: Position[], closed: boolean): void;
  showBounds(bounds: Bounds): void;
  showPoint(at: Position, zoom?: number): void;
  view(): View;
  /** Colours of the page changed between light and dark. */
  recolour(): void;
  resize(): void;
  /** Asks again for what could not be had. */
  retry(what: Failing): void;
  dispose(): void;
}

export interface CanvasStart { container: HTMLElement; programme: Programme; state: MapState; day: string; known: number; events: CanvasEvents }

let webGl: boolean | undefined;

/** Asked of the browser once: each question takes one of the few surfaces it gives. */
export const hasWebGl = (): boolean => webGl ??= tryWebGl();

function tryWebGl(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** A view that shows the bounds in a box of so many points, with a margin. */
export function viewOf(bounds: Bounds, width: number, height: number): View {
  const [west, south, east, north] = bounds;
  const y = (lat: number) => Math.asinh(Math.tan(Math.max(-85, Math.min(85, lat)) * Math.PI / 180)) / (2 * Math.PI);
  const wide = Math.max((east - west) / 360, 1e-7);
  const high = Math.max(y(north) - y(south), 1e-7);
  const zoom = Math.log2(Math.min(width * 0.9 / wide, height * 0.8 / high) / 512);
  const lat = Math.atan(Math.sinh((y(north) + y(south)) * Math.PI)) * 180 / Math.PI;
  return { zoom: Math.min(Math.max(zoom, 0), 17), lat, lon: (west + east) / 2 };
}
