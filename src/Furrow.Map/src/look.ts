// How each status looks: a colour and a hatch, so that nobody needs to tell red from green. Colours come from the page's style sheet (custom
// properties), which knows light and dark; the hatches are those of the pages.

export interface Look { variable: string; light: string; dark: string; hatch: string | null }

const LOOKS: Record<string, Look> = {
  suspected: { variable: '--suspected', light: '#f4a718', dark: '#d18b0f', hatch: 'M-1 9 9-1M-3 3 3-3M5 11 11 5' },
  confirmed: { variable: '--confirmed', light: '#dd2c22', dark: '#d23a30', hatch: 'M0 0 8 8M8 0 0 8' },
  'surveyed-no-evidence': { variable: '--none', light: '#c9d8e6', dark: '#5f7890', hatch: 'M2 2v.8M6 6v.8' },
  cancelled: { variable: '--cancelled', light: '#d3e59a', dark: '#93a85a', hatch: 'M0 4H8' },
  reduced: { variable: '--reduced', light: '#97cc84', dark: '#5e9a4e', hatch: 'M4 0V8' },
  cleared: { variable: '--cleared', light: '#2f8a4c', dark: '#2a7d45', hatch: null },
  'released-under-investigation': { variable: '--investigated', light: '#8d5bb0', dark: '#8d5bb0', hatch: 'M4 1V5M4 7v.5' },
  'not-handed-over': { variable: '--not-handed-over', light: '#d9c9a3', dark: '#9a8a63', hatch: 'M0 4H8' },
  'handed-over': { variable: '--handed-over', light: '#3f86a8', dark: '#3f86a8', hatch: null },
  'taken-back': { variable: '--taken-back', light: '#b0695b', dark: '#b0695b', hatch: 'M0 0 8 8' },
};

export const lookOf = (status: string): Look | undefined => LOOKS[status];

export function isDark(): boolean {
  const theme = document.documentElement.dataset.theme;
  return theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

export function colourOf(status: string): string {
  const look = LOOKS[status];
  if (!look) return '#999';
  return getComputedStyle(document.documentElement).getPropertyValue(look.variable).trim() || (isDark() ? look.dark : look.light);
}

/** The hatch as an image the map repeats: transparent but for its lines. Drawn larger than it is shown, for sharp screens. */
export function hatchImage(status: string, dark: boolean): ImageData | null {
  const hatch = LOOKS[status]?.hatch;
  if (!hatch) return null;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = HATCH_PIXELS;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(HATCH_PIXELS / 8, HATCH_PIXELS / 8);
  pen.strokeStyle = dark ? 'rgba(0,0,0,.75)' : 'rgba(20,20,20,.62)';
  pen.lineWidth = 0.9;
  pen.lineCap = 'round';
  pen.stroke(new Path2D(hatch));
  return pen.getImageData(0, 0, HATCH_PIXELS, HATCH_PIXELS);
}

/** The symbol of a record without polygon: a diamond in the colour of what it says, hollow where only the name of its place is known. */
export function pointImage(status: string, dark: boolean, hollow: boolean): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = POINT_PIXELS;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(POINT_PIXELS / 16, POINT_PIXELS / 16);
  const diamond = new Path2D(DIAMOND);
  pen.fillStyle = hollow ? dark ? '#131816' : '#fff' : colourOf(status);
  pen.fill(diamond);
  pen.strokeStyle = hollow ? colourOf(status) : dark ? '#f2f4f2' : '#1c1c1c';
  pen.lineWidth = hollow ? 2.6 : 1.4;
  pen.lineJoin = 'round';
  pen.stroke(diamond);
  return pen.getImageData(0, 0, POINT_PIXELS, POINT_PIXELS);
}

export const DIAMOND = 'M8 1.5 14.5 8 8 14.5 1.5 8Z';
export const POINT_PIXELS = 64;
export const POINT_RATIO = 4;
export const HATCH_PIXELS = 32;
export const HATCH_RATIO = 4;
