/** The paper annuaire, end to end: an editor prints a proof and freezes it, a print shop takes the files, and contacts stay where they agreed to be. */
import { createHash } from 'node:crypto';
import { readFile, readdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EditionState, MadePrintShopLink } from '@trame/cms/domain/contract/press/edition-state';
import { indexWithheld } from '@trame/cms/domain/withheld-index';
import { unzipSync } from 'fflate';
import { HtmlValidate } from 'html-validate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflow, violations } from '@trame/site/testing/axe';
import { launchBrowser } from '@trame/site/testing/browser';
import { htmlRules } from '@trame/site/testing/html-rules';
import { readPdf } from '@trame/site/testing/read-pdf';
import { pdfText } from '../checks/pdf-text.ts';
import { systemClock } from '../lib/clock.ts';
import type { Entry } from './testing/editor.ts';
import { createWorld, type World } from './testing/world.ts';

const ON_PAPER = { name: 'Odile Papierseul', phone: '+33536490011', shown: '05 36 49 00 11' };
const ON_THE_WEB = { name: 'Ernest Toileseule', phone: '+33536490012', shown: '05 36 49 00 12' };

let world: World;
let edition: Entry;
let changed: Entry;
/** Milliseconds by which the deployer's clock is ahead: links end without anybody waiting. */
let ahead = 0;

beforeAll(async () => {
  world = await createWorld();
  const [first] = await world.editor.list('edition');
  if (!first) throw new Error('The demo has no edition');
  edition = first;
  const [association, other] = (await world.editor.list('association', 60)).filter(({ inPrint }) => inPrint === true);
  if (!association || !other) throw new Error('The demo has no two printed associations');
  changed = association;
  await publishContacts();
  await plantInTexts(other);
  await world.startDeployer({ clock: { ...systemClock, now: () => new Date(Date.now() + ahead) } });
}, 600_000);
afterAll(() => world?.end(), 60_000);

/** What no text of the booklet may say, in whatever spelling: the contact agreed to the site alone. */
const kept = indexWithheld('print', [{ owner: '', phone: ON_THE_WEB.phone, email: null, shown: false }]);
/** What a print shop gets it from: past every rule, in texts of another entry, as an import or a hand in the database leaves it. */
const SPELT = [
  'O5 36 49 OO l2',
  'zéro cinq, trente-six, quarante-neuf, zéro zéro, douze',
  '05<br>36<br>49<br>00<br>12',
];

async function plantInTexts({ documentId }: Entry): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `update associations set summary = concat('Au ', $2::text, ' le soir.'), description = concat(description, ' ', $3::text),
              how_to_join = concat('Demandez au ', $4::text) where document_id = $1 and published_at is not null`,
      [documentId, ...SPELT],
    );
    if (rowCount !== 1) throw new Error('No published entry to plant a number in');
  } finally {
    await client.end();
  }
}

/** One contact that agreed to paper alone, one that agreed to the site alone. */
async function publishContacts(): Promise<void> {
  const record = await world.editor.read('association', changed.documentId);
  const nowhere = { web: false, print: false, professionals: false, openData: false };
  const consent = { ...nowhere, consentDate: '2026-01-15', consentSource: 'courriel' };
  const contact = ({ name, phone }: typeof ON_PAPER) => ({ role: 'Contact', name, phone, email: null });
  await world.editor.publish('association', changed.documentId, {
    ...record,
    contacts: [
      { ...contact(ON_PAPER), ...consent, print: true },
      { ...contact(ON_THE_WEB), ...consent, web: true },
    ],
  });
}

