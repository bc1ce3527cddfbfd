/** The main job, end to end: an editor publishes, and the site, its search and the booklet follow. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PublicationReport } from '@trame/cms/domain/contract/desk/publication-report';
import { ReleaseStatus } from '@trame/cms/domain/contract/site/release-status';
import { indexWithheld } from '@trame/cms/domain/withheld-index';
import { readableIndex } from '@trame/site/search-readable';
import { readRelease } from '../checks/release.ts';
import { readSecrets } from '../lib/environment.ts';
import { pdfText } from '../checks/pdf-text.ts';
import { rollback } from '../deployer/rollback.ts';
import { realSteps, type Steps } from '../deployer/steps.ts';
import { CANARIES, plantCanaries } from './testing/canaries.ts';
import type { Entry } from './testing/editor.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
let entries: Entry[];
let breakage: string;

/** Nothing that holds it can be published. */
const UNPRINTABLE = 'Une phrase que rien ne compose.';

/** The real steps; beside the search, one fails while a file or the content says so, with words as real ones have them. */
function breakableSteps(): Steps {
  const code = `const { existsSync, readFileSync } = require('node:fs');
    if (existsSync(${JSON.stringify(breakage)}) || readFileSync(process.env.TRAME_EXPORT, 'utf8').includes(${JSON.stringify(UNPRINTABLE)})) {
    console.error('La composition a échoué : la police de la fiche « Judo » est introuvable.'); process.exit(1); }`;
  return {
    ...realSteps,
    content: (release) => [
      ...realSteps.content(release),
      { name: 'search', command: process.execPath, args: ['-e', code], cwd: path.dirname(breakage) },
    ],
  };
}

beforeAll(async () => {
  const folder = path.join((await import('node:os')).tmpdir(), `trame-breakage-${process.pid}`);
  await mkdir(folder, { recursive: true });
  breakage = path.join(folder, 'broken');
  world = await createWorld({ steps: breakableSteps() });
  await world.startDeployer();
  await world.until(async () => (await world.get('/status.json')).ok, 180_000);
  entries = (await world.editor.list('association', 40)).filter(({ inPrint }) => inPrint !== false);
}, 600_000);

afterAll(async () => {
  await world?.end();
  if (breakage) await rm(path.dirname(breakage), { recursive: true, force: true });
}, 60_000);

const address = (entry: Entry) => `/associations/${String(entry['slug'])}/`;
const html = async (entry: Entry) => (await world.get(address(entry))).text();
const shows = (entry: Entry, words: string) => async () => (await html(entry)).includes(words);
const booklet = async () => pdfText(Buffer.from(await (await world.get('/annuaire.pdf')).arrayBuffer())) ?? '';

/** Everything that the search could find, as text. */
async function searchable(): Promise<string> {
  const folder = path.join(world.dataDir, 'site/current/pagefind/fragment');
  const files = await readdir(folder);
  return (
    await Promise.all(
      files.map(async (file) => readableIndex(gunzipSync(await readFile(path.join(folder, file))).toString('utf8'))),
    )
  ).join('\n');
}

/** An entry of the demo for each test, so that none depends on another. */
const entry = (at: number): Entry => {
  const found = entries[at];
  if (!found) throw new Error(`The demo has no entry ${at}`);
  return found;
};
const status = async () => ReleaseStatus.parse(await (await world.get('/status.json')).json());
const release = async () => (await status()).release;
/** The booklet follows the pages. */
const bookletStands = () =>
  world.until(async () => {
    const { contentVersion, booklet: shown } = await status();
    return shown?.contentVersion === contentVersion;
  });

