// Days for the date slider: whole numbers since 1970, always UTC, so that no time zone moves a date.

const DAY = 86_400_000;

export const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);

export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** A date some months away: the same day of the month, or the last one where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** What a key does to the date: arrows a day, Page Up and Down a month, with Shift a year. Null: not a key of the slider. */
export function step(date: string, key: string, shift: boolean): string | null {
  switch (key) {
    case 'ArrowRight': case 'ArrowUp': return dateOf(dayNumber(date) + 1);
    case 'ArrowLeft': case 'ArrowDown': return dateOf(dayNumber(date) - 1);
    case 'PageUp': return addMonths(date, shift ? 12 : 1);
    case 'PageDown': return addMonths(date, shift ? -12 : -1);
    default: return null;
  }
}

/** First days of years to mark under the slider, at most so many. */
export function yearTicks(from: string, to: string, most: number): string[] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  const every = [1, 2, 5, 10, 20, 50, 100].find(n => (last - first + 1) / n <= most) ?? 200;
  const ticks = [];
  for (let year = Math.ceil(first / every) * every; year <= last; year += every) ticks.push(`${year}-01-01`);
  return ticks;
}
