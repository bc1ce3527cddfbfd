/** What the program tells of itself when something is wrong: by letters that a real mail server takes, and in the admin. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { JobsReport } from '../src/domain/contract/desk/jobs.ts';
import type { PublicationState } from '../src/domain/contract/desk/publication-state.ts';
import { storedBackupRecord, type BackupRecord } from '../src/domain/stored/backup-record.ts';
import type * as Rules from '../src/upkeep/alarms/rules.ts';
import type * as Watch from '../src/upkeep/alarms/watch.ts';
import { type Cms, startCms } from './helpers/cms.ts';
import { asAdmin, signIn } from './helpers/http.ts';

const compiled = <T>(name: string): T =>
  createRequire(import.meta.url)(join(import.meta.dirname, '../dist/src', `${name}.js`)) as T;
const { watchAlarms } = compiled<typeof Watch>('upkeep/alarms/watch');
const { alarmRules } = compiled<typeof Rules>('upkeep/alarms/rules');

const OFFICE = 'office-des-alarmes@example.org';
const OPERATOR = 'serveur@example.org';
const SETTINGS = 'api::site-settings.site-settings';
const MINUTE = 60_000;
const NBSP = /[\u00a0\u202f]/g;

let cms: Cms;
let token: string;
beforeAll(async () => {
  cms = await startCms();
  token = await signIn(cms);
});

let officeBefore: string | null = null;
beforeEach(async () => {
  process.env['TRAME_OPERATOR_EMAIL'] = `${OPERATOR}, ${OFFICE}`; // the office's own once more: one letter all the same
  const settings = (await cms.strapi.db.query(SETTINGS).findOne({})) as {
    id: number;
    operatorEmail: string | null;
  } | null;
  officeBefore = settings?.operatorEmail ?? null;
  if (settings)
    await cms.strapi.db.query(SETTINGS).update({ where: { id: settings.id }, data: { operatorEmail: OFFICE } });
  else await cms.strapi.db.query(SETTINGS).create({ data: { operatorEmail: OFFICE } });
  await cms.strapi.db.connection.raw('delete from trame_alarms');
});
afterEach(async () => {
  delete process.env['TRAME_OPERATOR_EMAIL'];
  cms.answer = null;
  await cms.strapi.db.query(SETTINGS).updateMany({ data: { operatorEmail: officeBefore } });
  await cms.strapi.db.connection.raw('delete from trame_alarms');
  rmSync(recordFile(), { force: true });
});

const recordFile = () => join(process.env['DATA_DIR']!, 'backups.json');
function noteBackup(record: BackupRecord): void {
  mkdirSync(process.env['DATA_DIR']!, { recursive: true });
  writeFileSync(recordFile(), JSON.stringify(storedBackupRecord.write(record)));
}

const deployerSays = (state: Partial<PublicationState>): void => {
  cms.answer = ({ url }) =>
    url === '/state'
      ? { status: 200, body: { live: null, building: null, failure: null, pending: false, ...state } }
      : { status: 202, body: null };
};
const live = { release: 'r', contentVersion: 'v', since: '2099-01-01T00:00:00.000Z' };

/** One look of one rule, so many minutes after the first. Far from the clock of the job itself. */
function looking(id: string, begun: string) {
  const rules = alarmRules.filter((rule) => rule.id === id);
  expect(rules).toHaveLength(1);
  return (minute: number) => watchAlarms(cms.strapi, new Date(Date.parse(begun) + minute * MINUTE), rules);
}

const to = (address: string) => cms.mail.letters.list().filter((letter) => letter.to === address);
async function lettersTo(address: string, count: number): Promise<string[]> {
  await vi.waitUntil(() => to(address).length >= count, { timeout: 20_000, interval: 30 });
  const read = to(address).map(({ id }) => cms.mail.letters.read(id));
  return (await Promise.all(read)).map((letter) => (letter?.text ?? '').replace(NBSP, ' '));
}
const report = async () => JobsReport.parse(await (await asAdmin(cms, token, '/trame/jobs')).json());
const alarms = async () => (await report()).alarms;

