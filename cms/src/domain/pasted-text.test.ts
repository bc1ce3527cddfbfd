import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asMeant } from './pasted-text.ts';

test.each([
  ['L\u0092Amicale', 'L’Amicale', 'an apostrophe of Windows-1252'],
  ['C\u009curs et \u0093Cie\u0094 \u0096 5 \u0080\u0085', 'Cœurs et “Cie” – 5 €…', 'its other characters'],
  ['\u008dA\u0081', '\u008dA\u0081', 'what Windows-1252 does not define, for a report to name'],
  [
    'L´Amicale, d`Art, l‘Éveil, lʼAube, l′Été, l＇Île',
    'L’Amicale, d’Art, l’Éveil, l’Aube, l’Été, l’Île',
    'apostrophes',
  ],
  ['5′ 30 ; `code` ; aujourd´hui', '5′ 30 ; `code` ; aujourd’hui', 'only between letters'],
  ['Saint\u2011Savin et\u00adc', 'Saint-Savin etc', 'hyphens'],
  ['E\u0301veil', 'Éveil', 'accents of a Mac'],
  ['un\u2028deux\u000btrois\r\nquatre\rcinq', 'un deux trois\nquatre\ncinq', 'breaks'],
  ['\uf0b7 o\ufb03ce', '• office', 'bullets of Word and ligatures of PDFs'],
  [
    'Ã©tÃ© Ã\u00a0 lâ€™Ã‰cole, 5 â‚¬ â€“ CÅ“ur, 20 Â°C',
    'été à l’École, 5 € – Cœur, 20 °C',
    'UTF-8 read as Windows-1252',
  ],
  ['\u00c3\u00a9t\u00e2\u0080\u0099', 'ét’', 'UTF-8 read as Latin-1'],
  ['ÃƒÂ©tÃƒÂ©', 'été', 'twice'],
  [
    'JOÃO, Âge d’or, Ångström, « Å », Åland, Â',
    'JOÃO, Âge d’or, Ångström, « Å », Åland, Â',
    'letters that people have',
  ],
  ['d&#39;Art &amp; d&rsquo;Essai, l&#x2019;&eacute;t&Eacute;', "d'Art & d’Essai, l’étÉ", 'references of HTML'],
  ['L&amp;#39;Amicale &amp;amp; Cie', "L'Amicale & Cie", 'references that were escaped'],
  [
    'a &lt; b &#60;b&#62; R&D; x?a=1&copy=2 AT&T',
    'a &lt; b &#60;b&#62; R&D; x?a=1&copy=2 AT&T',
    'what is none, or would be markup',
  ],
  ['\ue123', '\ue123', 'a private character that nobody knows'],
  ['a\ud83db\udc00', 'ab', 'halves of characters'],
  ['👨\u200d👩\u200d👧 Familles a\u200db', '👨\u200d👩\u200d👧 Familles ab', 'joiners, but not those of emojis'],
  ['\u202a+33\u00a05\u202c \u200e\ufeffx', '+33\u00a05 x', 'marks of direction'],
])('%j is %j: %s', (text, meant) => expect(asMeant(text)).toBe(meant));

const hostile = fc
  .array(
    fc.constantFrom(
      ...'aé ’´`‘\u0301\u0085\u0092\u0081\u00ad\u200b\u200d\u200c\u2011\r\n\u2028\ufeff\ufb01\uf0b7Ω👩',
      '\ud83d',
      'Ã',
      'Â',
      'â€',
      '©',
      '&',
      '#39;',
      'amp;',
      '\udc69',
    ),
  )
  .map((characters) => characters.join(''));

test('changes nothing the second time, and nothing of plain French', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const once = asMeant(text);
      expect(asMeant(once)).toBe(once);
    }),
  );
  const plain = "L’Œuvre d’été : « 3 € » – à Saint-Savin… l'école\n\tYŸ½";
  expect(asMeant(plain)).toBe(plain);
});
