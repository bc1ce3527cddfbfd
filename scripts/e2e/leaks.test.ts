/** Nothing that is private is read anywhere: a sign in every private column of a real database, looked for in all that leaves it. */
import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReleaseStatus } from '@trame/cms/domain/contract/site/release-status';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { nodeArguments } from '../lib/child.ts';
import { readSecrets, ROOT } from '../lib/environment.ts';
import { filesIn } from '../lib/file-digests.ts';
import { checkLeaks, inWords, type Places } from '../leaks/check-leaks.ts';
import { publicAddresses } from '../leaks/public-answers.ts';
import { readFileText } from '../leaks/readable-file.ts';
import { PHONE, type Planted, plantPrivate, SIGN } from './testing/plant-private.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
let planted: Planted;

beforeAll(async () => {
  world = await createWorld();
  planted = await plantPrivate(world.databaseUrl);
  await world.startDeployer();
  await world.until(async () => (await world.get('/status.json')).ok, 240_000);
}, 600_000);
afterAll(() => world?.end(), 60_000);

/** Signs that a text says, each with the column that it was planted in. */
function signsIn(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [sign] of text.matchAll(SIGN)) found.add(sign.toLowerCase());
    for (const [, first = '', last = ''] of text.matchAll(PHONE)) found.add(`+3363998${first}${last}`);
  }
  return [...found].flatMap((sign) => {
    const where = planted.signs.get(sign);
    return where === undefined ? [] : [`${sign} (${where})`];
  });
}
const release = () => path.join(world.dataDir, 'site/current');
const signsInFiles = async (folder: string): Promise<string[]> => {
  const found: string[] = [];
  for (const file of await filesIn(folder)) {
    const { texts } = await readFileText(file, await readFile(path.join(folder, file)));
    found.push(...signsIn(texts).map((sign) => `${file}: ${sign}`));
  }
  return found;
};