it('a site that is behind for ten minutes is told to office and operator once, and once when it follows again', async () => {
  const look = looking('site-behind', '2099-01-01T08:00:00Z');
  const before = [to(OFFICE).length, to(OPERATOR).length];
  deployerSays({ live, failure: { at: '2099-01-01T08:00:00.000Z', message: 'Il manque une image.' } });
  for (const minute of [0, 1, 5, 9]) expect(await look(minute)).toBeNull();
  expect(await alarms()).toEqual([]);
  expect(await look(10)).toMatch(/Signalé par lettre.*plus à jour/);
  expect(await alarms()).toMatchObject([{ id: 'site-behind', words: expect.stringContaining('Il manque une image.') }]);
  for (const minute of [11, 60, 600]) expect(await look(minute)).toBeNull();
  deployerSays({ live });
  expect(await look(601)).toBeNull();
  expect(await alarms()).toEqual([]);
  expect(await look(612)).toMatch(/de nouveau à jour/);
  for (const minute of [613, 900, 2000]) expect(await look(minute)).toBeNull();

  for (const [address, had] of [OFFICE, OPERATOR].map((name, index) => [name, before[index]!] as const)) {
    const [over, begun] = (await lettersTo(address, had + 2))
      .slice(0, 2)
      .sort((a, b) => b.length - a.length)
      .reverse();
    const texts = [over, begun].join('\n');
    expect(texts).toContain('Il manque une image.');
    expect(texts).toContain('Le site est de nouveau à jour.');
    expect(texts).toContain('/admin');
    expect(to(address)).toHaveLength(had + 2);
  }
});

it.each<[string, () => void, RegExp]>([
  ['does not answer', () => (cms.answer = () => ({ status: 503, body: { error: 'Panne.' } })), /./],
  [
    'has been building for ever',
    () => deployerSays({ live, building: { startedAt: '2099-02-01T07:00:00.000Z', step: 'pages' } }),
    /n’est toujours pas finie/,
  ],
  [
    'waits for a word after a restore',
    () =>
      deployerSays({ failure: { at: '2099-02-01T07:00:00.000Z', message: 'Une personne doit décider.', held: true } }),
    /Une personne doit décider/,
  ],
])('a deployer that %s puts the site behind', async (_, happens, words) => {
  happens();
  const look = looking('site-behind', '2099-02-01T08:00:00Z');
  for (const minute of [0, 10]) await look(minute);
  const [standing] = await alarms();
  expect(standing?.words).toMatch(words);
});

it('a booklet that cannot be made is told after an hour, and the site is not behind for that', async () => {
  const message = 'Le site est à jour, mais l’annuaire PDF manque.';
  const behind = { behindSince: '2099-02-02T07:59:00.000Z', builtAt: null, making: false };
  deployerSays({ live, booklet: { ...behind, failure: { at: '2099-02-02T08:00:00.000Z', message } } });
  const [site, booklet] = ['site-behind', 'booklet-behind'].map((id) => looking(id, '2099-02-02T08:00:00Z'));
  for (const minute of [0, 10, 59, 60]) await site!(minute);
  for (const minute of [0, 10, 59]) await booklet!(minute);
  expect(await alarms()).toEqual([]);
  expect(await booklet!(60)).toMatch(/Signalé par lettre/);
  expect(await alarms()).toMatchObject([{ id: 'booklet-behind', words: message }]);
  // A deployer that says nothing says nothing of the booklet either.
  cms.answer = () => ({ status: 503, body: { error: 'Panne.' } });
  for (const minute of [61, 75, 90]) await booklet!(minute);
  expect(await alarms()).toMatchObject([{ id: 'booklet-behind', words: message }]);
  deployerSays({ live, booklet: { ...behind, making: true, failure: null } });
  await booklet!(91);
  expect(await alarms()).toEqual([]);
});

it('a build of a few seconds is no trouble', async () => {
  const look = looking('site-behind', '2099-02-01T08:00:00Z');
  for (const minute of [0, 10]) {
    deployerSays({
      live,
      pending: true,
      building: { startedAt: `2099-02-01T08:0${minute === 0 ? 0 : 9}:50.000Z`, step: 'pages' },
    });
    expect(await look(minute)).toBeNull();
  }
  expect(await alarms()).toEqual([]);
});

