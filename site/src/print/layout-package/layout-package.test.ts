import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookletData } from '../booklet-data.ts';
import { readCoverage } from '../glyph-coverage.ts';
import { createSafeText } from '../safe-text.ts';
import { writeLayoutPackage } from './layout-package.ts';

const base = toPrintExport(demoContent({ today: '2026-11-22' }));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trame-package-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function packed(source: PrintExport = base, name = 'a.zip') {
  const warn = () => undefined;
  const booklet = bookletData(source.content, {
    safe: createSafeText({ covers: readCoverage(), warn }),
    warn,
    builtAt: '2026-11-22T08:00:00.000Z',
    siteUrl: 'https://annuaire.example',
    edition: source.edition,
  });
  const picture = join(folder, 'picture.PNG');
  await writeFile(picture, 'a picture');
  const out = join(folder, name);
  await writeLayoutPackage(source, { booklet, originalFile: () => Promise.resolve(picture), out });
  const bytes = await readFile(out);
  const files = unzipSync(bytes);
  const text = (file: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[file]);
  return { bytes, files, text, xml: text('textes/annuaire.xml') };
}

/** With the first printed association changed. */
function changed(change: Partial<PrintExport['content']['associations'][number]>): PrintExport {
  const copy = structuredClone(base);
  Object.assign(copy.content.associations.find(({ inPrint }) => inPrint) ?? {}, change);
  return copy;
}

describe('the package for a layout program', () => {
  it('holds every printed entry once in XML and in CSV, and no other', async () => {
    const { xml, text, files } = await packed();
    const printed = base.content.associations.filter(({ inPrint }) => inPrint);
    const left = base.content.associations.filter(({ inPrint }) => !inPrint);
    expect(xml.match(/<association /g)).toHaveLength(printed.length);
    for (const { id } of printed) {
      expect(xml.split(`id="${id}"`)).toHaveLength(2);
      for (const folder of ['fusion', 'tableur']) expect(text(`${folder}/associations.csv`)).toContain(id);
    }
    for (const { id } of left) expect(xml).not.toContain(id);
    expect(left.length).toBeGreaterThan(0);
    expect(text('LISEZ-MOI.txt')).toContain(`${printed.length} associations`);
    expect(Object.keys(files)).toContain('polices.txt');
  });

  it('links pictures that are there', async () => {
    const { xml, files } = await packed();
    const linked = [...xml.matchAll(/href="\.\.\/([^"]+)"/g)].map(([, name]) => name);
    expect(linked.length).toBeGreaterThan(10);
    for (const name of linked) expect(files).toHaveProperty([name ?? '']);
    expect(Object.keys(files).some((name) => name.startsWith('images/publicites/'))).toBe(true);
  });

  it('is the same, byte for byte, for the same content', async () => {
    const one = await packed(base, 'a.zip');
    const two = await packed(base, 'b.zip');
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });

  it('says whatever was typed, and stays well-formed', async () => {
    const hostile = 'Fin </nom> & "fin" ]]> <!-- \u0000\u0001\u000b\ufffe\ud800 \u0627\u0644 😀 \\ fin';
    const { xml } = await packed(changed({ name: hostile, summary: `${hostile}\n${hostile}`, acronym: hostile }));
    expect(XMLValidator.validate(xml)).toBe(true);
    const read = JSON.stringify(new XMLParser().parse(xml));
    expect(read.includes(']]> <!--')).toBe(true);
    expect(read.includes('😀')).toBe(true);
    expect(xml.includes('&lt;/nom&gt; &amp;')).toBe(true);
    // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\ufffe]|[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('gives a spreadsheet no formula to run, and cells that keep their separators', async () => {
    const { text } = await packed(changed({ name: '=HYPERLINK("http://x";"y")', acronym: '+33', website: null }));
    const csv = text('tableur/associations.csv');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"" ;""y"")"`.replace(' ;', ';'));
    expect(csv).toContain(";'+33;");
    expect(csv).not.toMatch(/(^|;)"?[=+@-]/m);
    expect(csv.split('\r\n').length).toBeGreaterThan(50);
  });

  it('gives a data merge the very values, and says which files are for it', async () => {
    const [contact] = base.content.associations.flatMap(({ contacts }) => contacts);
    const { text } = await packed(
      changed({
        name: '@ccueil du village',
        activities: [
          { ...base.content.associations.flatMap(({ activities }) => activities)[0]!, price: '- de 18 ans : 5 €' },
        ],
        contacts: [{ ...contact!, phone: '+34612345678' }],
      }),
    );
    expect(text('fusion/associations.csv')).toMatch(/;@ccueil du village;/);
    expect(text('fusion/activites.csv')).toMatch(/;- de 18\sans\s: 5\s€;/);
    expect(text('fusion/contacts.csv')).toMatch(/;\+34[\d\s]+;/u);
    for (const name of ['associations', 'activites', 'contacts']) {
      expect(text(`fusion/${name}.csv`)).not.toMatch(/(^|;)"?'[=+@-]/m);
      expect(text(`tableur/${name}.csv`)).not.toMatch(/(^|;)"?[=+@-]/m);
    }
    expect(text('LISEZ-MOI.txt')).toMatch(/FUSION DE DONNÉES[^]*dossier « fusion »/);
  });

  it('says of which commune an association is where its name alone would say it of two', async () => {
    const source = structuredClone(base);
    const [one, two] = source.content.associations.filter(
      ({ inPrint, commune, contacts }) => inPrint && commune && contacts[0],
    );
    if (!one || !two) throw new Error('two associations with contacts');
    const seats = source.content.communes.slice(0, 2);
    [one, two].forEach((association, at) =>
      Object.assign(association, { name: 'Comité des fêtes', commune: seats[at]?.id }),
    );
    const { text } = await packed(source);
    for (const { name } of seats) expect(text('fusion/contacts.csv')).toContain(`;Comité des fêtes (${name});`);
    expect(text('fusion/associations.csv')).toContain(';Comité des fêtes;');
  });

  it('shows the contacts that agreed to paper, and no other', async () => {
    const { xml, text } = await packed(
      changed({ contacts: [{ role: 'présidente', name: 'Odile Papier', phone: '+33536490001', email: null }] }),
    );
    expect(xml).toContain('<personne>Odile Papier</personne>');
    expect(text('fusion/contacts.csv')).toContain('05 36 49 00 01'.replaceAll(' ', '\u00a0'));
  });
});
