/** What a CMS talks to, as stand-ins on this machine: a mail server with its moods, and a deployer. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Sink, startSink } from '../e2e/testing/smtp-sink.ts';

/** By the name before the `@`: what becomes of a letter to it. */
export const MAILBOXES = {
  /** The server does not know it. */
  refused: 'inconnu',
  /** Cut off after the final dot: nobody knows whether it arrived. */
  doubtful: 'coupure',
  /** Never answered: its letter is still being handed over when the dump is made. */
  sending: 'attente',
  /** The same, after the final dot. */
  committing: 'suspens',
} as const;

export function startMailServer(): Promise<Sink> {
  const isFor = (name: string) => (to: string) => to.startsWith(`${name}@`);
  const [refused, doubtful, sending, committing] = Object.values(MAILBOXES).map(isFor) as [
    (to: string) => boolean,
    (to: string) => boolean,
    (to: string) => boolean,
    (to: string) => boolean,
  ];
  return startSink({
    onRecipient: (to) => (refused(to) ? { code: 550, words: '5.1.1 User unknown' } : sending(to) ? 'hang' : 'accept'),
    onMessage: ({ to }) => (doubtful(to) ? 'accept and drop' : committing(to) ? 'hang' : 'accept'),
  });
}

const reportOf = (edition: string) => ({
  format: 'trame-print-report/1',
  edition: { id: edition, year: 2026, title: 'Le guide' },
  printedAt: '2026-11-22T10:00:00.000Z',
  content: 'b'.repeat(64),
  software: { typst: '0.14', trame: '0.1.0' },
  standard: 'PDF/X-4',
  profile: 'FOGRA39L Coated',
  files: [{ name: 'livret.pdf', label: 'Livret', bytes: 10, sha256: 'c'.repeat(64), pages: 8 }],
  pages: 8,
  entries: 12,
  notesPages: 0,
  spineMm: null,
  entryPages: {},
  checks: [],
  notices: [],
  changes: null,
});

/** Answers for the editions as a deployer does that has printed them; to everything else it only says that it has heard. */
export async function startDeployerStandIn(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    const [, edition, act] = /^\/editions\/([a-z0-9]+)\/?(\w*)/.exec(request.url ?? '') ?? [];
    const state = edition && {
      edition,
      printing: act === 'proof' ? { startedAt: '2026-11-22T10:00:00.000Z' } : null,
      failure: null,
      proof: null,
      proofIsStale: false,
      frozen: act === 'freeze' ? { at: '2026-11-22T11:00:00.000Z', report: reportOf(edition) } : null,
      links: [],
    };
    response.writeHead(act === 'freeze' ? 200 : 202, { 'content-type': 'application/json' });
    response.end(JSON.stringify(state ?? null));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
