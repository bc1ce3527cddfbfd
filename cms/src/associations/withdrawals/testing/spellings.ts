/** How people, telephones and browsers write one number or one address, for tests that look for it everywhere. */
import fc from 'fast-check';

export interface Spelling {
  /** As it stands in a text, with words around it or in an address on the web. */
  readonly text: string;
  /** Is it an http(s) address, hence possible where only such an address may be? */
  readonly isUrl: boolean;
}

const words = (text: string): Spelling => ({ text, isUrl: false });
const url = (text: string): Spelling => ({ text, isUrl: true });

const GAPS = ['', ' ', '.', '-', '/', '_', ' - ', '\u00a0', '\u202f', '\u2009', '–', '\u00a0.\u00a0'];
const shifted = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const DIGITS = [(text: string) => text, shifted(0xff10), shifted(0x0660)];

/** National digits as they are dictated: in pairs after the first, in threes, or in one piece. */
const GROUPS = [
  (digits: string) => [digits.slice(0, 1), ...(digits.slice(1).match(/../g) ?? [])],
  (digits: string) => digits.match(/.{3}/g) ?? [],
  (digits: string) => [digits],
];
const percent = (text: string): string =>
  [...text].map((char) => (/[a-z\d]/i.test(char) ? char : encodeURIComponent(char).replaceAll('.', '%2E'))).join('');

/** Every way to write a French number, stored as `e164` (+33 and nine digits): a choice of each part. */
export function phoneSpellings(e164: string): fc.Arbitrary<Spelling> {
  const national = e164.slice(3);
  const written = fc
    .record({
      prefix: fc.constantFrom('0', '+33', '0033', '+33 (0)', '(+33)', '(0)'),
      group: fc.constantFrom(...GROUPS),
      gap: fc.constantFrom(...GAPS),
      digits: fc.constantFrom(...DIGITS),
    })
    .map(({ prefix, group, gap, digits }) => {
      const [first = '', ...rest] = group(national);
      const joint = prefix === '0' ? '' : gap;
      return digits(`${prefix}${joint}${[first, ...rest].join(gap)}`);
    });
  const inWords = fc.constantFrom(
    (text: string) => text,
    (text: string) => `Tél. ${text}, le soir`,
    (text: string) => `(${text})`,
    (text: string) => `\u202a${text}\u202c`,
    (text: string) => `tel:${text}`,
    (text: string) => `sms:${text}`,
  );
  const inUrl = fc.constantFrom(
    (text: string) => `https://example.org/${text}`,
    (text: string) => `https://example.org/?tel=${text}&x=a`,
    (text: string) => `https://example.org/?next=https%3A%2F%2Fexample.com%2F${percent(text)}`,
  );
  return fc.oneof(
    fc.tuple(written, inWords).map(([text, around]) => words(around(text))),
    fc.tuple(written, inUrl).map(([text, around]) => url(around(percent(text)))),
    fc
      .constantFrom(
        'https://wa.me/33',
        'https://api.whatsapp.com/send?phone=33',
        'https://api.whatsapp.com/send?phone=%2B33',
        'https://example.org/contact-33',
      )
      .map((start) => url(`${start}${national}`)),
  );
}

/** Every way to write an e-mail address. */
export function emailSpellings(email: string): fc.Arbitrary<Spelling> {
  const [local = '', domain = ''] = email.split('@');
  const written = fc.constantFrom(
    email,
    email.toUpperCase(),
    email.normalize('NFKC').replace('@', '＠'),
    `${local} (at) ${domain}`,
    `${local}[arobase]${domain}`,
    `${local}[@]${domain}`,
    `${local} ( @ ) ${domain.replaceAll('.', '[.]')}`,
    `${local} arrobase ${domain}`,
    `${local} @ ${domain}`,
    `${local} arobase ${domain.replaceAll('.', ' point ')}`,
    `${local}\u200b@\u00ad${domain}`,
  );
  const inWords = fc.constantFrom(
    (text: string) => text,
    (text: string) => `Écrire à ${text}, merci.`,
    (text: string) => `<mailto:${text}>`,
  );
  return fc.oneof(
    fc.tuple(written, inWords).map(([text, around]) => words(around(text))),
    fc
      .constantFrom(
        `https://example.com/?mail=${encodeURIComponent(email)}`,
        `https://example.com/?next=mailto%3A${encodeURIComponent(encodeURIComponent(email))}`,
        `https://example.com/contact/${email}`,
      )
      .map(url),
  );
}

const UNITS = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
  ' ',
);
const TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

