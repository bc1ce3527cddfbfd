/** The other kinds of cells: years, yes and no, codes, addresses, prices, web pages. */
import { parseWebAddress } from '../../web-address.ts';
import { parseRnaId } from '../../rna.ts';
import { parseSiret } from '../../siret.ts';
import type { Network } from '../../vocabulary/networks.ts';
import type { Cell } from '../workbook.ts';
import { notUnderstood, understood, type CellReading } from './read.ts';
import { plainWords, saysNothing, tidyLine } from './words.ts';

const words = {
  year: (text: string) =>
    `«\u00a0${text}\u00a0» ne se lit pas comme une année. Écrivez-la en quatre chiffres, comme 1987.`,
  yesNo: (text: string) =>
    `«\u00a0${text}\u00a0» ne se lit pas comme oui ou non. Écrivez «\u00a0oui\u00a0» ou «\u00a0non\u00a0».`,
  postalCode: (text: string) => `«\u00a0${text}\u00a0» n’est pas un code postal\u00a0: cinq chiffres, comme 33620.`,
  zero: (text: string) =>
    `Le premier zéro de «\u00a0${text}\u00a0» avait été effacé par le tableur\u00a0: il est remis.`,
  legalForm: (text: string) =>
    `«\u00a0${text}\u00a0» n’est pas une forme connue\u00a0: «\u00a0déclarée\u00a0», «\u00a0non déclarée\u00a0» ou «\u00a0utilité publique\u00a0».`,
};

/** "1987", a date, "depuis 1987", "01/09/1987". */
export function readYear(cell: Cell): CellReading<number | null> {
  const shown = tidyLine(cell.text);
  if (saysNothing(shown)) return understood(null);
  if (cell.day !== undefined) return understood(Number(cell.day.slice(0, 4)));
  const years = shown.match(/(?<!\d)(?:1[0-9]{3}|20\d{2})(?!\d)/g) ?? [];
  return years.length === 1 ? understood(Number(years[0])) : notUnderstood(null, words.year(shown));
}

const YES = new Set(['oui', 'o', 'x', 'yes', 'y', 'vrai', 'true', '1', 'ok', '✓', '✔']);
const NO = new Set(['non', 'n', 'no', 'faux', 'false', '0', '']);

/** « oui », « x », « 1 », a box of the spreadsheet; empty says nothing. */
export function readYesNo(cell: Cell): CellReading<boolean | null> {
  if (cell.boolean !== undefined) return understood(cell.boolean);
  const shown = cell.text.trim();
  if (shown === '') return understood(null);
  const text = plainWords(shown) || shown;
  if (YES.has(text)) return understood(true);
  return NO.has(text) || saysNothing(shown) ? understood(false) : notUnderstood(null, words.yesNo(shown));
}

const byParser =
  (parse: (text: string) => ReturnType<typeof parseRnaId>) =>
  (cell: Cell): CellReading<string> => {
    const shown = tidyLine(cell.text);
    if (saysNothing(shown)) return understood('');
    const read = parse(shown);
    return read.ok ? understood(read.value) : notUnderstood('', read.message);
  };

export const readRna = byParser(parseRnaId);

/** A SIRET that the spreadsheet shows as 8.2E+13 is whole behind its text. */
export const readSiret = (cell: Cell): CellReading<string> =>
  byParser(parseSiret)(
    cell.number !== undefined && Number.isSafeInteger(cell.number) && /e\+/i.test(cell.text)
      ? { text: String(cell.number).padStart(14, '0') }
      : cell,
  );

/** Five digits; of four the first zero was eaten. */
export function readPostalCode(cell: Cell): CellReading<string> {
  const shown = tidyLine(cell.text).replace(/\s/g, '');
  if (saysNothing(shown)) return understood('');
  if (/^\d{5}$/.test(shown)) return understood(shown);
  return /^\d{4}$/.test(shown)
    ? understood(`0${shown}`, words.zero(shown))
    : notUnderstood('', words.postalCode(shown));
}

