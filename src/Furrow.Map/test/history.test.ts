import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { statusExpression } from '../src/history';

const CLEARED = '201612316201212311';

describe('the map expression', () => {
  const evaluate = (properties: Record<string, string>, day: string, kind: string) => {
    const made = createExpression(statusExpression(['4', '5', '6', '7'], 'k') as unknown[],
      { type: 'string', expression: { interpolated: false, parameters: ['zoom', 'feature'] } } as never);
    if (made.result === 'error') throw new Error(made.value.map(e => e.message).join());
    return made.value.evaluate({ zoom: 12, globalState: { day, kind } } as never, { type: 3, properties } as never);
  };

  it.each([
    ['20121230', ''], ['20121231', '1'], ['20161230', '1'], ['20161231', '6'], ['20260101', '6'],
  ])('on %s is "%s"', (day, status) => expect(evaluate({ overall: CLEARED }, day, 'overall')).toBe(status));

  it('is empty where there is no history', () => expect(evaluate({}, '20200101', 'overall')).toBe(''));

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
