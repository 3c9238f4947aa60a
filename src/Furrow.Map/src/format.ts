// Numbers as people read them. Dates are always yyyy-MM-dd.

export const length = (metres: number, lang: string): string => metres >= 10_000
  ? `${figure(metres / 1000, lang, 1)} km`
  : metres >= 1000 ? `${figure(metres / 1000, lang, 2)} km` : `${figure(metres, lang, metres < 100 ? 1 : 0)} m`;

/** m², never km² or hectares: the ledger's one unit. */
export const area = (squareMetres: number, lang: string): string => `${figure(squareMetres, lang, squareMetres < 1000 ? 2 : 0)} m²`;

export const figure = (value: number, lang: string, digits: number): string =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value);

export const coordinates = (lat: number, lon: number): string => `${lat.toFixed(6)}, ${lon.toFixed(6)}`;

/** 44°07'12.3"N 17°33'00.0"E. Rounded first, so that no seconds read 60.0. */
export const sexagesimal = (lat: number, lon: number): string => `${half(lat, 'N', 'S')} ${half(lon, 'E', 'W')}`;

function half(degrees: number, positive: string, negative: string): string {
  const tenths = Math.round(Math.abs(degrees) * 36_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = tenths % 600;
  const letter = degrees < 0 ? negative : positive;
  return `${Math.floor(tenths / 36_000)}°${two(Math.floor(tenths / 600) % 60)}'${two(Math.floor(seconds / 10))}.${seconds % 10}"${letter}`;
}

/** The largest of 1, 2 or 5 times a power of ten that is not above. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return metres / power >= 5 ? 5 * power : metres / power >= 2 ? 2 * power : power;
}

/** The number of a scale, rounded as maps name it: 1:25,000. */
export const nearestScale = (scale: number, scales: number[]): number =>
  scales.reduce((best, s) => Math.abs(Math.log(s / scale)) < Math.abs(Math.log(best / scale)) ? s : best);