describe('publishing', () => {
  it('shows an edit on the page, in the search and in the booklet, soon after', async () => {
    const words = 'Atelier de calligraphie nocturne ouvert aux curieux.';
    await world.editor.publish('association', entry(0).documentId, {
      ...(await world.editor.read('association', entry(0).documentId)),
      summary: words,
    });
    const milliseconds = await world.until(shows(entry(0), words));
    console.info(`publish → visible: ${milliseconds} ms`);
    // The index holds the stems of words.
    expect(await searchable()).toContain('calligraphi nocturn');
    await bookletStands();
    expect((await booklet()).replace(/\s+/g, ' ')).toContain('calligraphie nocturne');
    expect(await world.state()).toMatchObject({ failure: null, building: null, live: { release: await release() } });
  });

  it('takes an unpublished entry off the site, the search and the booklet', async () => {
    const name = String(entry(1)['name']);
    expect((await booklet()).split('\n')).toContain(name);
    expect(await searchable()).toContain(address(entry(1)));
    await world.editor.unpublish('association', entry(1).documentId);
    await world.until(async () => (await world.get(address(entry(1)))).status === 404);
    expect(await searchable()).not.toContain(address(entry(1)));
    expect(await (await world.get('/associations/')).text()).not.toContain(address(entry(1)));
    expect(await (await world.get('/sitemap-0.xml')).text()).not.toContain(address(entry(1)));
    // From then on nobody reads it there: no booklet at first, then one without.
    const answers = new Set<number>();
    await world.until(async () => {
      const answer = await world.get('/annuaire.pdf');
      answers.add(answer.status);
      const said = answer.ok ? pdfText(Buffer.from(await answer.arrayBuffer())) : await answer.text();
      expect(said?.split('\n')).not.toContain(name);
      return answer.ok;
    });
    expect([...answers]).toEqual([503, 200]);
    await bookletStands();
  });

  it('builds nothing for a webhook without the secret', async () => {
    const before = await release();
    for (const secret of ['', 'guess']) expect(await world.hook(secret)).toBe(401);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await world.state()).building).toBeNull();
    expect(await release()).toBe(before);
  });

  it('catches up with what happened while the deployer was down', async () => {
    await world.stopDeployer();
    const words = 'Publié pendant que personne ne regardait.';
    await world.editor.publish('association', entry(2).documentId, {
      ...(await world.editor.read('association', entry(2).documentId)),
      summary: words,
    });
    // From here on it asks every three seconds instead of every thirty, for the next test.
    await world.startDeployer({ reconcileMs: 3_000 });
    await world.until(shows(entry(2), words));
  });

  it('publishes by itself when the webhook got lost', async () => {
    world.hooksArrive = false;
    try {
      const words = 'La nouvelle que personne n’a annoncée.';
      await world.editor.publish('association', entry(3).documentId, {
        ...(await world.editor.read('association', entry(3).documentId)),
        summary: words,
      });
      await world.until(shows(entry(3), words));
    } finally {
      world.hooksArrive = true;
    }
  });

  it('leaves the old site up when a build breaks, says why, and publishes once it is mended', async () => {
    await bookletStands();
    const before = await release();
    const words = 'Le texte qui arrive avec une panne.';
    await writeFile(breakage, '');
    await world.editor.publish('association', entry(4).documentId, {
      ...(await world.editor.read('association', entry(4).documentId)),
      summary: words,
    });
    await world.until(async () => (await world.state()).failure !== null);
    const { failure, live } = await world.state();
    expect(failure?.message).toContain('« Préparation de la recherche »');
    expect(failure?.message).toContain('la police de la fiche « Judo » est introuvable');
    expect(live?.release).toBe(before);
    expect(await release()).toBe(before);
    expect((await world.get('/')).status).toBe(200);

    await rm(breakage);
    await world.editor.publish('association', entry(5).documentId, {
      ...(await world.editor.read('association', entry(5).documentId)),
      summary: 'Un autre texte.',
    });
    await world.until(shows(entry(4), words));
    expect((await world.state()).failure).toBeNull();
  });

  it('takes a contact that is withdrawn off the site although what somebody else wrote cannot be published', async () => {
    const [bystander, person] = [entry(9), entry(10)];
    const edit = async (one: Entry, changes: Partial<Entry>) =>
      world.editor.publish('association', one.documentId, {
        ...(await world.editor.read('association', one.documentId)),
        ...changes,
      });
    const agreed = { web: true, consentDate: '2026-01-05', consentSource: 'courriel' };
    await edit(person, { contacts: [{ role: 'Bureau', phone: '0639981250', ...agreed }] });
    await world.until(shows(person, '+33639981250'));

    await edit(bystander, { summary: UNPRINTABLE });
    await world.until(async () => (await world.state()).failure !== null);
    await edit(person, { contacts: [] });
    await world.until(async () => !(await html(person)).includes('639981250'));
    await world.until(async () => /sans ce qui a été retiré depuis/.test((await world.state()).failure?.message ?? ''));
    expect(await searchable()).not.toContain('639981250');
    expect(await html(bystander)).not.toContain(UNPRINTABLE);

    await edit(bystander, { summary: 'Une phrase juste.' });
    await world.until(shows(bystander, 'Une phrase juste.'));
    expect((await world.state()).failure).toBeNull();
  });

  it('goes back one release, holds it, and goes on with the next change', async () => {
    const words = 'Une erreur qu’il faut retirer vite.';
    await world.editor.publish('association', entry(6).documentId, {
      ...(await world.editor.read('association', entry(6).documentId)),
      summary: words,
    });
    await world.until(shows(entry(6), words));
    await rollback({ dataDir: world.dataDir, siteUrl: 'http://site.example' }, []);
    expect(await html(entry(6))).not.toContain(words);
    expect(await world.hook(readSecrets(world.dataDir, {}).webhookSecret)).toBe(202);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await html(entry(6))).not.toContain(words);

    await world.editor.publish('association', entry(7).documentId, {
      ...(await world.editor.read('association', entry(7).documentId)),
      summary: 'La suite.',
    });
    await world.until(shows(entry(7), 'La suite.'));
    expect(existsSync(path.join(world.dataDir, 'site/current/index.html'))).toBe(true);
  });

  it('shows no number that its contact keeps back, whatever text of whatever record says it', async () => {
    const { documentId } = entry(8);
    await world.editor.publish('association', documentId, {
      ...(await world.editor.read('association', documentId)),
      contacts: CANARIES.map((phone) => ({ role: 'Bureau', phone })),
    });
    expect(await plantCanaries(world.databaseUrl)).toBeGreaterThan(1000);
    await world.until(shows(entry(8), '(coordonnées retirées)'));
    await bookletStands();
    expect(await world.state()).toMatchObject({ failure: null });

    const { find } = indexWithheld(
      'web',
      CANARIES.map((phone) => ({ owner: documentId, phone, email: null, shown: false })),
    );
    const built = readRelease(path.join(world.dataDir, 'site/current'), world.environment.siteUrl);
    const read = (file: string): string => {
      const bytes = built.read(file);
      if (file.endsWith('.pdf')) return pdfText(bytes) ?? '';
      return file.endsWith('.pf_fragment') ? readableIndex(gunzipSync(bytes).toString('utf8')) : bytes.toString('utf8');
    };
    const looked = [...built.files].filter((file) => /\.(html|json|csv|ics|xml|txt|pdf|pf_fragment|js)$/.test(file));
    expect(new Set(looked.map((file) => path.extname(file)))).toContain('.pf_fragment');
    const saying = looked.filter((file) => find(read(file)).length > 0);
    const pages = built.pages.filter((page) => find(page.words()).length > 0).map(({ address }) => address);
    expect([...saying, ...pages]).toEqual([]);
    const { cleared } = PublicationReport.parse(await (await world.editor.fetch('GET', '/trame/publication')).json());
    expect(new Set(cleared.map(({ uid }) => uid)).size).toBeGreaterThan(10);
  }, 300_000); // A busy machine takes two minutes for its publications.
});
