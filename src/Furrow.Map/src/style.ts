// The map's style: ground, land, names. Date and kind are global state of the map, so that moving the slider changes two values and no tile is asked again.
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Programme } from './api';
import { statusExpression } from './history';
import { colourOf, isDark, lookOf } from './look';
import { OVERALL } from './state';

/** Layers people may switch off, each with the map layers it stands for. */
export const SWITCHES: Record<string, RegExp> = { ground: /^ground-/, names: /^names-/, grid: /^grid$/, points: /^points-/ };

/** What a click looks for before it asks for the land below it. */
export const POINTS_LAYER = 'points-symbol';
/** At zoom 0, where 512 points go round the equator. */
const DECIMETRES_PER_POINT = 400_750_167 / 512;
const SUMMARY_MAX_ZOOM = 8;
export const LAND_MAX_ZOOM = 16;

interface Palette { sea: string; land: string; coast: string; water: string; road: string; contour: string; grid: string; ink: string; halo: string;
  line: string }

export const palette = (dark: boolean): Palette => dark
  ? { sea: '#10191d', land: '#1c221f', coast: '#4c6470', water: '#3d6a84', road: '#5a5a4c', contour: '#2b302b', grid: '#55635c', ink: '#d9e0db',
    halo: '#131816', line: '#0b0d0c' }
  : { sea: '#dce8ee', land: '#f8f7f1', coast: '#8fa7b3', water: '#7fa9c4', road: '#b9ad92', contour: '#e6dfcd', grid: '#7d8a85', ink: '#33372f',
    halo: '#ffffff', line: '#222a26' };

export function buildStyle(programme: Programme, known: number, day: string, kind: string, tileAddress: (path: string) => string): StyleSpecification {
  const paint = palette(isDark());
  return {
    version: 8,
    state: { day: { default: day }, kind: { default: kind } },
    sources: {
      land: {
        type: 'vector',
        tiles: [tileAddress(programme.tiles.replace('{knownAt}', String(known)))],
        minzoom: 0,
        maxzoom: LAND_MAX_ZOOM,
        ...(programme.bounds ? { bounds: widened(programme.bounds) } : {}),
      },
      ground: empty(),
      grid: empty(),
      spot: empty(),
      measure: empty(),
    },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': paint.land } },
      ...groundLayers(paint),
      { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': paint.grid, 'line-width': 0.6, 'line-opacity': 0.45 } },
      ...landLayers(programme, paint),
      ...pointLayers(paint),
      ...nameLayers(paint),
      ...toolLayers(paint),
    ],
  };
}

function landLayers(programme: Programme, paint: Palette): LayerSpecification[] {
  const released = programme.statuses.filter(s => s.released).map(s => s.code);
  const status = statusExpression(released, programme.statuses.find(s => s.name === 'not-handed-over')?.code ?? 'k');
  const drawn = programme.statuses.filter(s => lookOf(s.name));
  const shown: FilterSpecification = ['in', status, ['literal', drawn.map(s => s.code)]] as unknown as FilterSpecification;
  const colour = choose(status, drawn.map(s => [s.code, colourOf(s.name)]), '#999');
  const hatched = drawn.filter(s => lookOf(s.name)?.hatch);
  const hatch = choose(status, hatched.map(s => [s.code, `hatch-${s.name}`]), 'hatch-none');
  const withHatch: FilterSpecification = ['in', status, ['literal', hatched.map(s => s.code)]] as unknown as FilterSpecification;
  const zooms = (layer: string) => layer === 'cells' ? { maxzoom: SUMMARY_MAX_ZOOM + 1 } : { minzoom: SUMMARY_MAX_ZOOM + 1 };
  return ['cells', 'land'].flatMap((layer): LayerSpecification[] => [
    { id: `${layer}-fill`, type: 'fill', source: 'land', 'source-layer': layer, ...zooms(layer), filter: shown,
      paint: { 'fill-color': colour, 'fill-opacity': layer === 'cells' ? 0.85 : 0.6, 'fill-antialias': false } },
    ...(layer === 'land' ? [
      // Far off, a field is a few points wide: an edge in its own colour keeps it visible.
      { id: 'land-edge', type: 'line', source: 'land', 'source-layer': layer, ...zooms(layer), maxzoom: 12, filter: shown, layout: { 'line-join': 'round' },
        paint: { 'line-color': colour, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 5, 12, 1.5] } },
      { id: 'land-hatch', type: 'fill', source: 'land', 'source-layer': layer, ...zooms(layer), filter: withHatch, paint: { 'fill-pattern': hatch } },
      { id: 'land-line', type: 'line', source: 'land', 'source-layer': layer, ...zooms(layer), filter: shown,
        paint: { 'line-color': paint.line, 'line-opacity': 0.8, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.3, 11, 0.6, 15, 1.4] } },
    ] as LayerSpecification[] : []),
  ]);
}