const door = (rest = '') => `/trame/editions/${edition.documentId}${rest}`;
const stateOf = async (response: Response) => {
  const text = await response.text();
  expect(response.ok, text.slice(0, 500)).toBe(true);
  return EditionState.parse(JSON.parse(text));
};
const state = async () => stateOf(await world.editor.fetch('GET', door()));
const proof = async () => {
  await stateOf(await world.editor.fetch('POST', door('/proof')));
  await world.until(async () => (await state()).printing === null, 120_000);
  const made = await state();
  expect(made.failure).toBeNull();
  return made;
};
const freeze = () => world.editor.fetch('POST', door('/freeze'));
const refusal = async (response: Response) => ((await response.json()) as { error: { message: string } }).error.message;
const bytesOf = async (response: Response) => {
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const link = async (days: number) => {
  const response = await world.editor.fetch('POST', door('/links'), { recipient: 'Imprimerie du Moron', days });
  expect(response.status).toBe(201);
  return MadePrintShopLink.parse(await response.json());
};
const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');
/** A downloaded file, read back by a library that did not write it. */
const read = async (pdf: Buffer) => {
  const file = path.join(world.dataDir, 'downloaded.pdf');
  await writeFile(file, pdf);
  return readPdf(file);
};
const wordsOf = async (pdf: Buffer) => plain((await read(pdf)).pages.join('\n'));

/** Every file of the site that says something, as text: pages, search, open data, calendars, the booklet to download. */
async function everythingOnTheSite(): Promise<string> {
  // One release: the link may lead to the next one meanwhile.
  const folder = await realpath(path.join(world.dataDir, 'site/current'));
  const texts: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (/\.(html|json|csv|geojson|ics|xml|txt|js)$/.test(name)) texts.push(await readFile(file, 'utf8'));
    else if (/\.pf_(fragment|index|meta)$/.test(name)) texts.push(gunzipSync(await readFile(file)).toString('utf8'));
    else if (name.endsWith('.pdf')) texts.push(pdfText(await readFile(file)) ?? '');
  }
  return plain(texts.join('\n'));
}

