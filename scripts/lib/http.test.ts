import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { close, listen, receive, sendJson } from './http.ts';

const SECRET = 'the-secret-of-the-webhook';

let server: Server;
let url: string;
let taken: unknown[];
beforeEach(async () => {
  taken = [];
  server = createServer((request, response) => {
    void receive(request, response, {
      secret: SECRET,
      shape: z.strictObject({ name: z.string() }),
      most: 64,
      tooLarge: 'Trop long.',
      notUnderstood: 'Non compris.',
    }).then((body) => {
      if (body === null) return;
      taken.push(body);
      sendJson(response, 200, {});
    });
  });
  url = `http://127.0.0.1:${await listen(server, 0)}/`;
});
afterEach(() => close(server, 50));

async function ask(init: RequestInit): Promise<{ status: number; error?: string; headers: Headers }> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${SECRET}` }, ...init });
  const { error } = (await response.json()) as { error?: string };
  return { status: response.status, headers: response.headers, ...(error === undefined ? {} : { error }) };
}

it('takes a body of the shape, from whoever knows the secret', async () => {
  expect((await ask({ method: 'POST', body: '{"name":"a"}' })).status).toBe(200);
  expect(taken).toEqual([{ name: 'a' }]);
});

it('asks for the secret before it says anything of the request', async () => {
  for (const headers of [new Headers(), new Headers({ authorization: 'Bearer guessed' })]) {
    const refused = await ask({ headers });
    expect(refused).toMatchObject({ status: 401, error: 'unauthorized' });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  }
});

it('refuses another method, a longer body, and what is not of the shape, each with its sentence', async () => {
  const read = await ask({});
  expect(read).toMatchObject({ status: 405, error: 'Non compris.' });
  expect(read.headers.get('allow')).toBe('POST');
  const long = JSON.stringify({ name: 'a'.repeat(60) });
  expect(await ask({ method: 'POST', body: long })).toMatchObject({ status: 413, error: 'Trop long.' });
  for (const body of ['', 'no json', 'null', '{}', '{"name":1}', '{"name":"a","more":1}'])
    expect(await ask({ method: 'POST', body }), body).toMatchObject({ status: 400, error: 'Non compris.' });
  expect(taken).toEqual([]);
});
