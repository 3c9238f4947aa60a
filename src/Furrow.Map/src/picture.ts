// For browsers without WebGL: pictures of the map that the server draws, moved by buttons, keys and clicks.
import { offset, pictureAddress, within } from './address';
import type { Bounds } from './api';
import { type CanvasStart, type MapCanvas, viewOf } from './canvas';
import { h } from './dom';
import type { Position } from './geodesy';
import type { View } from './state';
import { t } from './words';

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
      { alt: t('map.title'), tabIndex: 0, onclick: (e: MouseEvent) => events.pointed(this.#at(e)), onkeydown: (e: KeyboardEvent) => this.#key(e),
      onload: () => this.#came(true), onerror: () => this.#came(false) });
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

  #zoomBy(steps: number): void {
    this.#move({ ...this.#view, zoom: Math.min(18, Math.max(2, this.#view.zoom + steps)) });
  }

  view(): View {
    return this.#view;
  }

  recolour(): void { /* Pictures are always light, as on paper. */ }

  resize(): void {
    this.#drawSoon();
  }

  retry(): void {
    this.#image.removeAttribute('src');
    this.#draw();
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

  /** The picture before stays until the next has come; one that did not come leaves none, for it would be of another date or place. */
  #draw(): void {
    const { clientWidth, clientHeight } = this.start.container;
    this.start.events.state('loading');
    this.#image.src = pictureAddress({ view: this.#view, width: clientWidth, height: clientHeight, day: this.#day, kind: this.#kind, known: this.#known });
  }

  #came(well: boolean): void {
    this.#image.classList.toggle('fm-broken', !well);
    this.start.events.failing('picture', well ? 0 : 1);
    this.start.events.state(well ? 'ready' : 'incomplete');
    if (well) this.start.container.dataset.drawn = '';
    else delete this.start.container.dataset.drawn;
  }

  #at(e: MouseEvent): Position {
    const box = this.#image.getBoundingClientRect();
    // A box larger than the largest picture shows it larger.
    const shown = Math.min(box.width / within(box.width), box.height / within(box.height));
    const at = offset(this.#view, (e.clientX - box.left - box.width / 2) / shown, (e.clientY - box.top - box.height / 2) / shown);
    return [at.lon, at.lat];
  }

  #key(e: KeyboardEvent): void {
    const step = 0.25 * 360 / 2 ** this.#view.zoom;
    const move: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step / 2], ArrowDown: [0, -step / 2] };
    const by = move[e.key];
    if (by) this.#move({ ...this.#view, lon: this.#view.lon + by[0], lat: this.#view.lat + by[1] });
    else if (e.key === '+' || e.key === '-') this.#zoomBy(e.key === '+' ? 1 : -1);
    else if (e.key === 'Enter') this.start.events.pointed([this.#view.lon, this.#view.lat]);
    else return;
    e.preventDefault();
  }
}
