/**
 * Gate: no telephone number and no e-mail address in the release that the export does not hold.
 *
 * The export holds what may be public and nothing else, so anything more came in some other way: a press file left in the
 * public folder, a page that asks the CMS by itself, a template with a real number in it.
 */
import { gunzipSync } from 'node:zlib';
import { unseal } from '../../site/src/features/search/seal.ts';
import { collectContacts, type FoundContacts, noContacts } from './contacts-in-text.ts';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import { pdfText } from './pdf-text.ts';
import { asAddress } from './release.ts';
import type { Finding } from './report.ts';

const PLAIN = /\.(json|geojson|csv|txt|xml|ics|vcf|svg|webmanifest|js|mjs|css|map)$/;
/** Pagefind's records: gzip around JSON, with what a result shows sealed. Its word lists hold the same words without their order. */
const PAGEFIND_RECORD = /\.pf_fragment$/;

/** Documents that editors attached to a page are published as they are: who may be named in them is their author's decision. */
const EDITORS_FILES = '/_trame/fichiers/';

/**
 * What the booklet explains itself with (« Lire une fiche ») and what the forms give as an example when a number or an address
 * cannot be read: the range that ARCEP keeps for fiction, an invented foreign number, and the domain that RFC 2606 keeps.
 */
const EXAMPLES = { phones: ['+33536490000', '+34910123456'], emails: ['contact@example.org'] };

/** A calendar's lines are folded at 75 bytes, and its entries' identifiers look like addresses. */
const calendarText = (text: string) => text.replace(/\r?\n[ \t]/g, '').replace(/^UID:.*$/gm, '');

function allowedContacts(value: unknown, found: FoundContacts): FoundContacts {
  if (typeof value === 'string') collectContacts(value, found);
  else if (Array.isArray(value)) for (const item of value) allowedContacts(item, found);
  else if (value !== null && typeof value === 'object')
    for (const key in value) allowedContacts((value as Record<string, unknown>)[key], found);
  return found;
}

/** An address over two or three lines. Tokens are whole: what stands before one is no part of an address. */
const TORN =
  /(?<![a-z0-9._%+-])(?:[a-z0-9._%+-]{1,64} ?\n ?){1,2}[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}/gi;

/**
 * A typesetter breaks a long address over lines, and then only its end looks like an address. Takes out those that are allowed
 * once they are put together again; an end that stands alone, or after the end of something else, stays.
 */
function withoutTorn(text: string, allowed: ReadonlySet<string>): string {
  return text.replace(TORN, (torn) => {
    const lines = torn.split(/ ?\n ?/);
    // The line before a torn address may end with a word that is none of it.
    const count = [2, 3].find((last) => last <= lines.length && allowed.has(lines.slice(-last).join('').toLowerCase()));
    return count === undefined ? torn : `${lines.slice(0, -count).join('\n')}\n`;
  });
}

export const privacy: Gate = ({ release, siteExport }) => {
  const allowed = allowedContacts(siteExport, noContacts());
  for (const example of EXAMPLES.phones) allowed.phones.add(example);
  for (const example of EXAMPLES.emails) allowed.emails.add(example);
  const leaks = new Map<string, Finding>();

  const look = (text: string, where: string) => {
    const found = noContacts();
    collectContacts(text, found);
    for (const phone of found.phones) {
      if (!allowed.phones.has(phone) && !leaks.has(phone))
        leaks.set(phone, { gate: 'privacy', message: messages.leakedPhone(phone, where), where });
    }
    for (const email of found.emails) {
      if (!allowed.emails.has(email) && !leaks.has(email))
        leaks.set(email, { gate: 'privacy', message: messages.leakedEmail(email, where), where });
    }
  };

  for (const page of release.pages) look(page.words, page.address);
  for (const file of release.files) {
    const where = asAddress(file);
    if (PLAIN.test(file)) {
      const text = release.read(file).toString('utf8');
      look(file.endsWith('.ics') ? calendarText(text) : text, where);
    } else if (PAGEFIND_RECORD.test(file)) {
      look(unseal(gunzipSync(release.read(file)).toString('utf8')), where);
    } else if (file.endsWith('.pdf') && !file.startsWith(EDITORS_FILES)) {
      const text = pdfText(release.read(file));
      if (text === null) leaks.set(file, { gate: 'privacy', message: messages.unreadablePdf(where), where });
      else look(withoutTorn(text, allowed.emails), where);
    }
  }
  return [...leaks.values()];
};
