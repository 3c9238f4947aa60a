import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal, ask, reasonOf } from '../src/api';

afterEach(() => vi.unstubAllGlobals());
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

const answering = (reply: () => Promise<Response>) => vi.stubGlobal('fetch', reply);
const json = { 'Content-Type': 'application/json' };

describe('what is said when the server gives no answer', () => {
  it.each<[string, () => Promise<Response>, string]>([
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'the server did not answer'],
    ['a body that breaks off', async () => new Response('{"name":', { headers: json }), 'the server did not answer'],
    ['a gateway in between', async () => new Response('Bad Gateway', { status: 502 }), 'the server did not answer (502)'],
    ['a page to sign in', async () => new Response('<p>Sign in</p>', { headers: { 'Content-Type': 'text/html' } }), 'the server did not answer'],
    ['a refusal', async () => new Response('{"detail":"No such acceptance."}', { status: 400, headers: json }), 'No such acceptance.'],
  ])('%s', async (_, reply, said) => {
    answering(reply);
    const error = await ask('/api/spot').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Refusal);
    expect(reasonOf(error)).toBe(said);
  });

  it('a question taken back stays one', async () => {
    const asking = new AbortController();
    asking.abort();
    answering(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    await expect(ask('/api/spot', {}, asking.signal)).rejects.toHaveProperty('name', 'AbortError');
  });

  it('a fault of our own is not told in the words of the browser', () =>
    expect(reasonOf(new TypeError('x is not a function'))).toBe('the map itself has a fault'));
});