/** Records with a point and no polygon: they are no land. The circle around one is how well its point is known, in metres on the ground. */
function pointLayers(paint: Palette): LayerSpecification[] {
  const kind = ['to-string', ['global-state', 'kind']];
  const shown = ['all', ['<=', ['get', 'on'], ['to-string', ['global-state', 'day']]], ['any', ['==', kind, OVERALL], ['==', ['get', kind], true]]];
  const symbol = ['concat', ['case', ['==', ['get', 'by-place'], true], 'place-', 'point-'], ['get', 'status']];
  const reach = (zoom: number) => ['*', ['get', 'reach'], 2 ** zoom / DECIMETRES_PER_POINT];
  return [
    { id: 'points-reach', type: 'circle', source: 'land', 'source-layer': 'points', filter: ['all', ['has', 'reach'], shown] as unknown as FilterSpecification,
      paint: { 'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 0, reach(0), 22, reach(22)] as unknown as ExpressionSpecification,
        'circle-color': paint.ink, 'circle-opacity': 0.06, 'circle-stroke-color': paint.ink, 'circle-stroke-width': 1, 'circle-stroke-opacity': 0.6 } },
    { id: POINTS_LAYER, type: 'symbol', source: 'land', 'source-layer': 'points', filter: shown as unknown as FilterSpecification,
      layout: { 'icon-image': symbol as unknown as ExpressionSpecification, 'icon-allow-overlap': true, 'icon-ignore-placement': true } },
  ];
}

function groundLayers(paint: Palette): LayerSpecification[] {
  const of = (...kinds: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]] as unknown as FilterSpecification;
  const line = (id: string, kinds: string[], colour: string, width: unknown, minzoom = 0): LayerSpecification => ({
    id: `ground-${id}`, type: 'line', source: 'ground', minzoom, filter: of(...kinds), layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': width as ExpressionSpecification },
  });
  const major = ['==', ['get', 'rank'], 0];
  return [
    { id: 'ground-land', type: 'fill', source: 'ground', filter: of('coast', 'country'), paint: { 'fill-color': paint.land, 'fill-antialias': false } },
    line('contours', ['contour'], paint.contour, 0.8, 9),
    { id: 'ground-lakes', type: 'fill', source: 'ground', filter: of('lake'), paint: { 'fill-color': paint.sea } },
    line('rivers', ['river'], paint.water, ['interpolate', ['linear'], ['zoom'], 8, ['case', major, 1, 0.4], 15, ['case', major, 4, 1.8]]),
    line('roads', ['road'], paint.road, ['interpolate', ['linear'], ['zoom'], 8, ['case', major, 1.2, 0.4], 15, ['case', major, 5, 2.2]]),
    line('coast', ['coast', 'lake'], paint.coast, 1.2),
    line('countries', ['country'], paint.coast, 0.7),
  ];
}

function nameLayers(paint: Palette): LayerSpecification[] {
  const text = (id: string, kind: string, size: unknown, colour: string, minzoom: number): LayerSpecification => ({
    id: `names-${id}`, type: 'symbol', source: 'ground', minzoom, filter: ['==', ['get', 'kind'], kind],
    layout: { 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': ['Noto Sans', 'sans-serif'], 'text-size': size as number,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.6, 'symbol-sort-key': ['coalesce', ['get', 'rank'], 9] },
    paint: { 'text-color': colour, 'text-halo-color': paint.halo, 'text-halo-width': 1.6 },
  });
  return [
    { id: 'names-points', type: 'circle', source: 'ground', minzoom: 8,
      filter: ['in', ['get', 'kind'], ['literal', ['place', 'spring', 'summit']]] as unknown as FilterSpecification,
      paint: { 'circle-radius': ['case', ['all', ['==', ['get', 'kind'], 'place'], ['==', ['get', 'rank'], 0]], 3.6, 2.2], 'circle-color': paint.halo,
        'circle-stroke-width': 1.4, 'circle-stroke-color': ['match', ['get', 'kind'], 'spring', paint.water, 'summit', '#8a7550', paint.ink] } },
    text('places', 'place', ['case', ['==', ['get', 'rank'], 0], 15, 12], paint.ink, 7),
    text('summits', 'summit', 10.5, '#8a7550', 11),
  ];
}

function toolLayers(paint: Palette): LayerSpecification[] {
  return [
    { id: 'measure-fill', type: 'fill', source: 'measure', filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': '#0b66d0', 'fill-opacity': 0.15 } },
    { id: 'measure-line', type: 'line', source: 'measure', paint: { 'line-color': '#0b66d0', 'line-width': 2.5, 'line-dasharray': [2, 1] } },
    { id: 'measure-points', type: 'circle', source: 'measure', filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 5, 'circle-color': '#fff', 'circle-stroke-color': '#0b66d0', 'circle-stroke-width': 2.5 } },
    { id: 'spot-ring', type: 'circle', source: 'spot',
      paint: { 'circle-radius': 9, 'circle-opacity': 0, 'circle-stroke-color': paint.halo, 'circle-stroke-width': 5 } },
    { id: 'spot', type: 'circle', source: 'spot',
      paint: { 'circle-radius': 9, 'circle-opacity': 0, 'circle-stroke-color': paint.ink, 'circle-stroke-width': 2.5 } },
  ];
}

const choose = (input: ExpressionSpecification, pairs: [string, string][], otherwise: string): ExpressionSpecification =>
  ['match', input, ...pairs.flat(), otherwise] as unknown as ExpressionSpecification;

const empty = () => ({ type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } });

/** A cell around: squares of summaries reach beyond the land itself, in the smallest maps by blocks of 2.56 degrees. */
const widened = ([w, s, e, n]: [number, number, number, number]): [number, number, number, number] =>
  [Math.max(-180, w - 2.6), Math.max(-85, s - 2.6), Math.min(180, e + 2.6), Math.min(85, n + 2.6)];
