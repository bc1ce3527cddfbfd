/**
 * Gate: no telephone number and no e-mail address in the release that the export does not hold.
 *
 * The export holds what may be public and nothing else, so anything more came in some other way: a press file left in the
 * public folder, a page that asks the CMS by itself, a template with a real number in it.
 */
import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { FoundRecord } from '@trame/cms/domain/contract/desk/publication-state';
import { withheldFromOpenData } from '@trame/cms/domain/contract/site/open-data';
import { readableIndex } from '@trame/site/search-readable';
import { TEXTS_APART, type Withheld } from '@trame/cms/domain/withheld-contacts';
import { collectContacts, type FoundContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import type { Gate } from './gate.ts';
import type { ReadMemory } from './memory.ts';
import { messages } from './messages.ts';
import { pdfText } from './pdf-text.ts';
import { recordsOf } from './records.ts';
import { asAddress } from './release.ts';
import { readTable } from './table-schema.ts';
import type { Finding } from './report.ts';
import { contactsSaid, contactsShown, textsApart } from './said.ts';

const PLAIN = /\.(json|geojson|csv|txt|xml|ics|vcf|svg|webmanifest|js|mjs|css|map)$/;
/** Of them those that are made of values. */
const TABLE = /\.(json|geojson|csv)$/;
/** Of them those that nobody reads as words. */
const PROGRAM = /\.(svg|webmanifest|js|mjs|css|map)$/;
/** Pagefind's records: gzip around JSON, with what a result shows sealed. Its word lists hold the same words without their order. */
const PAGEFIND_RECORD = /\.pf_fragment$/;

/** The page that such a record is of. */
const PAGE_OF_RECORD = /"url":"(\/[^"\\]*)"/;

/** Documents that editors attached to a page are published as they are: who may be named in them is their author's decision. */
const EDITORS_FILES = '/_trame/fichiers/';

/** Files under an open licence, the read API of the same content, and what other sites show of it. */
const OPEN_DATA = /^\/(?:donnees|api|integrer\/donnees)\//;

/**
 * What the booklet explains itself with (« Lire une fiche ») and what the forms give as an example when a number or an address
 * cannot be read: the range that ARCEP keeps for fiction, an invented foreign number, and the domain that RFC 2606 keeps.
 */
const EXAMPLES = { phones: ['+33536490000', '+34910123456'], emails: ['contact@example.org'] };

/** A calendar's lines are folded at 75 bytes, its signs escaped (RFC 5545, 3.3.11), and its entries' identifiers look like addresses. */
const calendarText = (text: string) =>
  text
    .replace(/\r?\n[ \t]/g, '')
    .replace(/^UID:.*$/gm, '')
    .replace(/\\[nN]/g, '\n')
    .replace(/\\([,;\\])/g, '$1');

const XML_SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Each text and each attribute of XML by itself, its five entities decoded: the others stay, for whoever looks past disguises. */
const xmlText = (text: string) =>
  text
    .replace(/<\/?[\w:.-]+|[?/]?>/g, '\n')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => XML_SIGNS[name] ?? '');

/** Characters of a long line that are looked at for what stands around a number. */
const CONTEXT = 400;

/** The part of a text in which a number or an address is read. */
function contextOf(text: string, kind: 'phone' | 'email', value: string): string {
  const says = (part: string) => {
    const found = noContacts();
    collectContacts(part, found);
    return (kind === 'phone' ? found.phones : found.emails).has(value);
  };
  for (const line of text.split('\n')) {
    if (!says(line)) continue;
    if (line.length <= CONTEXT) return line;
    for (let from = 0; from < line.length; from += CONTEXT / 2) {
      const part = line.slice(from, from + CONTEXT);
      if (says(part)) return part;
    }
  }
  return '';
}

/** Digits that a text shares with a number at least, to be a part of it. */
const SHARED_DIGITS = 4;

/** Whether a text of the export is part of what is read there: the page made a number of two texts, or cut one. */
function isPartOf(text: string, context: string, kind: 'phone' | 'email', value: string): boolean {
  const said = text.replace(/\s+/g, ' ').trim();
  if (kind === 'email') {
    const [local = '', domain = ''] = value.split('@');
    const lower = said.toLowerCase();
    if (!lower.includes(local) && !lower.includes(domain)) return false;
  } else {
    const digits = said.replace(/\D/g, '');
    const number = `0${value.replace(/^\+33/, '').replace(/\D/g, '')}`;
    const shares = [...number].some((_, at) => {
      const part = number.slice(at, at + SHARED_DIGITS);
      return part.length === SHARED_DIGITS && digits.includes(part);
    });
    if (!shares) return false;
  }
  return context.includes(said) || said.includes(context.trim());
}