it('a backup that fails is told with its reason, and one that nobody makes with the day of the last', async () => {
  const look = looking('backup-missing', '2099-03-02T03:00:00Z');
  const last = { at: '2099-03-01T02:00:00.000Z', file: '/srv/backups/b.tar.gz.age', bytes: 12_300_000, rows: 10 };
  noteBackup({ last, failure: null });
  expect(await look(0)).toBeNull();
  expect(await report()).toMatchObject({ alarms: [], backup: { at: last.at, file: last.file, bytes: last.bytes } });
  const at = '2099-03-02T03:00:00.000Z';
  noteBackup({ last, failure: { at, since: at, times: 1, message: 'Il n’y a plus assez de place.' } });
  expect(await look(1)).toBeNull();
  expect(await look(91)).toMatch(/Il manque une sauvegarde/);
  expect((await alarms())[0]?.words).toMatch(
    /plus assez de place.*La dernière sauvegarde a été faite le dimanche 1er mars/,
  );
  noteBackup({ last: { ...last, at: '2099-03-02T06:00:00.000Z' }, failure: null });
  await look(200);
  expect(await look(211)).toMatch(/La sauvegarde est faite/);
  // Nobody makes one any more: nothing says so but its age.
  expect(await look(24 * 60)).toBeNull();
  // Not at the first look: a machine that was off makes its backup a few minutes after its start.
  expect(await look(40 * 60)).toBeNull();
  expect(await look(40 * 60 + 30)).toMatch(/Il manque une sauvegarde/);
});

it('letters that are due and do not leave are told; those of a long campaign, which do, are not', async () => {
  const look = looking('letters-waiting', '2099-04-01T08:00:00Z');
  const insert = (key: string, state: string, due: string) =>
    cms.strapi.db.connection.raw(
      `insert into trame_letters (key, kind, urgency, recipient, recipient_hash, return_token, subject, body_text, body_html, state, state_at, due_at)
       values (?, 'receipt', 3, 'attend@example.org', ?, ?, 'S', 'T', 'H', ?, ?, ?)`,
      [key, key, key, state, due, due],
    );
  // By the clock of this test, what the tests before it have just queued would have waited for seventy years.
  const isEmpty = async () => {
    const { rows } = await cms.strapi.db.connection.raw(
      `select from trame_letters where state in ('queued', 'sending', 'committing') limit 1`,
    );
    return rows.length === 0;
  };
  await vi.waitUntil(isEmpty, { timeout: 20_000, interval: 30 });
  try {
    // In a time that has not come for the sender, which would take it.
    await insert('alarm-test-waiting', 'queued', '2099-04-01T07:31:00Z');
    expect(await look(0)).toBeNull();
    await insert('alarm-test-sent', 'sent', '2099-04-01T07:50:00Z');
    expect(await look(5)).toBeNull();
    expect(await look(25)).toMatch(/Des lettres attendent/);
    expect((await alarms())[0]?.words.replace(NBSP, ' ')).toMatch(
      /^1 lettre attend de partir, la plus ancienne depuis/,
    );
  } finally {
    await cms.strapi.db.connection.raw(`delete from trame_letters where starts_with(key, 'alarm-test')`);
  }
  await look(30);
  expect(await look(41)).toMatch(/partent de nouveau/);
});

it('a rule that cannot look is logged, and the others are looked at', async () => {
  const logged = vi.spyOn(cms.strapi.log, 'error').mockReturnValue(undefined as never);
  const now = new Date('2099-05-01T08:00:00Z');
  const well = { id: 'second', title: 'Second', over: 'Fini.' };
  const rules = [
    { ...well, id: 'first', look: () => Promise.reject(new Error('no such table')) },
    { ...well, look: () => Promise.resolve({ words: 'Tout va mal.', afterMs: 0 }) },
  ];
  expect(await watchAlarms(cms.strapi, now, rules)).toMatch(/Second/);
  expect(logged.mock.calls.flat().map(String).join(' ')).toMatch(/alarm first.*no such table/s);
  logged.mockRestore();
});
