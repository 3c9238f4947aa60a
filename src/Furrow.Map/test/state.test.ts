import { describe, expect, it } from 'vitest';
import { readState, writeState } from '../src/state';

describe('the state in the address', () => {
  it('reads every word', () => expect(readState('?at=12.5/44.1/17.55&date=2016-12-31&kind=ied&known=7&spot=44.2/17.6&off=names,grid')).toEqual({
    view: { zoom: 12.5, lat: 44.1, lon: 17.55 }, date: '2016-12-31', kind: 'ied', known: 7, spot: { lat: 44.2, lon: 17.6 }, off: ['names', 'grid'],
  }));

  it('writes back what it read', () => {
    const search = '?at=12.5/44.1/17.55&date=2016-12-31&kind=ied&known=7&spot=44.2/17.6&off=names,grid';
    expect(writeState(search, readState(search))).toBe(search);
  });

  it('leaves defaults out and other words alone', () =>
    expect(writeState('?lang=tr&kind=ied', { ...readState(''), kind: 'overall' })).toBe('?lang=tr'));

  it.each(['?at=x/1/2', '?at=12/95/2', '?at=12', '?date=2016-02-30', '?date=31.12.2016', '?known=-1', '?spot=1/x'])('refuses %s without harm', search =>
    expect(readState(search)).toEqual({ view: null, date: null, kind: 'overall', known: null, spot: null, off: [] }));
});
