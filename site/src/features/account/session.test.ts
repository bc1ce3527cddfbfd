import type { Session } from '@trame/cms/domain/contract/associations/my-entry';
import { expect, it } from 'vitest';
import type { Answer, Asked } from '../service/client.ts';
import { sessionClient } from './session.ts';

const NOW = Date.parse('2026-09-10T10:00:00.000Z');
const session = (accessToken: string, seconds = 600): Session => ({
  accessToken,
  expiresAt: new Date(NOW + seconds * 1000).toISOString(),
  email: 'a@example.org',
});
const refusal = { ok: false, code: 'forbidden', message: 'Non.', faults: [] } as const;

/** A CMS that answers in turn, and remembers what it was asked. */
function cms(...answers: Answer<unknown>[]) {
  const asked: (Asked & { path: string })[] = [];
  const ask = (_name: string | null, path: string, one: Asked) => {
    asked.push({ path, ...one });
    return Promise.resolve(answers.shift() ?? refusal);
  };
  return { asked, client: { ask } as never };
}

it('renews by the cookie before the first request, with the header of ours, and then keeps the token', async () => {
  const { asked, client } = cms({ ok: true, value: session('un') }, { ok: true, value: 1 }, { ok: true, value: 2 });
  const my = sessionClient(client, () => NOW);
  expect(await my.ask('Space', '/api/espace', { method: 'GET' })).toEqual({ ok: true, value: 1 });
  await my.ask('Space', '/api/espace', { method: 'GET' });
  expect(asked.map(({ path }) => path)).toEqual(['/api/session/rafraichir', '/api/espace', '/api/espace']);
  expect(asked[0]).toMatchObject({ withCookie: true, headers: { 'x-trame-session': '1' } });
  expect(asked[2]).toMatchObject({ headers: { authorization: 'Bearer un' } });
  expect(asked[2]?.withCookie).toBeUndefined();
});

it('renews a token that is about to die, and one that is refused once', async () => {
  const dying = cms(
    { ok: true, value: session('un', 10) },
    { ok: true, value: session('deux') },
    { ok: true, value: 1 },
  );
  const my = sessionClient(dying.client, () => NOW);
  await my.open('t');
  await my.ask('Space', '/api/espace', {});
  expect(dying.asked[2]).toMatchObject({ headers: { authorization: 'Bearer deux' } });

  const revoked = cms({ ok: true, value: session('un') }, refusal, { ok: true, value: session('deux') }, refusal);
  const other = sessionClient(revoked.client, () => NOW);
  await other.open('t');
  expect(await other.ask('Space', '/api/espace', {})).toEqual(refusal);
  expect(revoked.asked).toHaveLength(4);
});

it('renews once for requests that come together', async () => {
  const { asked, client } = cms({ ok: true, value: session('un') }, { ok: true, value: 1 }, { ok: true, value: 2 });
  const my = sessionClient(client, () => NOW);
  await Promise.all([my.ask('Space', '/a', {}), my.ask('Space', '/b', {})]);
  expect(asked.filter(({ path }) => path === '/api/session/rafraichir')).toHaveLength(1);
});

it('renews in one tab at a time: the second one sends the cookie that the first one got', async () => {
  let under = 0;
  const together: number[] = [];
  const ask = async (_name: string | null, path: string) => {
    if (path !== '/api/session/rafraichir') return { ok: true, value: 1 } as const;
    under += 1;
    together.push(under);
    await new Promise((resolve) => setTimeout(resolve, 5));
    under -= 1;
    return { ok: true, value: session('un') } as const;
  };
  const tabs = [1, 2, 3].map(() => sessionClient({ ask } as never, () => NOW));
  await Promise.all(tabs.map((tab) => tab.ask('Space', '/api/espace', {})));
  expect(together).toEqual([1, 1, 1]);
});
