import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeBackupRecord } from '../lib/backup-record.ts';
import { createMetricsRoutes } from './metrics.ts';

let dataDir: string;
let url: string;
let end: () => Promise<void>;
let state: PublicationState;
let reads = 0;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-metrics-'));
  state = { live: null, building: null, failure: null, pending: false };
  reads = 0;
  const routes = createMetricsRoutes({ dataDir, state: () => Promise.resolve((reads++, state)) });
  const server = createServer((request, response) => {
    void routes(request, response).then((taken) => void (taken || response.writeHead(404).end()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  end = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(dataDir, { recursive: true, force: true });
  };
});
afterEach(() => end());

/** Values by name and labels. */
async function scraped(): Promise<Record<string, number>> {
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith('trame_'));
  return Object.fromEntries(lines.map((line) => [line.replace(/ [^ ]+$/, ''), Number(line.split(' ').at(-1))]));
}

it('says what is online, what waits and what failed, and nothing of what is not', async () => {
  const before = await scraped();
  expect(before).toMatchObject({
    trame_publication_pending: 0,
    trame_publication_failing: 0,
    trame_backup_failures: 0,
  });
  expect(
    Object.keys(before).filter((name) => /live|started|failed_|booklet|backup_(bytes|timestamp)/.test(name)),
  ).toEqual([]);
  state = {
    live: { release: 'r-1', contentVersion: 'v-1', since: '2026-12-01T03:00:00.000Z' },
    building: { startedAt: '2026-12-01T04:00:00.000Z', step: 'pages' },
    failure: { at: '2026-12-01T03:30:00.000Z', message: 'Le 06 01 02 03 04 n’est pas accepté.' },
    booklet: { behindSince: '2026-12-01T03:00:00.000Z', builtAt: null, making: true, failure: null },
    pending: true,
  };
  const at = '2026-12-01T02:00:00.000Z';
  const last = { at, file: '/srv/b.tar.gz.age', bytes: 1234, rows: 5 };
  await writeBackupRecord(dataDir, { last, failure: { at, since: at, times: 3, message: 'Plein.' } });
  reads = 0;
  const after = await scraped();
  expect(after).toMatchObject({
    'trame_live_release_info{release="r-1",content_version="v-1"}': 1,
    trame_live_since_timestamp_seconds: 1796094000,
    trame_build_started_timestamp_seconds: 1796097600,
    trame_booklet_behind_timestamp_seconds: 1796094000,
    trame_publication_failed_timestamp_seconds: 1796095800,
    ...{ trame_publication_pending: 1, trame_publication_failing: 1 },
    ...{ trame_backup_timestamp_seconds: 1796090400, trame_backup_bytes: 1234, trame_backup_failures: 3 },
  });
  expect(after['trame_disk_bytes{part="size"}']).toBeGreaterThan(after['trame_disk_bytes{part="available"}']!);
  expect(reads).toBe(1);
  // Gone again.
  state = { live: null, building: null, failure: null, pending: false };
  expect(Object.keys(await scraped()).filter((name) => /live|started|failed_/.test(name))).toEqual([]);
});

it('holds no word of what failed, which may name a person', async () => {
  state = { ...state, failure: { at: '2026-12-01T03:30:00.000Z', message: 'Le 06 01 02 03 04 n’est pas accepté.' } };
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).not.toMatch(/06 01|accepté/);
  expect(text).toContain('process_resident_memory_bytes');
});

it.each(['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'])(
  'is no door for what comes through a proxy: %s',
  async (name) => {
    expect((await fetch(`${url}/metrics`, { headers: { [name]: '203.0.113.7' } })).status).toBe(404);
  },
);

it('answers nothing else', async () => {
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${url}/metrics/x`)).status).toBe(404);
});
