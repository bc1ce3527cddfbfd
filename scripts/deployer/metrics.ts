/**
 * `GET /metrics`: what a monitoring program (Prometheus and its like) asks, in its format. Figures alone, of the publication, the
 * disk, the backups and this process: nothing of a person, hence no secret to know. Only for this machine all the same: a proxy
 * that lets more through than it should gets the answer of a door that does not exist.
 */
import { statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { readBackupRecord } from '../lib/backup-record.ts';
import type { Routes } from './editions/routes.ts';

export interface Measured {
  readonly state: () => Promise<PublicationState>;
  readonly dataDir: string;
}

const seconds = (instant: string): number => Date.parse(instant) / 1000;

/** What one question sees: several gauges ask, and what they tell is of one moment. */
function oncePerQuestion<Read>(read: () => Promise<Read>): () => Promise<Read> {
  let asked: Promise<Read> | null = null;
  return () => (asked ??= read().finally(() => (asked = null)));
}

/** What is read anew at each question: the gauge, and what it then says. A gauge that says nothing has no line. */
function registerGauges({ state, dataDir }: Measured, registry: Registry): void {
  const now = oncePerQuestion(state);
  const backups = oncePerQuestion(() => readBackupRecord(dataDir));
  const gauge = (name: string, help: string, read: (gauge: Gauge<string>) => Promise<void>, labels: string[] = []) =>
    new Gauge({
      ...{ name: `trame_${name}`, help, labelNames: labels, registers: [registry] },
      async collect() {
        this.reset();
        if (labels.length === 0) this.remove(); // without labels, `reset` leaves a zero
        await read(this);
      },
    });
  /** A moment that may not be. */
  const moment = (name: string, help: string, read: () => Promise<string | null | undefined>) =>
    gauge(`${name}_timestamp_seconds`, help, async (one) => {
      const instant = await read();
      if (instant) one.set(seconds(instant));
    });

  gauge(
    'live_release_info',
    'The release that residents see; its labels say which.',
    async (one) => {
      const { live } = await now();
      if (live) one.set({ release: live.release, content_version: live.contentVersion }, 1);
    },
    ['release', 'content_version'],
  );
  moment('live_since', 'When that release went online.', async () => (await now()).live?.since);
  gauge('publication_pending', '1 when a change waits for the build under way to end.', async (one) =>
    one.set(Number((await now()).pending)),
  );
  gauge('publication_failing', '1 when the last build failed, or waits for a word after a restore.', async (one) =>
    one.set(Number((await now()).failure !== null)),
  );
  moment(
    'publication_failed',
    'When the last build failed; absent while none has.',
    async () => (await now()).failure?.at,
  );
  moment(
    'booklet_behind',
    'Since when the printable guide does not hold what the pages show; absent when it does.',
    async () => (await now()).booklet?.behindSince,
  );
  moment(
    'build_started',
    'When the build under way began; absent when there is none.',
    async () => (await now()).building?.startedAt,
  );
  gauge(
    'disk_bytes',
    'The disk of the data: its size, and what is left of it.',
    async (one) => {
      const { blocks, bavail, bsize } = await statfs(dataDir);
      one.set({ part: 'size' }, blocks * bsize);
      one.set({ part: 'available' }, bavail * bsize);
    },
    ['part'],
  );
  moment('backup', 'When the last backup was made; absent when none was.', async () => (await backups()).last?.at);
  gauge('backup_bytes', 'How large the last backup is.', async (one) => {
    const { last } = await backups();
    if (last) one.set(last.bytes);
  });
  gauge('backup_failures', 'How many backups have failed since one went well.', async (one) =>
    one.set((await backups()).failure?.times ?? 0),
  );
}

/** A program on this machine asks directly; what a proxy passes on says so. */
const cameThroughProxy = ({ headers }: IncomingMessage): boolean =>
  ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'].some(
    (name) => headers[name] !== undefined,
  );

export function createMetricsRoutes(measured: Measured): Routes {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registerGauges(measured, registry);
  return async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics' || cameThroughProxy(request)) return false;
    request.resume();
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
    response.end(text);
    return true;
  };
}
