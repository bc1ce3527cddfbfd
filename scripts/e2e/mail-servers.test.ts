/** Servers as they are: full, busy, slow, broken. The real sender, a real PostgreSQL, a real SMTP server that misbehaves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { eraseLetterTexts } from '@trame/cms/mail/erase-letters';
import { type Connection, insertLetters } from '@trame/cms/mail/outbox';
import { type Sender, type SenderOptions, startSender } from '@trame/cms/mail/sender';
import { createTransport, type TransportTimeouts } from '@trame/cms/mail/transport';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type RunningPostgres, startTemporaryPostgres } from '../lib/embedded-postgres.ts';
import { freePort } from '../lib/http.ts';
import { connectionOf, createOwnTables } from './testing/own-tables.ts';
import { type Sink, startSink } from './testing/smtp-sink.ts';

const FROM = { name: 'Office', address: 'annuaire@example.org', local: 'annuaire', domain: 'example.org' };
const NOT_NOW = { code: 451, words: '4.7.1 Greylisting in action, please come back later' };

let postgres: RunningPostgres;
let database: pg.Client;
let connection: Connection;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  postgres = await startTemporaryPostgres({ database: 'trame' });
  database = new pg.Client({ connectionString: postgres.url });
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
  await postgres.stop();
});

const address = (number: number) => `contact-${number}@example.org`;

const queue = (count: number) =>
  insertLetters(
    connection,
    Array.from({ length: count }, (_, number) => ({
      key: `campaign:essai:${number}:invitation`,
      kind: 'invitation' as const,
      to: address(number),
      subject: `Lettre ${number}`,
      text: 'Bonjour',
      html: '<p>Bonjour</p>',
      replyTo: null,
      request: null,
    })),
  );

async function sink(options: Parameters<typeof startSink>[0] = {}): Promise<Sink> {
  const server = await startSink(options);
  ends.push(() => server.stop());
  return server;
}

function send(port: number, options: Partial<SenderOptions> & { timeouts?: Partial<TransportTimeouts> } = {}): Sender {
  const { timeouts = {}, ...more } = options;
  const sender = startSender({
    databaseUrl: postgres.url,
    transport: createTransport(`smtp://127.0.0.1:${port}`, timeouts),
    from: FROM,
    perSecond: 1000,
    pollMs: 20,
    retryAfterMs: () => 200,
    holdMs: () => 100,
    ...more,
  });
  ends.push(() => sender.stop(200));
  return sender;
}

interface Row {
  recipient: string | null;
  state: string;
  answer: string | null;
  attempts: number;
}

const rows = async () =>
  (await database.query<Row>('select recipient, state, answer, attempts from trame_letters order by id')).rows;
const states = async () => (await rows()).map(({ state }) => state);
const settled = (state: string) => async () => (await states()).every((one) => one === state);

async function until(condition: () => boolean | Promise<boolean>, patienceMs = 20_000): Promise<void> {
  const begun = performance.now();
  while (!(await condition())) {
    if (performance.now() - begun > patienceMs)
      throw new Error(`Not after ${patienceMs} ms: ${condition.toString()}; ${JSON.stringify(await rows())}`);
    await sleep(10);
  }
}

it('comes back later when the server asks for it, for that letter alone', async () => {
  const asked = new Map<string, number>();
  const server = await sink({
    onRecipient: (to) => {
      asked.set(to, (asked.get(to) ?? 0) + 1);
      return to === address(1) && (asked.get(to) ?? 0) < 3 ? NOT_NOW : 'accept';
    },
  });
  await queue(3);
  send(server.port);
  await until(settled('sent'));
  expect(server.accepted.map(({ to }) => to)).toEqual([address(0), address(2), address(1)]);
  expect((await rows())[1]?.attempts).toBe(3);
});

it('gives up after a time, with the words of the server', async () => {
  const server = await sink({ onRecipient: () => NOT_NOW });
  await queue(1);
  send(server.port, { giveUpAfterMs: 500 });
  await until(settled('refused'));
  expect((await rows())[0]?.answer).toMatch(/^Non distribuée après .* Réponse du serveur.*Greylisting/s);
});

it('records who is refused for good, before the letter or after it, and goes on with the others', async () => {
  const server = await sink({
    onRecipient: (to) => (to === address(1) ? { code: 550, words: '5.1.1 User unknown' } : 'accept'),
    onMessage: ({ to }) => (to === address(3) ? { code: 554, words: '5.7.1 Looks like spam' } : 'accept'),
  });
  await queue(5);
  send(server.port);
  await until(async () => (await states()).every((state) => state === 'sent' || state === 'refused'));
  expect(await states()).toEqual(['sent', 'refused', 'sent', 'refused', 'sent']);
  const [, unknown, , spam] = await rows();
  expect(unknown?.answer).toMatch(/^Cette adresse n’existe pas \(ou plus\)\. Réponse du serveur\u00a0: .*5\.1\.1/);
  expect(spam?.answer).toMatch(/indésirable.*À vous de corriger/s);
  expect(server.accepted).toHaveLength(3);
});

it('does not send again what the server took without a word, and says that it does not know', async () => {
  const server = await sink({ onMessage: ({ to }) => (to === address(1) ? 'accept and drop' : 'accept') });
  await queue(3);
  send(server.port);
  await until(async () => (await states()).every((state) => state === 'sent' || state === 'doubtful'));
  await sleep(300);
  expect(await states()).toEqual(['sent', 'doubtful', 'sent']);
  expect(server.accepted.map(({ to }) => to).sort()).toEqual([address(0), address(1), address(2)]);
});

it('sends again by itself what was cut off before the final dot', async () => {
  let cuts = 0;
  const server = await sink({ dropBeforeDot: () => (cuts += 1) <= 2 });
  await queue(1);
  // Long enough that the cut comes before all of it is written.
  await database.query(`update trame_letters set body_text = repeat('Une ligne de la lettre. ', 200000)`);
  send(server.port);
  await until(async () => ['sent', 'doubtful'].includes((await states())[0] ?? ''));
  expect(await states()).toEqual(['sent']);
  expect(server.accepted).toHaveLength(1);
  expect(cuts).toBe(3);
});

it('waits for a slow server: a greeting and an answer that take their time', async () => {
  const server = await sink({ greetingMs: 700, answerMs: () => 500 });
  await queue(4);
  send(server.port);
  await until(settled('sent'));
  expect(server.accepted).toHaveLength(4);
});

it('holds everything while the server cannot be reached, says so, and goes on when it answers', async () => {
  const port = await freePort();
  await queue(2);
  const sender = send(port);
  await until(() => sender.state().trouble !== null);
  expect(sender.state().trouble?.message).toMatch(/ne répond pas\. Les lettres attendent/);
  await until(async () => (await rows()).every(({ state, attempts }) => state === 'queued' && attempts === 0));
  await sender.stop(0);
  const server = await sink();
  const later = send(server.port);
  await until(settled('sent'));
  expect(later.state().trouble).toBeNull();
});

it('holds everything when the greeting never comes', async () => {
  const server = await sink({ greetingMs: 60_000 });
  await queue(1);
  const sender = send(server.port, { timeouts: { greetingTimeout: 200 } });
  await until(() => sender.state().trouble !== null);
  await sender.stop(0);
  expect(await states()).toEqual(['queued']);
});

it('keeps letters when no server is set, and says what to do', async () => {
  await queue(1);
  const sender = send(0, { transport: null });
  await until(() => sender.state().trouble !== null);
  expect(sender.state().trouble?.message).toMatch(/SMTP_URL/);
  expect(await states()).toEqual(['queued']);
});

it('lets one of several processes send, and the next one when that has gone', async () => {
  const [first, second] = [await sink(), await sink()];
  const one = send(first.port);
  await until(() => one.state().active);
  const other = send(second.port);
  await queue(5);
  await until(settled('sent'));
  expect([first.accepted.length, second.accepted.length]).toEqual([5, 0]);
  expect(other.state().active).toBe(false);
  await one.stop();
  await until(() => other.state().active);
});

it('sends no faster than it may, and what somebody waits for before a campaign', async () => {
  const server = await sink();
  await queue(10);
  await insertLetters(connection, [
    {
      key: 'sign-in:1',
      kind: 'sign-in',
      to: 'qui@attend.example',
      subject: 'Lien',
      text: 'x',
      html: 'x',
      replyTo: null,
      request: null,
    },
  ]);
  const begun = performance.now();
  send(server.port, { perSecond: 20, connections: 1 });
  await until(settled('sent'));
  expect(performance.now() - begun).toBeGreaterThan(10 * 50 - 20);
  expect(server.accepted[0]?.to).toBe('qui@attend.example');
});

it('loses nothing and doubles nothing when the database goes away in the midst of it', async () => {
  const server = await sink({ answerMs: () => 5 });
  await queue(200);
  const sender = send(server.port);
  for (const threshold of [40, 90, 140]) {
    await until(() => server.accepted.length >= threshold);
    await database.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`,
    );
  }
  await until(settled('sent'));
  // The server's answers were kept in memory and told to the database when it was back: nothing is uncertain.
  expect(new Set(server.accepted.map(({ messageId }) => messageId)).size).toBe(200);
  expect(server.accepted).toHaveLength(200);
  expect(sender.state().trouble).toBeNull();
});

it('erases what an old letter said and to whom, and still does not send it twice', async () => {
  const server = await sink();
  await queue(2);
  const sender = send(server.port);
  await until(settled('sent'));
  await sender.stop();
  await database.query(`update trame_letters set state_at = now() - interval '31 days' where key like '%:0:%'`);
  expect(await eraseLetterTexts(connection, new Date(), 30)).toBe(1);
  expect((await rows())[0]?.recipient).toBeNull();
  expect((await rows())[1]?.recipient).toBe(address(1));
  const kept = await database.query<{ recipient_hash: string }>('select recipient_hash from trame_letters');
  expect(kept.rows[0]?.recipient_hash).toHaveLength(64);
  expect(await queue(2)).toBe(0);
});
