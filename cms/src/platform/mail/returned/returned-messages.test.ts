/** How many of the returned messages of each kind of server are understood, and that nothing else is taken for one. */
import { describe, expect, it } from 'vitest';
import { readBounce, type BounceReport } from '../bounce-report.ts';
import { notReturned } from '../testing/not-returned.ts';
import { MESSAGE_ID, RETURN_PATH, returnedByServers } from '../testing/returned-by-servers.ts';

/** The share that must be understood, of each server and of all. */
const WANTED = 0.95;

const read = (message: string): Promise<BounceReport | null> => readBounce(Buffer.from(message, 'utf8'));

const servers = [...new Set(returnedByServers.map(({ server }) => server))];

describe('returned letters', () => {
  it('are told as failed or delayed, whatever server writes them', async () => {
    const readings = await Promise.all(
      returnedByServers.map(async (sample) => ({ ...sample, report: await read(sample.message) })),
    );
    const shares = servers.map((server) => {
      const mine = readings.filter((one) => one.server === server);
      const right = mine.filter(({ means, report }) => report?.verdict === means);
      return { server, share: right.length / mine.length, figures: `${right.length}/${mine.length}` };
    });
    const table = shares.map(({ server, figures }) => `${server.padEnd(30)} ${figures}`).join('\n');
    process.stdout.write(`${table}\n`);
    expect(
      shares.filter(({ share }) => share < WANTED),
      table,
    ).toEqual([]);
  });

  it.each(servers)('of %s name their letter, its recipient and the reason', async (server) => {
    for (const { message, says } of returnedByServers.filter((one) => one.server === server)) {
      const report = await read(message);
      expect(report?.arrivedAt).toContain(RETURN_PATH);
      // Exchange 2003 quotes the letter without its Message-ID, and the waiting ones of Zoho nothing at all.
      if (/^Message-ID:/im.test(message)) expect(report?.messageIds).toContain(MESSAGE_ID);
      // A provider may deliver it to one box and drop the address that it came to: the letter that it quotes names it still.
      if (message.includes(`\nReturn-Path: <${RETURN_PATH}>`)) expect(report?.returnPaths).toContain(RETURN_PATH);
      expect(report?.recipient, message).toBe('bureau@chorale.example');
      expect(report?.answer, message).toContain(says);
    }
  });

  it('cover each server with three failures, and a delay where it tells one', () => {
    for (const server of servers) {
      const mine = returnedByServers.filter((one) => one.server === server);
      expect(mine.filter(({ means }) => means === 'failed').length, server).toBeGreaterThanOrEqual(3);
    }
    expect(returnedByServers.filter(({ means }) => means === 'delayed').length).toBeGreaterThanOrEqual(15);
  });

  it('are read the same with the line ends of the wire', async () => {
    for (const { message } of returnedByServers) {
      expect((await read(message.replace(/\r?\n/g, '\r\n')))?.verdict).toBe((await read(message))?.verdict);
    }
  });
});

describe('what is no returned letter', () => {
  it.each(notReturned.map((one) => [one.what, one] as const))('%s', async (_, { message, verdict }) => {
    expect((await read(message))?.verdict ?? null).toBe(verdict);
  });

  it('marks no letter as failed where a provider drops the reverse-path either', async () => {
    for (const { what, message } of notReturned) {
      const report = await read(message.replace(/^Return-Path: <[^>]*>\n/m, ''));
      expect([what, ['failed', 'delayed'].includes(report?.verdict ?? '')]).toEqual([what, false]);
    }
  });

  it('is tried in more than forty ways', () => {
    expect(notReturned.length).toBeGreaterThan(40);
  });
});