/** How a pair of digits is dictated in France: « zéro six », « quatre-vingt-dix-huit », « vingt et un ». */
export function dictated(pair: string): string {
  const value = Number(pair);
  if (pair.startsWith('0')) return `zéro ${UNITS[value] ?? ''}`;
  if (value < 17) return UNITS[value] ?? '';
  if (value < 20) return `dix-${UNITS[value - 10] ?? ''}`;
  const ten = Math.floor(value / 10);
  const rest = value - (ten === 7 || ten === 9 ? ten - 1 : ten) * 10;
  if (rest === 0) return value === 80 ? 'quatre-vingts' : (TENS[ten] ?? '');
  const joint = (rest === 1 || rest === 11) && ten < 8 ? ' et ' : '-';
  return `${TENS[ten] ?? ''}${joint}${rest > 16 ? `dix-${UNITS[rest - 10] ?? ''}` : (UNITS[rest] ?? '')}`;
}

const pairsOf = (e164: string): string[] => `0${e164.slice(3)}`.match(/../g) ?? [];
const joined = (e164: string, gap: string): string => pairsOf(e164).join(gap);
const superscript = (text: string): string => text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
const swapped = (text: string, pairs: Readonly<Record<string, string>>): string =>
  [...text].map((char) => pairs[char] ?? char).join('');

/** Its parts with words between them. */
function joinedByWords(e164: string): string[] {
  const [a, b, c, d, e] = pairsOf(e164);
  return [
    ...['puis', 'et', ', puis', 'et puis', 'ensuite', 'suivi de', 'suivis de', 'suivies de'].flatMap((word) => [
      `${a} ${b} ${c} ${word} ${d} ${e}`,
      `${a} ${b} ${c} ${d} ${word} ${e}`,
    ]),
    ...['x', 'et', 'a', ' point ', ' tiret ', ' puis ', ', puis '].map((gap) => joined(e164, gap)),
  ];
}

/** With another number, a year or a postal code glued to it. */
function gluedToAnother(e164: string): string[] {
  const other = '+33199001122';
  return [
    `${joined(other, ' ')}${joined(e164, ' ')}`,
    `${joined(e164, ' ')}${joined(other, ' ')}`,
    `${joined(other, '')}${joined(e164, '')}`,
    `${joined(e164, '')}${joined(other, '')}`,
    `${joined(other, '.')}${joined(e164, '.')}`,
    `${joined(other, ' ')}${e164}`,
    `33240${joined(e164, ' ')}`,
    `${joined(e164, ' ')}2026`,
  ];
}

/** A number as nobody types it by chance: pasted from a picture, a word processor or a page, or made to be read by people alone. */
export function oddPhoneSpellings(e164: string): fc.Arbitrary<Spelling> {
  const spaced = joined(e164, ' ');
  return fc
    .constantFrom(
      swapped(spaced, { 0: 'O', 1: 'l' }),
      swapped(spaced, { 0: 'o', 1: 'I' }),
      swapped(joined(e164, '.'), { 0: 'О' }), // the Cyrillic letter
      `²${spaced}`,
      `${joined(e164, '')}³`,
      `①${joined(e164, '-')}`,
      superscript(spaced),
      joined(e164, '<br>'),
      joined(e164, '</b> <b>'),
      joined(e164, '&nbsp;'),
      joined(e164, '&#160;'),
      spaced.replace(/\d/g, (digit) => `&#${48 + Number(digit)};`),
      spaced.replace(/\d/g, (digit) => `&amp;#x3${digit};`),
      joined(e164, '\\.'),
      joined(e164, ' ........ '),
      joined(e164, ' - - - '),
      `\u202e${[...spaced].reverse().join('')}\u202c`,
      `\u2067${pairsOf(e164).reverse().join(' ')}\u2069`,
      shifted(0x0966)(spaced),
      shifted(0x06f0)(spaced),
      shifted(0x1d7d8)(spaced),
      spaced.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
      pairsOf(e164).map(dictated).join(', '),
      pairsOf(e164).map(dictated).join(' ').toUpperCase(),
      pairsOf(e164)
        .map((pair, at) => (at % 2 === 0 ? pair : dictated(pair)))
        .join(' '),
      ...joinedByWords(e164),
      ...gluedToAnother(e164),
      `0${e164.slice(1)}`,
      joined(e164, ' '.repeat(80)),
      joined(e164, ' __ __ __ __ '),
    )
    .chain((text) => fc.constantFrom(words(text), words(`Appelez le ${text}, merci.`), words(`Tél. : ${text}`)));
}