describe('an edition on paper', () => {
  it('is printed as a proof that passes every check, and shows each entry as a picture', async () => {
    const { proof: report, proofIsStale } = await proof();
    expect(report?.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(report?.checks.length).toBeGreaterThan(15);
    expect(proofIsStale).toBe(false);

    const slug = Object.keys(report?.entryPages ?? {})[0] ?? '';
    const picture = await world.editor.fetch('GET', door(`/entries/${slug}`));
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await bytesOf(picture)).subarray(1, 4).toString()).toBe('PNG');
    const other = Object.keys(report?.entryPages ?? {})[1] ?? '';
    const begun = performance.now();
    await bytesOf(await world.editor.fetch('GET', door(`/entries/${other}`)));
    console.info(`picture of an entry: ${Math.round(performance.now() - begun)} ms`);
    expect((await world.editor.fetch('GET', door('/entries/no-such-entry'))).status).toBe(404);
  });

  it('is not frozen when the content changed since its proof', async () => {
    const record = await world.editor.read('association', changed.documentId);
    await world.editor.publish('association', changed.documentId, {
      ...record,
      summary: 'Un résumé corrigé après l’épreuve.',
    });
    expect((await state()).proofIsStale).toBe(true);
    const refused = await freeze();
    expect(refused.status).toBe(409);
    expect(await refusal(refused)).toMatch(/Le contenu a changé depuis cette épreuve/);
    expect((await proof()).proofIsStale).toBe(false);
  });

  it('is frozen as it was checked, and stays so whatever the content becomes', async () => {
    const { proof: report } = await state();
    const frozen = await stateOf(await freeze());
    expect(frozen.proof).toBeNull();
    expect(frozen.frozen?.report).toEqual(report);
    expect((await world.editor.read('edition', edition.documentId))['stage']).toBe('figée');

    const record = await world.editor.read('association', changed.documentId);
    await world.editor.publish('association', changed.documentId, {
      ...record,
      summary: 'Un texte d’après le bon à tirer.',
    });
    for (const { name, sha256: expected } of report?.files ?? []) {
      const file = await bytesOf(await world.editor.fetch('GET', door(`/files/frozen/${name}`)));
      expect(sha256(file), name).toBe(expected);
    }
    expect((await world.editor.fetch('POST', door('/proof'))).status).toBe(409);
  });

  it('is taken by the print shop through a link, file by file, counted', async () => {
    const { url } = await link(30);
    const page = await fetch(url);
    const html = await page.text();
    const report = (await state()).frozen?.report;
    for (const { name, sha256: expected, pages } of report?.files ?? []) {
      expect(html).toContain(expected);
      const bytes = await bytesOf(await fetch(new URL(name, url)));
      expect(sha256(bytes), name).toBe(expected);
      if (pages !== null) expect((await read(bytes)).pages).toHaveLength(pages);
    }
    expect((await fetch(new URL('rapport.html', url))).status).toBe(200);
    const files = report?.files.length ?? 0;
    await world.until(async () => (await state()).links[0]?.downloads === files);
    expect((await state()).links).toMatchObject([{ visits: 1, downloads: files }]);
  });

  it('shows the print shop pages that everyone can read, on a phone and on a desk', async () => {
    const { url, link: made } = await link(30);
    const browser = await launchBrowser();
    try {
      for (const width of [360, 1280]) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        for (const address of [url, new URL('rapport.html', url).href, `${url.slice(0, -3)}/`]) {
          const response = await page.goto(address);
          expect(await overflow(page), address).toBe(0);
          const report = await new HtmlValidate(htmlRules).validateString((await response?.text()) ?? '');
          expect(
            report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
          ).toEqual([]);
        }
        await page.close();
      }
      // Pages forbid scripts, axe's too: it looks at them in a context that lifts the ban.
      const context = await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 900 } });
      const page = await context.newPage();
      for (const address of [url, new URL('rapport.html', url).href, `${url.slice(0, -3)}/`]) {
        await page.goto(address);
        expect(await violations(page), address).toEqual([]);
      }
    } finally {
      await browser.close();
    }
    await world.editor.fetch('DELETE', door(`/links/${made.id}`));
  });

  it('is closed to links that are forged, withdrawn or over', async () => {
    const [withdrawn, short] = [await link(30), await link(1)];
    await stateOf(await world.editor.fetch('DELETE', door(`/links/${withdrawn.link.id}`)));
    const gone = await fetch(withdrawn.url);
    expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('Ce lien a été retiré')]);

    const forged = short.url.replace(/.\/$/, (end) => (end === 'A/' ? 'E/' : 'A/'));
    expect((await fetch(forged)).status).toBe(404);

    expect((await fetch(short.url)).status).toBe(200);
    ahead = Date.parse(short.link.expiresAt) - Date.now() + 1000;
    try {
      const late = await fetch(short.url);
      expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('Ce lien a expiré')]);
    } finally {
      ahead = 0;
    }
  });

  it('prints contacts that agreed to paper alone, which are nowhere on the site, and the reverse', async () => {
    const { url } = await link(30);
    const report = (await state()).frozen?.report;
    let pressWords = '';
    for (const { name } of report?.files ?? []) {
      const bytes = await bytesOf(await fetch(new URL(name, url)));
      if (name.endsWith('.pdf')) {
        pressWords += await wordsOf(bytes);
        continue;
      }
      const files = unzipSync(bytes);
      const texts = Object.entries(files).filter(([file]) => /\.(xml|csv|txt)$/.test(file));
      const said = texts.map(([, content]) => Buffer.from(content).toString('utf8')).join('\n');
      expect(said).toContain('(coordonnées retirées)');
      expect(kept.find(said)).toEqual([]);
      expect(kept.find(Object.keys(files).join('\n'))).toEqual([]); // of pictures too
      const packed = plain(texts.map(([, content]) => Buffer.from(content).toString('utf8')).join('\n'));
      expect(packed).toContain(ON_PAPER.name);
      expect(packed).toContain(ON_PAPER.shown);
      expect(packed).not.toContain(ON_THE_WEB.name);
      expect(packed).not.toContain(ON_THE_WEB.shown);
    }
    expect(pressWords).toContain(ON_PAPER.shown);
    expect(pressWords).toContain(ON_PAPER.name);
    expect(pressWords).not.toContain(ON_THE_WEB.shown);
    expect(pressWords).not.toContain(ON_THE_WEB.name);
    expect(kept.find(pressWords)).toEqual([]);
    // Lines are broken anywhere, with a hyphen or none.
    expect(pressWords.replace(/[\s\u00ad\u2010-]/g, '')).toContain('(coordonnéesretirées)');

    await world.until(async () => (await world.get('/status.json')).ok, 110_000);
    const site = await everythingOnTheSite();
    expect(site).toContain(ON_THE_WEB.name);
    expect(site).toContain(ON_THE_WEB.shown);
    for (const hidden of [ON_PAPER.name, ON_PAPER.shown, ON_PAPER.phone]) expect(site).not.toContain(hidden);
  });
});
