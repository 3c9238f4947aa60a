import { describe, expect, it } from 'vitest';
import { addMonths, dateOf, dayNumber, step, yearTicks } from '../src/dates';
import { span } from '../src/time';

describe('days', () => {
  it('go to numbers and back', () => expect(dateOf(dayNumber('2016-02-29'))).toBe('2016-02-29'));

  it.each([['2016-01-31', 1, '2016-02-29'], ['2016-03-31', -1, '2016-02-29'], ['2016-02-29', 12, '2017-02-28'], ['2016-12-15', 1, '2017-01-15']])(
    '%s and %i months is %s', (date, months, then) => expect(addMonths(date, months)).toBe(then));

  it.each([['ArrowRight', false, '2016-03-01'], ['ArrowLeft', false, '2016-02-28'], ['PageUp', false, '2016-03-29'], ['PageDown', true, '2015-02-28'],
    ['a', false, null]] as const)(
    'the key %s (shift %s) gives %s', (key, shift, then) => expect(step('2016-02-29', key, shift)).toBe(then));

  it('marks no more years than fit',
    () => expect(yearTicks('1992-05-01', '2026-01-01', 8)).toEqual(['1995-01-01', '2000-01-01', '2005-01-01', '2010-01-01', '2015-01-01', '2020-01-01',
    '2025-01-01']));

  it('begins a day before the first report and ends today',
    () => expect(span('2012-05-01', '2016-01-01', '2026-03-04')).toEqual({ from: '2012-04-30', to: '2026-03-04' }));
});
