/**
 * A letter to a list is queued for all of its readers or for none (decision 0039): the whole CMS is killed while it queues, starts
 * again, and is asked once more, as an editor would whose page said that the server does not answer.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyRecord } from '@trame/cms/domain/contract/desk/finding';
import { ListLetterLook, SentListLetter } from '@trame/cms/domain/contract/desk/list-letter';
import type { CaughtLetter } from '../mail-catcher/letter-folder.ts';
import { Editor } from './testing/editor.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
let database: pg.Client;
beforeAll(async () => {
  world = await createWorld();
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
}, 300_000);
afterAll(async () => {
  await database?.end();
  await world?.end();
});

const LETTER = { subject: 'Le forum de {association}', body: 'Bonjour,\n\nLe forum approche.\n\n{office}' };
const taken = { criteria: { ...anyRecord, types: ['api::association.association'] }, ticked: null };

it('queues nothing when the CMS is killed in the middle, and each letter once when it is asked again', async () => {
  const look = async (editor: Editor) =>
    ListLetterLook.parse(await (await editor.fetch('POST', '/trame/lists-out/letter/look', { taken })).json());
  const { letters: expected } = await look(world.editor);
  expect(expected).toBeGreaterThan(20);
  const sending = { taken, ...LETTER, id: randomUUID(), expected };
  const queued = async () =>
    (
      await database.query<{ recipient: string; state: string }>(
        `select recipient, state from trame_letters where starts_with(key, $1)`,
        [`list:${sending.id}:`],
      )
    ).rows;

  // The line of the journal is written after the letters: while it waits, all of them are in the transaction.
  await database.query('begin');
  await database.query('lock table journal_entries in exclusive mode');
  const cut = world.editor.fetch('POST', '/trame/lists-out/letter/send', sending).then(
    () => 'answered',
    () => 'cut',
  );
  await world.until(async () => {
    const { rows } = await database.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks where relation = 'journal_entries'::regclass and not granted`,
    );
    return (rows[0]?.waiting ?? 0) > 0;
  });
  await world.killCms();
  expect(await cut).toBe('cut');
  await database.query('rollback');
  await world.startCms();
  expect(await queued()).toEqual([]);

  const editor = await Editor.signIn(world.environment.cmsUrl, world.account);
  const again = await editor.fetch('POST', '/trame/lists-out/letter/send', sending);
  expect(SentListLetter.parse(await again.json()).queued).toBe(expected);
  // Pressed once more: nobody gets it twice.
  expect((await editor.fetch('POST', '/trame/lists-out/letter/send', sending)).status).toBe(409);
  const rows = await queued();
  expect(rows).toHaveLength(expected);
  expect(new Set(rows.map(({ recipient }) => recipient.toLowerCase())).size).toBe(expected);

  await world.until(async () => (await queued()).every(({ state }) => state === 'sent'));
  const caught = (await (await fetch(`${world.mailbox}messages.json`)).json()) as CaughtLetter[];
  const received = caught.filter(({ subject }) => subject.startsWith('Le forum d'));
  expect(received).toHaveLength(expected);
}, 240_000);