/** As `collectContacts` keeps an address. */
const inOneForm = (address: string): string => [...contactsSaid(address).emails][0] ?? '';

/** An address over two or three lines. Tokens are whole: what stands before one is no part of an address. */
const TORN =
  /(?<![a-z0-9._%+-])(?:[a-z0-9._%+-]{1,64} ?\n ?){1,2}[a-z0-9._%+-]{1,64}@(?:[\p{L}\p{M}\d-]{1,63}\.)+[a-z]{2,24}/giu;

/**
 * A typesetter breaks a long address over lines, and then only its end looks like an address. Takes out those that are allowed
 * once they are put together again; an end that stands alone, or after the end of something else, stays.
 */
function withoutTorn(text: string, allowed: ReadonlySet<string>): string {
  return text.replace(TORN, (torn) => {
    const lines = torn.split(/ ?\n ?/);
    // The line before a torn address may end with a word that is none of it.
    const count = [2, 3].find((last) => last <= lines.length && allowed.has(inOneForm(lines.slice(-last).join(''))));
    return count === undefined ? torn : `${lines.slice(0, -count).join('\n')}\n`;
  });
}

/**
 * The values of a file of data, each once: a code of a commune beside a postcode and a latitude are many figures in a row, and
 * none of them is a number of anybody. A file that is not what its name says is read as it stands.
 */
function valuesOf(text: string, file: string): ReadonlySet<string> {
  const values = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') values.add(String(value));
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        values.add(key);
        collect(inner);
      }
  };
  try {
    if (file.endsWith('.csv')) {
      const { header, rows } = readTable(text);
      collect([header, rows]);
    } else collect(JSON.parse(text));
  } catch {
    return new Set([text]);
  }
  return values;
}

/** What a value of open data says. */
interface ValueSaid {
  /** Contacts that did not agree to it. */
  readonly withheld: readonly Withheld[];
  readonly found: FoundContacts;
}

/** What a file says. */
interface Reading {
  readonly found: FoundContacts;
  /** Its text, texts apart, for whoever has to say where something stands in it. */
  readonly text: () => string;
}

const readingOf = (text: string): Reading => ({ found: contactsShown(text), text: () => textsApart(text) });

/** What somebody reads in a file that is text. */
function plainText(text: string, file: string): string {
  if (file.endsWith('.ics')) return calendarText(text);
  if (file.endsWith('.xml')) return xmlText(text);
  return TABLE.test(file) ? [...valuesOf(text, file)].join(TEXTS_APART) : text;
}

/** @param more phones as E.164, addresses in lower case */
function addContacts(
  to: FoundContacts,
  more: { readonly phones: Iterable<string>; readonly emails: Iterable<string> },
): void {
  for (const phone of more.phones) to.phones.add(phone);
  for (const email of more.emails) to.emails.add(email);
}

/** What the directory says, record by record: of a thousand one has changed. */
function allowedBy(siteExport: SiteExport, memory: ReadMemory): FoundContacts {
  const allowed = noContacts();
  const records = Object.values(siteExport).flatMap((part: unknown) =>
    Array.isArray(part) ? (part as unknown[]) : [part],
  );
  for (const record of records) {
    const digest = hash('sha256', JSON.stringify(record) ?? '');
    addContacts(
      allowed,
      memory.ofText('said', digest, () => contactsSaid(record)),
    );
  }
  return allowed;
}

