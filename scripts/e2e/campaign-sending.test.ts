/**
 * Letters leave exactly once (decision 0015). A minimal process with the real sender, on a real PostgreSQL, talking to a real
 * SMTP server, is killed hard. Not the whole CMS: what sends is the sender, everything it knows is in the database, and five
 * starts of Strapi would only add half a minute during which nothing is sent.
 */
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, insertLetters, type Letter, requeueLetters } from '@trame/cms/mail/outbox';
import { messageIdOf } from '@trame/cms/mail/message';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Child, launch, nodeArguments } from '../lib/child.ts';
import { ROOT } from '../lib/environment.ts';
import { connectionOf, createOwnTables } from './testing/own-tables.ts';
import { type Accepted, type Sink, startDotKeeper, startSink } from './testing/smtp-sink.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-server.ts';

const FROM = { name: '', address: 'annuaire@example.org', local: 'annuaire', domain: 'example.org' };

let testDatabase: TestDatabase;
let database: pg.Client;
let connection: Connection;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = new pg.Client({ connectionString: testDatabase.url });
  await database.connect();
  connection = connectionOf(database);
  await createOwnTables(connection);
});
beforeEach(() => database.query('truncate trame_letters'));
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(async () => {
  await database.end();
  await testDatabase.drop();
});

const letter = (number: number): Letter => ({
  key: `campaign:essai:association-${number}:invitation`,
  kind: 'invitation',
  to: `association-${number}@example.org`,
  subject: `Votre fiche dans l’annuaire, association ${number}`,
  text: 'Bonjour,\n\nRien n’a changé ?\n.\nUne ligne qui ne contient qu’un point ne finit pas la lettre.\n'.repeat(10),
  html: '<p>Bonjour,</p>',
  replyTo: null,
  request: null,
});

const queue = (count: number) =>
  insertLetters(
    connection,
    Array.from({ length: count }, (_, number) => letter(number)),
  );

async function sink(options: Parameters<typeof startSink>[0] = {}): Promise<Sink> {
  const started = await startSink(options);
  ends.push(() => started.stop());
  return started;
}

function sender(port: number): Child {
  const child = launch(
    process.execPath,
    nodeArguments(path.join(ROOT, 'scripts/e2e/testing/mail-sender.ts'), testDatabase.url, `smtp://127.0.0.1:${port}`),
    { cwd: ROOT, env: { ...process.env, VITEST: '' } },
  );
  ends.push(() => child.stop(0));
  return child;
}

async function killHard(child: Child): Promise<void> {
  process.kill(child.pid!, 'SIGKILL');
  await child.exited;
}

async function until(condition: () => boolean | Promise<boolean>, patienceMs = 40_000): Promise<void> {
  const begun = performance.now();
  while (!(await condition())) {
    if (performance.now() - begun > patienceMs)
      throw new Error(`Not after ${patienceMs} ms: ${condition.toString()}; ${JSON.stringify(await states())}`);
    await sleep(5);
  }
}

async function states(): Promise<Record<string, number>> {
  const { rows } = await database.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from trame_letters group by state',
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

const allSettled = async () => {
  const { queued = 0, sending = 0, committing = 0 } = await states();
  return queued + sending + committing === 0;
};

const inState = async (state: string) =>
  (
    await database.query<{ key: string; answer: string | null }>(
      'select key, answer from trame_letters where state = $1 order by id',
      [state],
    )
  ).rows;

const idsOf = (accepted: readonly Accepted[]) => accepted.map(({ messageId }) => messageId);
const has = (server: Sink, key: string) => idsOf(server.accepted).includes(messageIdOf(key, FROM));

describe('sending to 1,200 associations, killed five times at random', () => {
  it('sends 1,200 letters: no double, nobody left out, and every uncertain one is told', async () => {
    const server = await sink({ answerMs: () => randomInt(0, 8) });
    await queue(1200);
    const moments = Array.from({ length: 5 }, () => randomInt(40, 1000)).sort((a, b) => a - b);
    for (const moment of moments) {
      const running = sender(server.port);
      const before = server.accepted.length;
      await until(() => server.accepted.length >= Math.max(moment, before + 1)); // in the midst of sending, not of starting
      await sleep(randomInt(0, 10));
      await killHard(running);
    }
    const last = sender(server.port);
    await until(allSettled);

    const ids = idsOf(server.accepted);
    expect(new Set(ids).size).toBe(ids.length);
    const sent = await inState('sent');
    const doubtful = await inState('doubtful');
    expect(sent.length + doubtful.length).toBe(1200);
    expect(sent.filter(({ key }) => !has(server, key))).toEqual([]);
    const lost = doubtful.filter(({ key }) => !has(server, key));
    // Whatever the server does not have is among the doubtful, and nowhere else.
    expect(ids.length + lost.length).toBe(1200);
    expect(doubtful.length).toBeLessThanOrEqual(5 * 3);
    console.info(`killed at ${moments.join(', ')}: ${doubtful.length} doubtful, ${lost.length} of them not received`);

    // The editor's act, for those that did not arrive; the others keep quiet.
    expect(
      await requeueLetters(
        connection,
        lost.map(({ key }) => key),
      ),
    ).toBe(lost.length);
    await until(allSettled);
    expect(server.accepted.length).toBe(1200);
    expect(new Set(idsOf(server.accepted)).size).toBe(1200);
    expect(new Set(server.accepted.map(({ to }) => to)).size).toBe(1200);
    await last.stop();
  });
});

describe('a sender killed around the final dot', () => {
  it('does not send again what the server had without having answered', async () => {
    let arrived!: () => void;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const server = await sink({ answerMs: () => (arrived(), 60_000) });
    await queue(1);
    const first = sender(server.port);
    await arrival;
    await killHard(first);

    const healthy = await sink();
    sender(healthy.port);
    await until(allSettled);
    await sleep(300);
    expect(server.accepted).toHaveLength(1);
    expect(healthy.accepted).toEqual([]);
    expect(await states()).toEqual({ doubtful: 1 });
  });

  it('shows as doubtful what never arrived, and sends it when the editor says so', async () => {
    const server = await sink();
    const keeper = await startDotKeeper(server.port);
    ends.push(() => keeper.stop());
    await queue(1);
    const first = sender(keeper.port);
    await keeper.held;
    await killHard(first);

    sender(server.port);
    await until(allSettled);
    expect(await states()).toEqual({ doubtful: 1 });
    expect(server.accepted).toEqual([]);
    expect(await requeueLetters(connection, [letter(0).key])).toBe(1);
    await until(() => server.accepted.length === 1);
    await until(allSettled);
    expect(await states()).toEqual({ sent: 1 });
  });

  it('sends again, by itself, what had no dot yet', async () => {
    let dropped!: () => void;
    const drop = new Promise<void>((resolve) => (dropped = resolve));
    const stubborn = await sink({ greetingMs: 0, onRecipient: () => (dropped(), 'hang') });
    await queue(1);
    const first = sender(stubborn.port);
    await drop;
    await killHard(first);
    const server = await sink();
    sender(server.port);
    await until(allSettled);
    expect(await states()).toEqual({ sent: 1 });
    expect(server.accepted).toHaveLength(1);
  });
});
