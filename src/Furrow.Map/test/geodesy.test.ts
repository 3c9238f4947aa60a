import { describe, expect, it } from 'vitest';
import { distanceMetres, graticule } from '../src/geodesy';
import { area, length, nearestScale, roundLength, sexagesimal } from '../src/format';

describe('distances', () => {
  // Length of a degree on the WGS 84 ellipsoid, from its radii of curvature integrated by hand.
  it('of a degree along the equator', () => expect(distanceMetres([0, 0], [1, 0])).toBeCloseTo(6_378_137 * Math.PI / 180, 3));
  it('of a quarter of a meridian', () => expect(distanceMetres([10, 0], [10, 90])).toBeCloseTo(10_001_965.729, 2));
  it('of nothing', () => expect(distanceMetres([17.5, 44.1], [17.5, 44.1])).toBe(0));
  it('do not fail between opposite points', () => expect(distanceMetres([0, 0], [180, 0])).toBeGreaterThan(19_900_000));
});

describe('figures', () => {
  it.each([[0.4, '0.4 m'], [250.4, '250 m'], [1234, '1.23 km'], [45_678, '45.7 km']])('%d m reads %s', (m, text) => expect(length(m, 'en')).toBe(text));
  it('areas stay in m²', () => expect(area(1_234_567.4, 'en')).toBe('1,234,567 m²'));
  it('no seconds read 60', () => expect(sexagesimal(44.99999999, -17.5)).toBe('45°00\'00.0"N 17°30\'00.0"W'));
  it.each([[0.7, 0.5], [3.5, 2], [99, 50], [100, 100]])('%d rounds to %d', (m, r) => expect(roundLength(m)).toBeCloseTo(r, 9));
  it('names the nearest scale', () => expect(nearestScale(31_000, [5000, 10_000, 25_000, 50_000])).toBe(25_000));
});

it('a grid has about six lines across', () => {
  const { lines, step } = graticule(17, 44, 18, 44.5);
  expect(step).toBeCloseTo(1 / 6);
  expect(lines.filter(([from, to]) => from![0] === to![0]).length).toBe(7);
});
