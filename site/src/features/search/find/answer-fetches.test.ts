import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerFetches } from './answer-fetches.ts';

const real = globalThis.fetch;
const network: typeof fetch = (input) =>
  Promise.resolve(new Response(`network: ${input instanceof Request ? input.url : input.toString()}`));
beforeEach(() => {
  globalThis.fetch = network;
});
afterEach(() => {
  globalThis.fetch = real;
});

const said = async (address: string | Request) => (await fetch(address)).text();
const only = (address: string, text: string) => answerFetches((url) => (url === address ? new Response(text) : null));

it('answers what it knows, whether asked by address or as a request, and leaves the rest to the network', async () => {
  const end = only('http://a.example.org/x', 'here');
  expect(await said('http://a.example.org/x')).toBe('here');
  expect(await said(new Request('http://a.example.org/x'))).toBe('here');
  expect(await said('http://a.example.org/y')).toBe('network: http://a.example.org/y');
  end();
  expect(globalThis.fetch).toBe(network);
});

it('asks the last one first, and may end in any order', async () => {
  const first = only('http://a.example.org/x', 'first');
  const both = only('http://a.example.org/x', 'second');
  const other = only('http://a.example.org/y', 'other');
  expect(await said('http://a.example.org/x')).toBe('second');
  first();
  first();
  expect(await said('http://a.example.org/x')).toBe('second');
  both();
  expect(await said('http://a.example.org/x')).toBe('network: http://a.example.org/x');
  expect(await said('http://a.example.org/y')).toBe('other');
  other();
  expect(globalThis.fetch).toBe(network);
});
