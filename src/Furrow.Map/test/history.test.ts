import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { statusAt, statusExpression } from '../src/history';

const CLEARED = '201612316201212311';

describe('the status of a history at a date', () => {
  it.each([
    ['2012-12-30', '0'], ['2012-12-31', '1'], ['2016-12-30', '1'], ['2016-12-31', '6'], ['2026-01-01', '6'],
  ])('on %s is %s', (date, status) => expect(statusAt(CLEARED, date)).toBe(status));

  it('is unrecorded where there is no history', () => expect(statusAt(undefined, '2020-01-01')).toBe('0'));
});

describe('the map expression', () => {
  const evaluate = (properties: Record<string, string>, day: string, kind: string) => {
    const made = createExpression(statusExpression(['4', '5', '6', '7'], 'k') as unknown[],
      { type: 'string', expression: { interpolated: false, parameters: ['zoom', 'feature'] } } as never);
    if (made.result === 'error') throw new Error(made.value.map(e => e.message).join());
    return made.value.evaluate({ zoom: 12, globalState: { day, kind } } as never, { type: 3, properties } as never);
  };

  it.each(['20121230', '20121231', '20160101', '20161231', '20300101'])('agrees with the plain rule on %s', day => {
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    expect(evaluate({ overall: CLEARED }, day, 'overall') || '0').toBe(statusAt(CLEARED, date));
  });

  it('follows the chosen kind', () => expect(evaluate({ overall: CLEARED, ied: '201512312' }, '20160101', 'ied')).toBe('2'));

  it('reads the oldest of 24 entries', () => {
    const long = Array.from({ length: 24 }, (_, i) => `${2023 - i}01016`).join('').replace(/6$/, '1');
    expect(evaluate({ overall: long }, '20000601', 'overall')).toBe('1');
  });

  it('tells custody of released land only', () => {
    expect(evaluate({ overall: CLEARED }, '20200101', 'custody')).toBe('k');
    expect(evaluate({ overall: CLEARED, custody: '20180101l' }, '20200101', 'custody')).toBe('l');
    expect(evaluate({ overall: CLEARED, custody: '20180101l' }, '20130101', 'custody')).toBe('');
  });
});
