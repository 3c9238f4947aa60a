// Distances on the WGS 84 ellipsoid: Vincenty's inverse formula (Survey Review 1975), good to a millimetre. Nearly opposite points, where it does
// not settle, get the great circle: nobody measures those on a map of land.

export type Position = [lon: number, lat: number];

const A = 6_378_137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const RAD = Math.PI / 180;

export function distanceMetres(from: Position, to: Position): number {
  const u1 = Math.atan((1 - F) * Math.tan(from[1] * RAD));
  const u2 = Math.atan((1 - F) * Math.tan(to[1] * RAD));
  const [su1, cu1, su2, cu2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  const l = (to[0] - from[0]) * RAD;
  let lambda = l;
  for (let i = 0; i < 100; i++) {
    const [sl, cl] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(cu2 * sl, cu1 * su2 - su1 * cu2 * cl);
    if (sinSigma === 0) return 0;
    const cosSigma = su1 * su2 + cu1 * cu2 * cl;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = cu1 * cu2 * sl / sinSigma;
    const cosSqAlpha = 1 - sinAlpha * sinAlpha;
    const cos2m = cosSqAlpha === 0 ? 0 : cosSigma - 2 * su1 * su2 / cosSqAlpha;
    const c = F / 16 * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha));
    const before = lambda;
    lambda = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cos2m + c * cosSigma * (-1 + 2 * cos2m * cos2m)));
    if (Math.abs(lambda - before) < 1e-12) {
      const uSq = cosSqAlpha * (A * A - B * B) / (B * B);
      const ka = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
      const kb = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
      const delta = kb * sinSigma * (cos2m + kb / 4 * (cosSigma * (-1 + 2 * cos2m * cos2m)
        - kb / 6 * cos2m * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * cos2m * cos2m)));
      return B * ka * (sigma - delta);
    }
  }
  return A * Math.acos(Math.min(1,
    Math.max(-1, Math.sin(from[1] * RAD) * Math.sin(to[1] * RAD) + Math.cos(from[1] * RAD) * Math.cos(to[1] * RAD) * Math.cos(l))));
}

export function lengthMetres(line: Position[]): number {
  return line.slice(1).reduce((sum, at, i) => sum + distanceMetres(line[i]!, at), 0);
}

/** Metres of one screen point on a Web Mercator map with 512 pixel tiles. */
export const metresPerPixel = (zoom: number, lat: number): number => 2 * Math.PI * A * Math.cos(lat * RAD) / (512 * 2 ** zoom);

/** Lines of longitude and latitude over a view, on round steps, about so many across. */
export function graticule(west: number, south: number, east: number, north: number, across = 6): { lines: Position[][]; step: number } {
  const steps = [1 / 3600, 1 / 1200, 1 / 720, 1 / 360, 1 / 120, 1 / 60, 1 / 30, 1 / 12, 1 / 6, 1 / 2, 1, 2, 5, 10, 20, 30];
  const step = steps.find(s => (east - west) / s <= across) ?? 30;
  const lines: Position[][] = [];
  for (let i = Math.ceil(west / step); i <= Math.floor(east / step); i++) lines.push([[i * step, Math.max(south, -85)], [i * step, Math.min(north, 85)]]);
  for (let i = Math.ceil(Math.max(south, -85) / step); i <= Math.floor(Math.min(north, 85) / step); i++) lines.push([[west, i * step], [east, i * step]]);
  return { lines, step };
}
