// The moving map. Loaded apart, only when a map is shown.
import { Map as GlMap, NavigationControl, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import type { Feature, FeatureCollection } from 'geojson';
import type { Bounds } from './api';
import { type CanvasStart, type Failing, type MapCanvas, viewOf } from './canvas';
import { type Position, graticule } from './geodesy';
import { loadGround } from './ground';
import { compact } from './history';
import { HATCH_RATIO, POINT_RATIO, hatchImage, isDark, pointImage } from './look';
import type { View } from './state';
import { LAND_MAX_ZOOM, POINTS_LAYER, SWITCHES, buildStyle, palette } from './style';
import { TileWatch, tileAddress } from './tiles';
import { t } from './words';

setWorkerUrl(new URL('/dist/maplibre-gl-worker.js', location.href).href);

export class GlCanvas implements MapCanvas {
  readonly #map: GlMap;
  #day: string;
  #kind: string;
  #known: number;
  #off: string[];
  #ground: FeatureCollection | null = null;
  #spot: { lat: number; lon: number } | null;
  #measure: FeatureCollection = collection([]);
  readonly #tiles: TileWatch;
  /** The land was drawn once since it was last asked for whole. */
  #drawn = false;
  /** Without a surface MapLibre has no style either: what is set meanwhile is kept here and put on when it is back. */
  #isLost = false;

  constructor(private readonly start: CanvasStart) {
    const { state, programme, container, events } = start;
    this.#day = start.day;
    this.#kind = state.kind;
    this.#known = start.known;
    this.#off = state.off;
    this.#spot = state.spot;
    const view = state.view ?? viewOf(programme.bounds ?? [-170, -55, 170, 70], container.clientWidth || 800, container.clientHeight || 600);
    this.#map = new GlMap({
      container,
      style: this.#style(),
      center: [view.lon, view.lat],
      zoom: view.zoom,
      maxZoom: 20,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      fadeDuration: 0,
      locale: { 'Map.Title': t('map.hint'), 'NavigationControl.ZoomIn': t('map.zoom-in'), 'NavigationControl.ZoomOut': t('map.zoom-out') },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.#map.on('style.load', () => this.#dress());
    this.#map.on('moveend', () => { this.#drawGrid(); events.moved(this.view()); });
    this.#map.on('click', (e: MapMouseEvent) => events.pointed(this.#recordAt(e) ?? [e.lngLat.lng, e.lngLat.lat]));
    this.#tiles = new TileWatch(this.#map, LAND_MAX_ZOOM, () => this.#tell());
    container.append(this.#tiles.element);
    this.#watch(container);
    const canvas = this.#map.getCanvas();
    canvas.addEventListener('keydown', e => {
      if (e.key !== 'Enter') return;
      const centre = this.#map.getCenter();
      events.pointed([centre.lng, centre.lat]);
    });
    void this.#loadGround();
  }

  setTime(day: string, kind: string): void {
    this.#day = day;
    this.#kind = kind;
    delete this.start.container.dataset.drawn;
    if (this.#isLost) return;
    this.#map.setGlobalStateProperty('day', compact(day));
    this.#map.setGlobalStateProperty('kind', kind);
  }

  setKnown(known: number): void {
    this.#known = known;
    this.#drawAnew();
  }

  setSpot(at: { lat: number; lon: number } | null): void {
    this.#spot = at;
    this.#source('spot')?.setData(collection(at ? [point([at.lon, at.lat])] : []));
  }

  setOff(layers: string[]): void {
    this.#off = layers;
    if (this.#isLost) return;
    for (const [name, pattern] of Object.entries(SWITCHES)) {
      for (const layer of this.#map.getStyle().layers) {
        if (pattern.test(layer.id)) this.#map.setLayoutProperty(layer.id, 'visibility', layers.includes(name) ? 'none' : 'visible');
      }
    }
    this.#drawGrid();
  }

  setMeasure(points: Position[], closed: boolean): void {
    const line: Feature[] = points.length < 2 ? [] : [closed && points.length > 2
      ? { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[...points, points[0]!]] } }
      : { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: points } }];
    this.#measure = collection([...line, ...points.map(point)]);
    this.#source('measure')?.setData(this.#measure);
  }

  showBounds(bounds: Bounds): void {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const view = viewOf(bounds, clientWidth, clientHeight);
    this.#go([view.lon, view.lat], view.zoom);
  }

  showPoint(at: Position, zoom = Math.max(14, this.#map.getZoom())): void {
    this.#go(at, zoom);
  }

  /** A flight needs a surface. */
  #go(center: Position, zoom: number): void {
    if (this.#isLost) this.#map.jumpTo({ center, zoom });
    else this.#map.flyTo({ center, zoom, essential: false, maxDuration: 900 });
  }

  view(): View {
    const centre = this.#map.getCenter();
    return { zoom: this.#map.getZoom(), lat: centre.lat, lon: centre.lng };
  }

  recolour(): void {
    this.#drawAnew();
  }

  retry(what: Failing): void {
    if (what === 'tiles') this.#tiles.retry();
    if (what === 'ground') void this.#loadGround();
  }

  resize(): void {
    this.#map.resize();
  }

  dispose(): void {
    this.#map.remove();
  }

  #style() {
    return buildStyle(this.start.programme, this.#known, compact(this.#day), this.#kind, tileAddress);
  }

  /** Whoever waits for the picture (a printer, a test) is told by data-drawn that all of this view is drawn. */
  #watch(container: HTMLElement): void {
    const { events } = this.start;
    const undrawn = () => { delete container.dataset.drawn; };
    this.#map.on('dataloading', undrawn);
    this.#map.on('movestart', undrawn);
    this.#map.on('idle', () => {
      this.#drawn = true;
      this.#tell();
      if (this.#tiles.waiting === 0) container.dataset.drawn = '';
    });
    this.#map.on('error', e => console.warn(e.error.message));
    this.#map.on('webglcontextlost', () => {
      this.#isLost = true;
      undrawn();
      events.surface(false);
    });
    this.#map.on('webglcontextrestored', () => {
      this.#isLost = false;
      events.surface(true);
      this.#drawAnew();
    });
  }

  #tell(): void {
    const { waiting, failed } = this.#tiles;
    if (this.#isLost) return;
    this.start.events.failing('tiles', failed);
    this.start.events.state(!this.#drawn || waiting > 0 ? 'loading' : failed > 0 ? 'incomplete' : 'ready');
  }

  /** Known at another acceptance, or in other colours: every tile comes anew, and nothing of before stays beside it. */
  #drawAnew(): void {
    this.#empty();
    if (!this.#isLost) this.#map.setStyle(this.#style(), { diff: false });
  }

  #empty(): void {
    this.#drawn = false;
    delete this.start.container.dataset.drawn;
    this.start.events.emptied();
    this.#tiles.reset();
    this.#tell();
  }

  async #loadGround(): Promise<void> {
    try {
      this.#ground = (await loadGround(this.start.programme)).features;
      this.start.events.failing('ground', 0);
    } catch {
      this.start.events.failing('ground', 1);
      return;
    }
    if (this.#isLost) return;
    if (this.#map.isStyleLoaded()) this.#dress();
    else this.#map.once('idle', () => this.#dress());
  }

  /** A style was loaded: give it its images and data again. */
  #dress(): void {
    for (const { name } of this.start.programme.statuses) {
      const hatch = hatchImage(name, isDark());
      if (hatch && !this.#map.hasImage(`hatch-${name}`)) this.#map.addImage(`hatch-${name}`, hatch, { pixelRatio: HATCH_RATIO });
      for (const id of [`point-${name}`, `place-${name}`]) {
        const symbol = pointImage(name, isDark(), id.startsWith('place-'));
        if (symbol && !this.#map.hasImage(id)) this.#map.addImage(id, symbol, { pixelRatio: POINT_RATIO });
      }
    }
    this.setTime(this.#day, this.#kind);
    if (this.#ground) {
      this.#source('ground')?.setData(this.#ground);
      this.#map.setPaintProperty('background', 'background-color', palette(isDark()).sea);
    }
    this.#source('measure')?.setData(this.#measure);
    this.setSpot(this.#spot);
    this.setOff(this.#off);
  }

  /** Who points at the symbol of a record means its point, not the place a finger beside it. */
  #recordAt(e: MapMouseEvent): Position | null {
    if (this.#isLost || !this.#map.getLayer(POINTS_LAYER)) return null;
    const [lat, lon] = String(this.#map.queryRenderedFeatures(e.point, { layers: [POINTS_LAYER] })[0]?.properties['at'] ?? '').split('/').map(Number);
    return Number.isFinite(lat) && Number.isFinite(lon) ? [lon!, lat!] : null;
  }

  #drawGrid(): void {
    if (this.#off.includes('grid')) return;
    const bounds = this.#map.getBounds();
    const { lines } = graticule(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth());
    this.#source('grid')?.setData(collection([{ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } }]));
  }

  #source(name: string): GeoJSONSource | undefined {
    return this.#map.getSource(name) as GeoJSONSource | undefined;
  }
}

const point = (at: Position): Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: at } });

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
