// For browsers without WebGL: pictures of the map that the server draws, moved by buttons, keys and clicks.
import type { Bounds } from './api';
import { type CanvasStart, type MapCanvas, viewOf } from './canvas';
import { h } from './dom';
import { type Position, metresPerPixel } from './geodesy';
import type { View } from './state';
import { t } from './words';

const RAD = Math.PI / 180;

export class PictureCanvas implements MapCanvas {
  readonly #image: HTMLImageElement;
  #view: View;
  #day: string;
  #kind: string;
  #known: number;
  #waiting = 0;

  constructor(private readonly start: CanvasStart) {
    const { container, programme, state, events } = start;
    this.#day = start.day;
    this.#kind = state.kind;
    this.#known = start.known;
    this.#view = state.view ?? viewOf(programme.bounds ?? [-170, -55, 170, 70], container.clientWidth || 800, container.clientHeight || 600);
    this.#image = h('img.fm-picture',
      { alt: t('map.title'), tabIndex: 0, onclick: (e: MouseEvent) => events.pointed(this.#at(e)), onkeydown: (e: KeyboardEvent) => this.#key(e) });
    container.append(this.#image, h('p.fm-note', {}, t('map.no-webgl')));
    this.#draw();
  }

  setTime(day: string, kind: string): void {
    [this.#day, this.#kind] = [day, kind];
    this.#drawSoon();
  }

  setKnown(known: number): void {
    this.#known = known;
    this.#draw();
  }

  setSpot(): void { /* The panel tells the spot; a picture has no marks. */ }

  setOff(): void { /* Pictures always show everything. */ }

  setMeasure(): void { /* Points of a measure are told in its panel. */ }

  showBounds(bounds: Bounds): void {
    this.#move(viewOf(bounds, this.#image.clientWidth || 800, this.#image.clientHeight || 600));
  }

  showPoint(at: Position, zoom = Math.max(14, this.#view.zoom)): void {
    this.#move({ lon: at[0], lat: at[1], zoom });
  }

  zoomBy(steps: number): void {
    this.#move({ ...this.#view, zoom: Math.min(18, Math.max(2, this.#view.zoom + steps)) });
  }

  view(): View {
    return this.#view;
  }

  recolour(): void { /* Pictures are always light, as on paper. */ }

  resize(): void {
    this.#drawSoon();
  }

  dispose(): void {
    clearTimeout(this.#waiting);
  }

  #move(view: View): void {
    this.#view = view;
    this.#draw();
    this.start.events.moved(view);
  }

  #drawSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.#draw(), 250);
  }

  #draw(): void {
    const { width, height, perPixel } = this.#size();
    const { lon, lat } = this.#view;
    const [halfLon, halfLat] = [width / 2 * perPixel / (111_320 * Math.cos(lat * RAD)), height / 2 * perPixel / 111_320];
    const query = new URLSearchParams({
      bbox: [lon - halfLon, lat - halfLat, lon + halfLon, lat + halfLat].map(d => d.toFixed(6)).join(','),
      width: String(width), height: String(height), date: this.#day, kind: this.#kind, knownAt: String(this.#known),
    });
    this.#image.src = `/picture?${query}`;
  }

  #at(e: MouseEvent): Position {
    const { perPixel } = this.#size();
    const box = this.#image.getBoundingClientRect();
    const [dx, dy] = [e.clientX - box.left - box.width / 2, e.clientY - box.top - box.height / 2];
    return [this.#view.lon + dx * perPixel / (111_320 * Math.cos(this.#view.lat * RAD)), this.#view.lat - dy * perPixel / 111_320];
  }

  #key(e: KeyboardEvent): void {
    const step = 0.25 * 360 / 2 ** this.#view.zoom;
    const move: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step / 2], ArrowDown: [0, -step / 2] };
    const by = move[e.key];
    if (by) this.#move({ ...this.#view, lon: this.#view.lon + by[0], lat: this.#view.lat + by[1] });
    else if (e.key === '+' || e.key === '-') this.zoomBy(e.key === '+' ? 1 : -1);
    else if (e.key === 'Enter') this.start.events.pointed([this.#view.lon, this.#view.lat]);
    else return;
    e.preventDefault();
  }

  #size(): { width: number; height: number; perPixel: number } {
    const box = this.start.container;
    const width = Math.min(2000, Math.max(64, box.clientWidth || 800));
    const height = Math.min(2000, Math.max(64, box.clientHeight || 600));
    return { width, height, perPixel: metresPerPixel(this.#view.zoom, this.#view.lat) };
  }
}