export const privacy: Gate = ({ release, siteExport }) => {
  const allowed = allowedBy(siteExport, release.memory);
  addContacts(allowed, EXAMPLES);
  const leaks = new Map<string, Finding>();
  /** A number that is cut, at the end of an excerpt or of a line of the booklet: no number begins like a whole one. */
  const isCut = (value: string) =>
    [...allowed.phones].some((phone) => phone.length > value.length && phone.startsWith(value));

  const records = recordsOf(siteExport);
  const leak = (key: string, kind: 'phone' | 'email', value: string, where: string, found: readonly FoundRecord[]) => {
    const titles = [...new Set(found.map(({ title }) => title))];
    const message = messages.leaked(kind, value, where, titles);
    leaks.set(key, { gate: 'privacy', message, where, leak: { kind, value, records: [...found] } });
  };

  /** Records with a text that is part of what is read in a list, a feed or the booklet. */
  const saidIn = (text: string, kind: 'phone' | 'email', value: string): FoundRecord[] => {
    const context = contextOf(text, kind, value);
    return context === '' ? [] : records.saying((one) => isPartOf(one, context, kind, value));
  };

  /** @param page whose record says it, when `where` is a file that nobody knows by its name */
  const look = ({ found, text }: Reading, page: string) => {
    const all = [
      ...[...found.phones].map((one) => ['phone', one] as const),
      ...[...found.emails].map((one) => ['email', one] as const),
    ];
    for (const [kind, value] of all) {
      if ((kind === 'phone' ? allowed.phones : allowed.emails).has(value)) continue;
      if (kind === 'phone' && isCut(value)) continue;
      // Said once, and at a record rather than at a list that repeats it.
      const known = leaks.get(value)?.leak;
      const record = records.at(page);
      if (known !== undefined && (known.records.length > 0 || record === null)) continue;
      leak(value, kind, value, page, record ? [record] : saidIn(text(), kind, value));
    }
  };

  const notOpen = withheldFromOpenData(siteExport.associations);
  /** Another one as soon as anybody agrees to something else. */
  const agreed = hash(
    'sha256',
    JSON.stringify(siteExport.associations.map(({ id, contacts }) => [id, contacts])),
  ).slice(0, 16);
  const { memory } = release;
  /** The same values stand in many of these files, and are looked at once. */
  const saidBy = (values: ReadonlySet<string>): ValueSaid => {
    const withheld: Withheld[] = [];
    const found = noContacts();
    for (const one of values) {
      const said = memory.ofText(agreed, one, (): ValueSaid | null => {
        const value = { withheld: notOpen.find(one), found: contactsShown(one) };
        // Most say nobody's number; there are as many as words in the directory.
        return value.withheld.length + value.found.phones.size + value.found.emails.size === 0 ? null : value;
      });
      if (said === null) continue;
      withheld.push(...said.withheld);
      addContacts(found, said.found);
    }
    return { withheld, found };
  };
  /** Files under an open licence hold less than the site does: what a contact agreed to for the site alone is a leak there. */
  const lookAtOpenData = (file: string, where: string) => {
    const values = (bytes: Buffer) => valuesOf(bytes.toString('utf8'), file);
    const { withheld, found } = release.once(`values ${agreed}`, file, (bytes) => saidBy(values(bytes)));
    for (const { kind, value } of withheld) {
      const says = (text: string) => notOpen.find(text).some((one) => one.value === value);
      leak(`${where} ${value}`, kind, value, where, records.saying(says));
    }
    look({ found, text: () => textsApart([...values(release.read(file))].join(TEXTS_APART)) }, where);
  };

  /** Most files are those of the release before. */
  const remembered = (file: string, where: string, textOf: (bytes: Buffer) => string): Reading => {
    const kind = PROGRAM.test(where) ? 'program' : 'words';
    const found = release.once('contacts', file, (bytes) => contactsShown(textOf(bytes), kind));
    return { found, text: () => textsApart(textOf(release.read(file))) };
  };

  for (const page of release.pages) look({ found: page.contacts, text: () => textsApart(page.words()) }, page.address);
  for (const file of release.files) {
    const where = asAddress(file);
    if (PLAIN.test(file)) {
      if (OPEN_DATA.test(where)) lookAtOpenData(file, where);
      else
        look(
          remembered(file, where, (bytes) => plainText(bytes.toString('utf8'), file)),
          where,
        );
    } else if (PAGEFIND_RECORD.test(file)) {
      const textOf = (bytes: Buffer) => readableIndex(gunzipSync(bytes).toString('utf8'));
      const { page, found } = release.once('record', file, (bytes) => {
        const said = textOf(bytes);
        return { page: PAGE_OF_RECORD.exec(said)?.[1], found: contactsShown(said) };
      });
      look({ found, text: () => textsApart(textOf(release.read(file))) }, page ?? where);
    } else if (file.endsWith('.pdf') && !file.startsWith(EDITORS_FILES)) {
      const text = release.once('text', file, pdfText);
      if (text === null) leaks.set(file, { gate: 'privacy', message: messages.unreadablePdf(where), where });
      else look(readingOf(withoutTorn(text, allowed.emails)), where);
    }
  }
  return [...leaks.values()];
};
