// Watches which tiles of land the view needs, which have come and which failed, and marks the ground of those that are missing: land without colour is
// unrecorded only where its tile is there.
import { type Map as GlMap, type MapSourceDataEvent, type OverscaledTileID, type VectorTileSource, addProtocol } from 'maplibre-gl';
import { h } from './dom';

export const LAND = 'land';
const PROTOCOL = 'furrow-land';
const TYPE = 'application/vnd.mapbox-vector-tile';
const TILE_POINTS = 512;

/** Tiles are fetched by us, so that only a tile counts as one: MapLibre takes a 404 for empty land, and reads a sign-in page as far as it gets. */
addProtocol(PROTOCOL, async ({ url }, abort) => {
  const reply = await fetch(url.replace(`${PROTOCOL}://`, `${location.protocol}//`), { signal: abort.signal });
  if (reply.status === 204) return { data: new ArrayBuffer(0) };
  if (!reply.ok || reply.headers.get('Content-Type') !== TYPE) throw new Error(`no tile at ${url}: ${reply.status}`);
  return { data: await reply.arrayBuffer() };
});

export const tileAddress = (path: string): string => `${PROTOCOL}://${location.host}${path}`;

export class TileWatch {
  readonly element = h('div.fm-missing', { 'aria-hidden': 'true' });
  readonly #come = new Set<string>();
  readonly #failed = new Set<string>();
  #missing: OverscaledTileID[] = [];
  #told = '';

  constructor(private readonly map: GlMap, private readonly maxZoom: number, private readonly changed: () => void) {
    map.on('sourcedataloading', e => this.#mark(e, null));
    map.on('sourcedata', e => this.#mark(e, this.#come));
    map.on('error', e => this.#mark(e as unknown as MapSourceDataEvent, this.#failed));
    map.on('move', () => this.#look());
  }

  /** Tiles of the view that are still on their way; a view whose source is not ready waits for one. */
  get waiting(): number {
    return this.#isReady ? this.#missing.length - this.failed : 1;
  }

  get failed(): number {
    return this.#missing.filter(tile => this.#failed.has(keyOf(tile))).length;
  }

  /** The land is asked for anew, whole. */
  reset(): void {
    this.#come.clear();
    this.#failed.clear();
    this.#look();
  }

  /** Asks again for the tiles of the view that failed. */
  retry(): void {
    const again = this.#missing.filter(tile => this.#failed.delete(keyOf(tile))).map(tile => tile.canonical);
    this.#look();
    this.map.refreshTiles(LAND, again);
  }

  get #isReady(): boolean {
    return this.map.getSource(LAND)?.loaded() === true;
  }

  #mark(e: MapSourceDataEvent, into: Set<string> | null): void {
    if (e.sourceId !== LAND) return;
    if (e.tile) {
      const key = keyOf((e.tile as { tileID: OverscaledTileID }).tileID);
      this.#come.delete(key);
      this.#failed.delete(key);
      into?.add(key);
    }
    this.#look();
  }

  /** The tiles a view needs are those MapLibre asks for: beyond the bounds of the land there are none. */
  #look(): void {
    const source = this.map.getSource(LAND) as VectorTileSource | undefined;
    const needed = source && this.#isReady
      ? this.map.coveringTiles({ tileSize: TILE_POINTS, minzoom: 0, maxzoom: this.maxZoom, roundZoom: false }).filter(tile => source.hasTile(tile)) : [];
    this.#missing = needed.filter(tile => !this.#come.has(keyOf(tile)));
    this.#draw();
    const now = `${this.waiting} ${this.failed}`;
    if (now === this.#told) return;
    this.#told = now;
    this.changed();
  }

  #draw(): void {
    if (this.#missing.length === 0 && this.element.childElementCount === 0) return;
    this.element.replaceChildren(...this.#missing.map(tile => {
      const [from, to] = [this.map.project(corner(tile, 0)), this.map.project(corner(tile, 1))];
      const mark = h('div', {});
      mark.dataset.tile = this.#failed.has(keyOf(tile)) ? 'failed' : 'waiting';
      Object.assign(mark.style, { left: `${from.x}px`, top: `${from.y}px`, width: `${to.x - from.x}px`, height: `${to.y - from.y}px` });
      return mark;
    }));
  }
}

const keyOf = ({ canonical: { z, x, y } }: OverscaledTileID): string => `${z}/${x}/${y}`;

/** The north-western corner of the tile so many to the south and east, in degrees. */
function corner({ canonical: { z, x, y }, wrap }: OverscaledTileID, step: number): [number, number] {
  const count = 2 ** z;
  return [(x + step) / count * 360 - 180 + wrap * 360, Math.atan(Math.sinh(Math.PI * (1 - 2 * (y + step) / count))) * 180 / Math.PI];
}
