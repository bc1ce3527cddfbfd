import { MAILING_EXPORT_FORMAT, MailingExport } from '@trame/cms/domain/contract/press/lists';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { placedTexts } from '../testing/placed-texts.ts';
import { buildMailing } from './build-mailing.ts';

const ENVELOPE = ['JUDO CLUB', '3 RUE DES LILAS', '33920 SAINT SAVIN'];
const mailing = (letters: MailingExport['letters']): MailingExport =>
  MailingExport.parse({
    format: MAILING_EXPORT_FORMAT,
    office: { name: 'Office de tourisme', address: ['1 place du Lavoir'], phone: '05 36 49 00 00', email: null },
    writtenOn: '2026-11-30',
    letters,
  });
const letter = (given: Partial<MailingExport['letters'][number]> = {}) => ({
  envelope: ENVELOPE,
  subject: 'Bonne rentrée',
  paragraphs: [['Bonjour,', 'Madame, Monsieur,'], ['Le forum approche.']],
  ...given,
});

describe('letters to the associations of a list', () => {
  it('have their address in the window of the envelope, however wide it is, and nothing else there', async () => {
    const wide = [
      'WWWWWWW '.repeat(5).trim().slice(0, 38),
      ...Array.from({ length: 4 }, () => 'WWWWW '.repeat(6)),
      '33920 SAINT SAVIN',
    ];
    const { pdf, pages } = buildMailing(mailing([letter(), letter({ envelope: wide })]));
    expect(pages).toBe(2);
    for (const [page, envelope] of [ENVELOPE, wide].entries()) {
      const texts = await placedTexts(pdf, page + 1);
      // The window that DL and C5 envelopes share, wherever the sheet has slid in it.
      const inWindow = texts.filter(({ end, y }) => end > 100 && y > 45 && y < 82);
      expect(inWindow.map(({ text }) => text.trim())).toEqual(envelope.map((line) => line.trim()));
      expect(inWindow.every(({ x, end }) => x >= 104.9 && end <= 190.1)).toBe(true);
      expect(texts.filter(({ text }) => /Madame|forum/.test(text)).every(({ y }) => y > 91)).toBe(true);
      expect(texts.map(({ text }) => text)).toContain('Office de tourisme');
    }
  });

  it('go on over as many pages as they need, each beginning on its own', async () => {
    const long = Array.from({ length: 40 }, (_, rank) => [`Paragraphe ${rank}. ${'Des mots en nombre. '.repeat(10)}`]);
    const { pdf, pages } = buildMailing(mailing([letter({ paragraphs: long }), letter({ subject: 'La suivante' })]));
    expect(pages).toBeGreaterThan(2);
    const last = (await placedTexts(pdf, pages)).map(({ text }) => text);
    expect(last).toContain('La suivante');
    expect(last).toContain('JUDO CLUB');
    expect(last.join()).not.toContain('Paragraphe');
  });

  it('set whatever stands in them as text', () => {
    const hostile = Object.values(hostileTexts)
      .map((text) => text.trim().slice(0, 200))
      .filter((text) => text !== '');
    const { pages } = buildMailing(
      mailing(hostile.map((text) => letter({ envelope: [text], subject: text, paragraphs: [[text]] }))),
    );
    expect(pages).toBeGreaterThanOrEqual(hostile.length);
  });
});