/** The same, with so many line ends between the pairs that they are lines of their own. */
export const phoneOverLines = (e164: string): string[] =>
  ['\n', '\n\n\n\n\n\n', '\r\n\r\n\r\n\r\n', '\n \n \n \n'].map((gap) => joined(e164, gap));

/** An address as nobody types it by chance. */
export function oddEmailSpellings(email: string): fc.Arbitrary<Spelling> {
  const [local = '', domain = ''] = email.split('@');
  const dotted = (dot: string) => domain.replaceAll('.', dot);
  return fc
    .constantFrom(
      ...['-at-', '_at_', ' -at- ', '«@»', '« @ »', '(chez)', '[arobase]', ' chez ', '"at"', ' {at} ', '(arobas)'].map(
        (at) => `${local}${at}${domain}`,
      ),
      ...[' point ', '(point)', '-point-', ' dot ', '[dot]', ' . ', ' «.» ', '。'].map(
        (dot) => `${local} (at) ${dotted(dot)}`,
      ),
      `${local} chez ${dotted(' point ')}`,
      `${local}&#64;${domain}`,
      `${local}&commat;${dotted('&period;')}`,
      `${local}<b>@</b>${domain}`,
      `${local}\\@${domain}`,
      swapped(email, { a: 'а', e: 'е', o: 'о' }), // Cyrillic letters
      `\u202e${[...email].reverse().join('')}\u202c`,
      ...gluedAddresses(email),
      ...signedAddresses(email),
    )
    .chain((text) => fc.constantFrom(words(text), words(`Écrivez à ${text}, merci.`)));
}

/** With what stands before and after it in a sentence or a list, and no space between. */
function gluedAddresses(email: string): string[] {
  const before = [
    '-',
    '–',
    '_',
    '__',
    '*',
    '…',
    '...',
    '+',
    '%',
    ':_',
    'Contact.',
    'e-mail.',
    'Courriel-',
    'mail:',
    '>',
  ];
  const after = [
    '.Merci',
    '-Merci',
    '.merci',
    'Merci',
    '_',
    '__',
    '-',
    '…',
    '.Le club',
    '.Au plaisir',
    '/',
    '?subject=x',
  ];
  return [
    ...before.map((sign) => `${sign}${email}`),
    ...after.map((sign) => `${email}${sign}`),
    `_${email}_`,
    `:_${email}_`,
    `-${email}.Merci`,
  ];
}

/** With the sign and the dot in ways of their own. */
function signedAddresses(email: string): string[] {
  const [local = '', domain = ''] = email.split('@');
  const dotted = (dot: string) => domain.replaceAll('.', dot);
  return [
    ...[
      ' (à) ',
      '(à)',
      ' à ',
      ' (arobaze) ',
      '#at#',
      ' (signe arobase) ',
      ' a commercial ',
      '-@-',
      '/@/',
      '@@',
      '(@',
      '@ ',
      ' @',
    ].map((at) => `${local}${at}${domain}`),
    `${local}AROBASE${domain}`,
    `${local}@${dotted(',')}`,
    `${local} @${dotted(' .')}`,
    `${local}, arobase, ${dotted(' point ')}`,
    `${local} arobase ${dotted(', point ')}`,
    `${local} à ${dotted(' point ')}`,
    `${local}@NOSPAM.${domain}`,
    `${local}+club@${domain}`,
    [...email].join(' '),
  ];
}

/** An address over two lines of one text. */
export const emailOverLines = (email: string): string[] => {
  const [local = '', domain = ''] = email.split('@');
  return [
    `${local}@\n${domain}`,
    `${local}\n@${domain}`,
    `${local}@${domain.replace('.', '\n.')}`,
    email.replace('.', '.\n'),
  ];
};

/** Everything that is percent-encoded decoded, as often as it is. */
function plain(text: string): string {
  let rest = text;
  for (let layer = 0; layer < 4; layer += 1) {
    rest = rest.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
  return rest
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .normalize('NFKC')
    .toLowerCase();
}

/**
 * Does `bytes` hold the number or the address, whatever is between its digits? Asked in another way than the program asks:
 * everything but the digits is thrown away, or everything that is no part of an address.
 */
export const holdsPhone = (bytes: string, e164: string): boolean =>
  plain(bytes)
    .replace(/[^\da-z]/g, '')
    .includes(e164.slice(-9));
export const holdsEmail = (bytes: string, email: string): boolean =>
  plain(bytes)
    .replace(/[([]\s*(?:@|at|arobase)\s*[)\]]|\s(?:at|arr?obase)\s/g, '@')
    .replace(/\spoint\s|\[\.\]/g, '.')
    .replace(/[\s\p{Cf}]/gu, '')
    .includes(email.toLowerCase());
