import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withCode } from './ask-at-sign-in.ts';

beforeEach(() => vi.stubGlobal('window', { location: { href: 'https://cms.example.org/admin/auth/login' } }));
afterEach(() => void vi.unstubAllGlobals());

const answer = (status: number, name: string) => new Response(JSON.stringify({ name }), { status });

/** A sign-in that answers these in turn, and somebody who types these codes; null closes the dialog. */
function signingIn(answers: readonly Response[], codes: readonly (string | null)[]) {
  const left = { answers: [...answers], codes: [...codes] };
  const sent: unknown[] = [];
  const load = vi.fn(() =>
    Promise.resolve({
      field: 'secondFactor',
      askedFor: async (response: Response) => {
        const { name } = (await response.clone().json()) as { name: string };
        return name === 'asked' ? () => Promise.resolve(left.codes.shift() ?? null) : null;
      },
    }),
  );
  const send = withCode((_input, init) => {
    sent.push(JSON.parse(init?.body as string));
    return Promise.resolve(left.answers.shift()!);
  }, load);
  return { send, sent, load };
}

const form = { method: 'POST', body: JSON.stringify({ email: 'e', password: 'p' }) };

it('sends the form again with each code that is typed, until none is asked for', async () => {
  const { send, sent } = signingIn([answer(400, 'asked'), answer(400, 'asked'), answer(200, 'in')], ['1', '2']);
  expect((await send('/admin/login', form)).status).toBe(200);
  expect(sent).toEqual([
    { email: 'e', password: 'p' },
    { email: 'e', password: 'p', secondFactor: '1' },
    { email: 'e', password: 'p', secondFactor: '2' },
  ]);
});

it('gives the page the last answer, readable, when the dialog is closed or another refusal comes', async () => {
  for (const answers of [[answer(400, 'asked')], [answer(400, 'asked'), answer(429, 'too many')]]) {
    const { send } = signingIn(answers, answers.length === 1 ? [null] : ['1']);
    const last = await send('https://cms.example.org/admin/reset-password', form);
    expect(await last.json()).toEqual({ name: answers.length === 1 ? 'asked' : 'too many' });
  }
});

it('leaves every other request alone', async () => {
  for (const [input, status] of [
    ['/admin/login', 200],
    ['/admin/login/other', 400],
    ['/api/admin/login?x', 200],
    ['/content-manager/collection-types/api::event.event', 400],
  ] as const) {
    const { send, sent, load } = signingIn([answer(status, 'asked')], ['1']);
    await send(input, form);
    expect([input, sent.length, load.mock.calls.length]).toEqual([input, 1, 0]);
  }
});