/** A price as a text; a number is euros. */
export function readPrice(cell: Cell): CellReading<string> {
  const shown = tidyLine(cell.text);
  if (shown === '' || /^[-/]+$/.test(shown)) return understood('');
  if (/^0(?:[.,]0+)?\s?€?$/.test(shown)) return understood('gratuit');
  return understood(/^\d+(?:[.,]\d{1,2})?$/.test(shown) ? `${shown.replace('.', ',')}\u00a0€` : shown);
}

export interface ReadAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** « 12 rue du Moulin, 33620 CAVIGNAC »: the street before the code, the town after it. */
export function readAddress(cell: Cell): CellReading<ReadAddress> {
  const shown = tidyLine(cell.text);
  if (saysNothing(shown)) return understood({ street: '', postalCode: '', city: '' });
  const found = /^(.*?)[\s,;–-]*(?<!\d)(\d{2}\s?\d{3})(?!\d)[\s,;–-]*([\p{L}][^,;\d]*)$/u.exec(shown);
  if (!found) return understood({ street: shown, postalCode: '', city: '' });
  const [, street = '', code = '', city = ''] = found;
  return understood({
    street: street.trim(),
    postalCode: code.replace(/\s/g, ''),
    city: city.replace(/\bcedex\b.*$/i, '').trim(),
  });
}

/** What a host is a network of. */
const HOSTS: readonly (readonly [RegExp, Network])[] = [
  [/(?:^|\.)(?:facebook\.com|fb\.com|fb\.me)$/, 'facebook'],
  [/(?:^|\.)instagram\.com$/, 'instagram'],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'youtube'],
  [/(?:^|\.)helloasso\.com$/, 'helloasso'],
  [/(?:^|\.)(?:whatsapp\.com|wa\.me)$/, 'whatsapp'],
  [/(?:^|\.)linkedin\.com$/, 'linkedin'],
];

export interface ReadLinks {
  readonly website: string;
  readonly networks: readonly { readonly network: Network; readonly url: string }[];
}

/** The web pages of a cell: networks by their host, the first other one is the site. */
export function readLinks(cell: Cell): CellReading<ReadLinks> {
  const shown = tidyLine(cell.text);
  if (saysNothing(shown)) return understood({ website: '', networks: [] });
  let website = '';
  const networks: { network: Network; url: string }[] = [];
  const remarks: string[] = [];
  for (const part of shown.split(/[\s,;|]+|(?<=\S)\s*\/\s+/).filter((one) => /[.].*\p{L}/u.test(one))) {
    const read = parseWebAddress(part.replace(/[).]+$/, '').replace(/^[(<]+/, ''));
    if (!read.ok) return notUnderstood({ website: '', networks: [] }, read.message);
    const network = HOSTS.find(([host]) => host.test(new URL(read.value).hostname))?.[1];
    if (network !== undefined) networks.push({ network, url: read.value });
    else if (website === '') website = read.value;
    else networks.push({ network: 'autre', url: read.value });
  }
  if (website === '' && networks.length === 0) {
    const read = parseWebAddress(shown);
    return read.ok
      ? understood({ website: read.value, networks })
      : notUnderstood({ website: '', networks: [] }, read.message);
  }
  return { value: { website, networks }, remarks, fault: null };
}

/** The words of the register and of people for the form of an association. */
export function readLegalForm(
  cell: Cell,
): CellReading<'déclarée' | 'non déclarée' | 'utilité publique' | 'autre' | ''> {
  const shown = tidyLine(cell.text);
  if (saysNothing(shown)) return understood('');
  const text = plainWords(shown);
  if (/utilite publique|\brup\b/.test(text)) return understood('utilité publique');
  if (/non declaree|de fait|collectif|informel/.test(text)) return understood('non déclarée');
  if (/declaree|1901|\bloi\b|\b1908\b/.test(text)) return understood('déclarée');
  return text === 'autre' ? understood('autre') : notUnderstood('', words.legalForm(shown));
}
