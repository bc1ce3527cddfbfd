import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BASE_HEADER, CHOSEN_HEADER, TOLD_HEADER } from '../../domain/contract/desk/form-conflict.ts';
import { withVersions } from './carry-versions.ts';

beforeEach(() => vi.stubGlobal('window', { location: { href: 'https://cms.example.org/admin/' } }));
afterEach(() => void vi.unstubAllGlobals());

const RECORD = '/content-manager/collection-types/api::event.event/abc';
const answer = (status: number, headers: Record<string, string> = {}, body: unknown = {}) =>
  new Response(JSON.stringify(body), { status, headers });

/** A server that answers these in turn, and somebody who chooses so. */
function editing(answers: readonly Response[], chosen: readonly (Record<string, 'mine' | 'theirs'> | null)[] = []) {
  const left = { answers: [...answers], chosen: [...chosen] };
  const sent: { url: string; base: string | null; chosen: unknown }[] = [];
  const told = vi.fn();
  const send = withVersions(
    (input, init) => {
      const headers = new Headers(init?.headers);
      const header = headers.get(CHOSEN_HEADER);
      sent.push({
        url: String(input),
        base: headers.get(BASE_HEADER),
        chosen: header && (JSON.parse(decodeURIComponent(header)) as unknown),
      });
      return Promise.resolve(left.answers.shift()!);
    },
    () =>
      Promise.resolve({
        conflictIn: async (response: Response) => {
          const { version } = (await response.clone().json()) as { version?: string };
          return version === undefined ? null : { version, conflicts: [] };
        },
        ask: () => Promise.resolve(left.chosen.shift() ?? null),
      }),
    told,
  );
  return { send, sent, told };
}
const put = { method: 'PUT', body: '{}', headers: { Authorization: 'Bearer x' } };

it('sends the version that the form was opened on, and then the one that each save answers', async () => {
  const { send, sent } = editing([
    answer(200, { [BASE_HEADER]: 'one' }),
    answer(200, { [BASE_HEADER]: 'published' }),
    answer(200, { [BASE_HEADER]: 'two' }),
    answer(200),
  ]);
  await send(`https://cms.example.org${RECORD}?locale=fr`, { method: 'GET' });
  await send(`${RECORD}?status=published`, { method: 'GET' });
  await send(RECORD, put);
  await send(`${RECORD}/actions/publish`, { method: 'POST', body: '{}' });
  expect(sent.map(({ base }) => base)).toEqual([null, null, 'one', 'two']);
});

it('keeps apart the records of one page, and a refused save from a new version', async () => {
  const { send, sent } = editing([
    answer(200, { [BASE_HEADER]: 'one' }),
    answer(200, { [BASE_HEADER]: 'other' }),
    answer(400, { [BASE_HEADER]: 'wrong' }),
    answer(200),
  ]);
  await send(RECORD, undefined);
  await send('/content-manager/single-types/api::home.home', undefined);
  await send(RECORD, put);
  await send(RECORD, put);
  expect(sent.slice(2).map(({ base }) => base)).toEqual(['one', 'one']);
});

it('asks what stays, and sends the same save again with the answer, as often as it is asked', async () => {
  const { send, sent, told } = editing(
    [
      answer(200, { [BASE_HEADER]: 'one' }),
      answer(409, {}, { version: 'v2' }),
      answer(409, {}, { version: 'v3' }),
      answer(200, { [BASE_HEADER]: 'four', [TOLD_HEADER]: encodeURIComponent('["c’est repris."]') }),
    ],
    [{ summary: 'theirs', name: 'mine' }, { summary: 'mine' }],
  );
  await send(RECORD, undefined);
  expect((await send(RECORD, put)).status).toBe(200);
  expect(sent.slice(1)).toEqual([
    { url: RECORD, base: 'one', chosen: null },
    { url: RECORD, base: 'one', chosen: [{ against: 'v2', theirs: ['summary'] }] },
    {
      url: RECORD,
      base: 'one',
      chosen: [
        { against: 'v2', theirs: ['summary'] },
        { against: 'v3', theirs: [] },
      ],
    },
  ]);
  const record = 'collection-types/api::event.event/abc';
  expect(told.mock.calls).toEqual([
    [{ kind: 'sent', record }],
    [{ kind: 'told', record, sentences: ['c’est repris.'] }],
  ]);
});

it('gives the page the refusal, readable, when the dialog is closed, left offline, or it is another one', async () => {
  for (const [body, chosen] of [
    [{ version: 'v2' }, null],
    [{ version: 'v2' }, { '': 'theirs' }],
    [{ other: true }, { summary: 'mine' }],
  ] as const) {
    const { send, sent, told } = editing([answer(409, {}, body)], [chosen]);
    const response = await send(RECORD, put);
    expect(told.mock.calls.at(-1)).toMatchObject([{ kind: 'refused' }]);
    expect([response.status, await response.json(), sent.length]).toEqual([409, body, 1]);
  }
});

it('fills a form whose save was refused with what it was filled with, and later with what there is', async () => {
  vi.useFakeTimers();
  try {
    const { send, sent } = editing([
      answer(200, { [BASE_HEADER]: 'one' }, { data: 'as it was' }),
      answer(400),
      answer(200, { [BASE_HEADER]: 'two' }, { data: 'of somebody else' }),
      answer(200, { [BASE_HEADER]: 'two' }, { data: 'of somebody else' }),
    ]);
    await send(RECORD, undefined);
    await send(RECORD, put);
    for (const _ of [1, 2]) expect(await (await send(RECORD, undefined)).json()).toEqual({ data: 'as it was' });
    await send('/content-manager/single-types/api::home.home', undefined);
    vi.advanceTimersByTime(10_000);
    expect(await (await send(RECORD, undefined)).json()).toEqual({ data: 'of somebody else' });
    expect(sent).toHaveLength(4);
  } finally {
    vi.useRealTimers();
  }
});

it('leaves every other request as it is', async () => {
  for (const [url, method] of [
    ['/content-manager/collection-types/api::event.event', 'GET'],
    ['/content-manager/collection-types/api::event.event', 'POST'],
    [`${RECORD}/actions/unpublish`, 'POST'],
    [`${RECORD}/actions/countDraftRelations`, 'GET'],
    ['/admin/login', 'POST'],
  ] as const) {
    const { send, sent } = editing([answer(409, {}, { version: 'v2' })]);
    expect((await send(url, { method })).status).toBe(409);
    expect(sent).toEqual([{ url, base: null, chosen: null }]);
  }
});