describe('a sign in every private column', () => {
  it('is planted: a new column that holds something private gets one, or a reason why not', () => {
    expect(planted.missed).toEqual([]);
    expect(planted.signs.size).toBeGreaterThan(250);
    const tables = new Set([...planted.signs.values()].map((where) => where.split('.')[0]));
    for (const table of [
      'associations',
      'memberships',
      'submissions',
      'trame_letters',
      'trame_messages',
      'admin_users',
    ])
      expect(tables).toContain(table);
  });

  it('is in no file of the release: page, search, booklet, open data, calendar, picture', async () => {
    expect(await signsInFiles(release())).toEqual([]);
  });

  it('would be read in each of them', async () => {
    const [sign] = planted.signs.keys();
    const { gzipSync } = await import('node:zlib');
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .withExif({ IFD0: { ImageDescription: sign ?? '' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 58/1 0/1' } })
      .jpeg()
      .toBuffer();
    const text = Buffer.from(`<p title="${sign}">`);
    for (const [name, bytes] of [
      ['a.html', text],
      ['a.json', text],
      ['a.pf_fragment', gzipSync(text)],
      ['a.ics', Buffer.from(`DESCRIPTION:${sign?.slice(0, 4)}\r\n ${sign?.slice(4)}`)],
      ['a.xml.gz', gzipSync(text)],
      ['a.jpg', picture],
    ] as const)
      expect([name, signsIn((await readFileText(name, bytes)).texts)]).toEqual([
        name,
        [expect.stringContaining(sign!)],
      ]);
    expect((await readFileText('a.jpg', picture)).hasPlace).toBe(true);
    // It follows the pages.
    const bookletThere = async () =>
      ReleaseStatus.parse(await (await world.get('/status.json')).json()).booklet !== null;
    await world.until(bookletThere);
    const pdf = await readFileText('a.pdf', await readFile(path.join(release(), 'annuaire.pdf')));
    expect(pdf.texts[0]).toContain('Sommaire');
  });

  it('is in no answer to a stranger, of the site, the CMS or the deployer', async () => {
    for (const address of publicAddresses(world.environment)) {
      const response = await fetch(address, { redirect: 'manual' });
      expect([address, signsIn([await response.text()])]).toEqual([address, []]);
      if (address.includes('/api/')) expect([address, response.ok]).toEqual([address, false]);
    }
  });

  it('is in no letter, and in no line of a log', async () => {
    const ask = (route: string, body: unknown) =>
      fetch(`${world.environment.cmsUrl}/api/${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const said = JSON.parse(await readFile(path.join(world.dataDir, 'deployer/export.json'), 'utf8')) as SiteExport;
    const email = said.associations.flatMap(({ contacts }) => contacts).find((one) => one.email !== null)?.email;
    for (const route of ['session/lien', 'mes-donnees']) expect((await ask(route, { email })).status).toBe(202);
    const letters = async () => (await fetch(`${world.mailbox}messages.json`)).text();
    // Two that were asked for, and the one that was planted among those that wait.
    await world.until(async () => (JSON.parse(await letters()) as unknown[]).length >= 3);
    const own = /^kz\d+zk \(trame_letters\./;
    expect(signsIn([await letters()]).filter((sign) => !own.test(sign))).toEqual([]);
    expect(await signsInFiles(path.join(world.dataDir, 'logs'))).toEqual([]);
  });

  it('is nowhere in a backup to whoever has no key', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-closed-'));
    try {
      const file = path.join(folder, 'x.tar.gz.age');
      const { stdout } = await promisify(execFile)(
        process.execPath,
        nodeArguments(path.join(ROOT, 'scripts/backup/backup.ts'), file),
        { env: { ...process.env, DATA_DIR: world.dataDir, DATABASE_URL: world.databaseUrl } },
      );
      expect(signsIn([stdout])).toEqual([]);
      for (const name of await readdir(folder)) {
        const bytes = await readFile(path.join(folder, name));
        expect(bytes.subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');
        expect(signsIn([bytes.toString('latin1')])).toEqual([]);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('pnpm check:leaks', () => {
  const places = (): Places => ({ ...world.environment, dataDir: world.dataDir, databaseUrl: world.databaseUrl });
  const check = () => checkLeaks(places(), readSecrets(world.dataDir).exportToken);

  it('finds nothing where nothing leaks', async () => {
    const report = await check();
    expect(report.findings).toEqual([]);
    expect(inWords(report)).toMatch(/^Rien trouvé\. \d+ textes/);
    expect(report.looked.texts).toBeGreaterThan(planted.signs.size / 2);
  });

  it('says in French where each of them is that leaks, and shows none of them whole', async () => {
    const [note] = [...planted.signs].find(([, where]) => where.startsWith('associations.internal_note')) ?? [];
    const [contact] =
      [...planted.signs].find(([sign, where]) => sign.startsWith('+') && where.includes('agreed to nothing')) ?? [];
    if (note === undefined || contact === undefined) throw new Error('Nothing was planted there');
    await appendFile(path.join(release(), 'index.html'), `<p>${note}</p>`);
    const pictures = (await readdir(path.join(release(), '_trame'))).filter((name) => name.endsWith('.webp'));
    const photo = path.join(release(), '_trame', pictures[0] ?? 'photo.webp');
    await writeFile(
      photo,
      await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
        .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 58/1 0/1' } })
        .webp()
        .toBuffer(),
    );
    await appendFile(path.join(world.dataDir, 'logs/cms.log'), `appel au ${contact.replace('+33', '0')}\n`);
    const { findings } = await check();
    const text = inWords({ findings, looked: { texts: 0, files: 0, answers: 0, logs: 0 } });
    expect(text).toMatch(
      /Donnée interne sur le site en ligne, \/ : « kz0… » \(9 signes\), de la colonne associations\.internal_note/,
    );
    expect(text).toContain('Le lieu de la prise de vue est écrit dans l’image /_trame/');
    expect(text).toMatch(/Un numéro de téléphone qui n’est pas public dans un journal du serveur, cms\.log/);
    expect(text).toMatch(/fuites trouvées ou possibles\.$/);
    expect(signsIn([text])).toEqual([]);
  });
});
