import { expect, test } from 'vitest';
import type { ConcernedRecord } from '../../domain/contract/refusal.ts';
import { withRecords } from './lead-to-records.ts';
import { recordsIn } from './records-in-refusal.ts';

const club: ConcernedRecord = { uid: 'api::association.association', documentId: 'a', name: 'Club' };
const ofStrapi = {
  error: { status: 400, message: 'x', details: { errors: [{ path: ['summary'], message: 'x', records: [club] }] } },
};

test('a refusal of Strapi’s forms and one of our routes name the records that they are about, each once', () => {
  expect(recordsIn(ofStrapi)).toEqual([club]);
  expect(
    recordsIn({ error: { code: 'invalid', message: 'x', faults: [{ records: [club] }, { records: [club] }] } }),
  ).toEqual([club]);
  for (const body of [
    null,
    'x',
    {},
    { error: { message: 'x', details: {} } },
    { error: { faults: [{ records: [{ uid: 1 }] }] } },
  ])
    expect(recordsIn(body)).toEqual([]);
});

test('they are shown when a change is refused, and gone once one is done; reading changes nothing', async () => {
  const shown: (readonly ConcernedRecord[])[] = [];
  const answers = [
    new Response(JSON.stringify(ofStrapi), { status: 400 }),
    new Response('{}', { status: 200 }),
    new Response('a proxy’s page', { status: 502 }),
    new Response('{}', { status: 200 }),
  ];
  const send = withRecords(
    () => Promise.resolve(answers.shift()!),
    (records) => shown.push(records),
  );
  const refused = await send('/content-manager/x', { method: 'POST' });
  expect(await refused.json()).toEqual(ofStrapi); // whoever asked still reads it
  await send('/content-manager/x', { method: 'GET' });
  await send('/content-manager/x', { method: 'PUT' });
  await send('/content-manager/x', { method: 'put' });
  expect(shown).toEqual([[club], []]);
});
