// The status history of land as tiles carry it: entries of nine characters, the latest first, each yyyyMMdd and one status character.
// The status at a date is that of the first entry whose day is not after it. None: unrecorded.
import type { ExpressionSpecification } from 'maplibre-gl';

const ENTRY = 9;
/** Entries in one text at most; the server cuts longer histories into several features. */
const MAX_ENTRIES = 24;

/** "2016-12-31" → "20161231": dates compare as texts. */
export const compact = (date: string): string => date.replaceAll('-', '');

/** The status character at a date, as a map expression over one property. Past the end a slice is "", which is not after any day and yields "". */
function statusOf(property: ExpressionSpecification, day: ExpressionSpecification): ExpressionSpecification {
  const text: ExpressionSpecification = ['coalesce', property, ''];
  const cases: unknown[] = [];
  for (let i = 0; i < MAX_ENTRIES; i++) {
    const at = i * ENTRY;
    cases.push(['<=', ['slice', text, at, at + ENTRY - 1], day], ['slice', text, at + ENTRY - 1, at + ENTRY]);
  }
  return ['case', ...cases, ''] as unknown as ExpressionSpecification;
}

/** What the map draws: the status of the chosen kind at the chosen date, both from the map's global state. Custody is only told of released land. */
export function statusExpression(releasedCodes: string[], notHandedOver: string): ExpressionSpecification {
  const day: ExpressionSpecification = ['to-string', ['global-state', 'day']];
  const chosen = statusOf(['get', ['to-string', ['global-state', 'kind']]], day);
  const custody = statusOf(['get', 'custody'], day);
  return ['case',
    ['!=', ['global-state', 'kind'], 'custody'], chosen,
    ['in', statusOf(['get', 'overall'], day), ['literal', releasedCodes]], ['case', ['==', custody, ''], notHandedOver, custody],
    ''] as unknown as ExpressionSpecification;
}
