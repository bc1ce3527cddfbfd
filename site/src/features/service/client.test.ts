import { afterEach, expect, it, vi } from 'vitest';
import { cmsClient } from './client.ts';

const answering = (body: string, status = 200) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
const { ask } = cmsClient('https://cms.example.org');
const open = () => ask('OpenedWithdrawal', '/api/retrait/ouvrir', { body: { token: 't' } });
const opened = { association: 'Judo', contact: 'Trésorerie, M… D…', channels: ['web'] };

afterEach(() => void vi.unstubAllGlobals());

it('reads an answer of the contract', async () => {
  answering(JSON.stringify(opened));
  expect(await open()).toEqual({ ok: true, value: opened });
});

it('says of any other answer that it is broken: a field too few or too many, another type, a page of a proxy', async () => {
  const { contact: _contact, ...short } = opened;
  for (const body of [JSON.stringify(short), JSON.stringify({ ...opened, channels: 'web' }), '<html>', '']) {
    answering(body);
    expect(await open()).toMatchObject({ ok: false, code: 'broken' });
  }
  answering(JSON.stringify({ ...opened, more: 1 }));
  expect(await open()).toMatchObject({ ok: false, code: 'broken' });
});

it('does not refuse an answer for its length: the office may keep more than a form may send', async () => {
  const session = { accessToken: '', expiresAt: '2026-09-10T10:00:00.000Z', email: 'a@example.org' };
  answering(JSON.stringify(session));
  expect(await ask('Session', '/api/session/ouvrir', {})).toEqual({ ok: true, value: session });
});

it('expects nothing of an answer that says nothing', async () => {
  answering('', 202);
  expect(await ask(null, '/api/mes-donnees', { body: {} })).toEqual({ ok: true, value: null });
});

it('tells a refusal in its own words, and only faults that name a field', async () => {
  const error = { code: 'invalid', message: 'Vérifiez : un champ.', faults: [{ path: 'a', message: 'b' }, null, {}] };
  answering(JSON.stringify({ error }), 400);
  const answer = await open();
  expect(answer).toEqual({
    ok: false,
    code: 'invalid',
    message: 'Vérifiez\u00a0: un champ.',
    faults: [{ path: 'a', message: 'b' }],
  });
});

it('says that the network is down', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await open()).toMatchObject({ ok: false, code: 'network' });
});
