import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LettersExport, type PaperLetter } from '@trame/cms/domain/contract/press/letters';
import { describe, expect, it } from 'vitest';
import { demoExport } from '../testing/demo-export.ts';
import { demoEnvelope, demoLetters } from '../testing/demo-letters.ts';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { bare, readPdf, type ReadPdf } from '../testing/read-pdf.ts';
import { buildLetters } from './build-letters.ts';

async function read(source: LettersExport): Promise<ReadPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'trame-letters-'));
  try {
    await writeFile(join(folder, 'lettres.pdf'), buildLetters(source).pdf);
    return await readPdf(join(folder, 'lettres.pdf'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const hostile = Object.values(hostileTexts);

const withLetters = (
  change: (letter: PaperLetter, index: number) => Partial<PaperLetter>,
  count = 3,
): LettersExport => {
  const source = demoLetters(demoExport(), count);
  return { ...source, letters: source.letters.map((letter, index) => ({ ...letter, ...change(letter, index) })) };
};

describe('letters on paper', () => {
  it('sets one tagged A4 page for each association, with its name, its entry, its boxes and its own address', async () => {
    const source = demoLetters(demoExport(), 9);
    const pdf = await read(source);
    expect(pdf.pages).toHaveLength(9);
    expect(new Set(pdf.sizes.map((size) => size.map((side) => Math.round(side)).join()))).toEqual(
      new Set(['0,0,595,842']),
    );
    expect(pdf.tagged).toBe(true);
    for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'Figure'])
      expect(pdf.roles.get(role), role).toBeGreaterThan(0);
    expect(pdf.roles.get('H1')).toBe(9);
    for (const letter of source.letters) {
      const page = pdf.pages.find((text) => text.includes(letter.code));
      expect(page, letter.association).toBeDefined();
      const text = bare(page ?? '');
      expect(text).toContain(bare(letter.link.split('#')[0] ?? ''));
      expect(text).toContain(bare(letter.association));
      expect(text).toContain(bare('Rien n’a changé'));
      expect(text).toContain(bare('À corriger'));
      expect(text).toContain(bare('avant le 15 septembre 2026'));
      expect(text).toContain(bare('12120 Baraqueville'));
      expect(text.match(/☐/g)?.length).toBeGreaterThanOrEqual(2 + 4 * (letter.contacts.length + 1));
      // No other association's link on this page.
      expect(page?.match(/ma-fiche/g)).toHaveLength(1);
    }
  });

  it('puts the address where the window of an envelope is, and nothing else there', async () => {
    const { getDocumentProxy } = await import('unpdf');
    const { pdf } = buildLetters(demoLetters(demoExport(), 2));
    const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
    const { items } = await page.getTextContent();
    const mm = 72 / 25.4;
    const placed = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4] / mm, y: 297 - item.transform[5] / mm }]
        : [],
    );
    const inWindow = placed.filter(({ x, y }) => x > 95 && y > 42 && y < 84);
    expect(inWindow[0]?.x).toBeGreaterThanOrEqual(100);
    expect(inWindow[0]?.x).toBeLessThanOrEqual(105.5);
    expect(inWindow[0]?.y).toBeGreaterThanOrEqual(45);
    expect(inWindow[0]?.y).toBeLessThanOrEqual(52);
    expect(inWindow.map(({ text }) => text).join(' ')).toContain('12120 SAINT ETIENNE D AVEYRON');
    expect(placed.filter(({ x, y }) => x <= 95 && y > 42 && y < 84)).toEqual([]);
  });

  it('keeps six lines of 38 letters as six lines in the window, however wide they are', async () => {
    const { getDocumentProxy } = await import('unpdf');
    const envelope = Array.from({ length: 6 }, (_, index) => `${index} ${'WWWWWW '.repeat(5)}W`);
    const { pdf } = buildLetters(withLetters(() => ({ envelope }), 1));
    const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
    const { items } = await page.getTextContent();
    const mm = 72 / 25.4;
    const lines = items.flatMap((item) =>
      'str' in item && item.str.includes('WWW')
        ? [{ text: item.str, end: (item.transform[4] + item.width) / mm, y: 297 - item.transform[5] / mm }]
        : [],
    );
    expect(lines.map(({ text }) => text)).toEqual(envelope);
    for (const { end, y } of lines) {
      expect(end).toBeLessThanOrEqual(190.1);
      expect(y).toBeLessThan(84);
    }
  });

  it('never runs over its page, however long the entry, the text and the contacts are', async () => {
    const long = 'Des mots en nombre, pour une association qui fait beaucoup de choses. '.repeat(70);
    const source = withLetters(({ contacts }) => ({
      association:
        'Association intercommunale pour la sauvegarde et la mise en valeur des fours à pain et des lavoirs du Ségala aveyronnais',
      envelope: Array.from({ length: 6 }, () => 'M'.repeat(38)),
      paragraphs: Array.from({ length: 20 }, () => long.slice(0, 400)),
      entry: Array.from({ length: 18 }, (_, row) => ({
        label: `Champ ${row}`,
        lines: Array.from({ length: 40 }, () => long),
      })),
      contacts: Array.from({ length: 8 }, () => ({
        ...(contacts[0] ?? { web: true, print: true, professionals: false, openData: false }),
        words: long.slice(0, 700),
      })),
    }));
    const pdf = await read(source);
    expect(pdf.pages).toHaveLength(3);
    for (const page of pdf.pages) {
      expect(bare(page)).toContain(bare('La suite de votre fiche ne tient pas sur cette page'));
      expect(bare(page)).toContain(bare('5 autres contacts'));
      expect(bare(page)).toContain(bare('Signature'));
      expect(bare(page)).toContain(bare('Champ 0'));
    }
  });

  it('leaves lines to write on when the address is not known, and puts these letters last', async () => {
    const source = withLetters((_, index) => ({
      association: `Numéro ${index}`,
      ...demoEnvelope(`Numéro ${index}`, index !== 0),
    }));
    const pdf = await read(source);
    expect(pdf.pages.map((page) => page.includes('Adresse à compléter'))).toEqual([false, false, true]);
    expect(pdf.pages[2]).toContain('Numéro 0');
  });

  it('sets whatever stands in a record as text', async () => {
    const source = withLetters(
      (_, index) => ({
        association: hostile[index] ?? 'Un nom',
        entry: [{ label: 'Présentation courte', lines: [hostile[index] ?? 'Un texte'] }],
        paragraphs: [hostile[index] ?? 'Un texte'],
        contacts: [
          {
            words: hostile[index] ?? 'Un contact',
            web: true,
            print: false,
            professionals: false,
            openData: false,
          },
        ],
      }),
      hostile.length,
    );
    const parsed = {
      ...source,
      letters: source.letters.filter((letter) => LettersExport.safeParse({ ...source, letters: [letter] }).success),
    };
    expect(parsed.letters.length).toBeGreaterThan(5);
    expect((await read(parsed)).pages).toHaveLength(parsed.letters.length);
  });

  it('refuses a document with anything that the contract does not name', () => {
    const source = demoLetters(demoExport(), 1);
    expect(LettersExport.safeParse({ ...source, note: 'interne' }).success).toBe(false);
    expect(LettersExport.safeParse({ ...source, letters: [{ ...source.letters[0], internalNote: 'x' }] }).success).toBe(
      false,
    );
    expect(LettersExport.safeParse({ ...source, letters: [] }).success).toBe(false);
  });

  it('sets 300 letters, each under its own link', () => {
    const source = demoLetters(demoExport(), 300);
    expect(buildLetters(source).pages).toBe(300);
    expect(new Set(source.letters.map(({ link }) => link)).size).toBe(300);
  }, 180_000);
});
