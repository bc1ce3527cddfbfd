/**
 * Gate: no telephone number and no e-mail address in the release that the export does not hold.
 *
 * The export holds what may be public and nothing else, so anything more came in some other way: a press file left in the
 * public folder, a page that asks the CMS by itself, a template with a real number in it.
 */
import { gunzipSync } from 'node:zlib';
import { collectContacts, type FoundContacts, noContacts } from './contacts-in-text.ts';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import { pdfText } from './pdf-text.ts';
import { asAddress } from './release.ts';
import type { Finding } from './report.ts';

const PLAIN = /\.(json|geojson|csv|txt|xml|ics|vcf|svg|webmanifest|js|mjs|css|map)$/;
/** Pagefind's records: gzip around JSON. Its word lists hold the same words without their order. */
const PAGEFIND_RECORD = /\.pf_fragment$/;

/** Documents that editors attached to a page are published as they are: who may be named in them is their author's decision. */
const EDITORS_FILES = '/_trame/fichiers/';

/** The invented entry that the booklet explains itself with (« Lire une fiche »), in the range that ARCEP keeps for fiction. */
const EXAMPLES = ['+33536490000'];

/** A calendar's lines are folded at 75 bytes, and its entries' identifiers look like addresses. */
const calendarText = (text: string) => text.replace(/\r?\n[ \t]/g, '').replace(/^UID:.*$/gm, '');

function allowedContacts(value: unknown, found: FoundContacts): FoundContacts {
  if (typeof value === 'string') collectContacts(value, found);
  else if (Array.isArray(value)) for (const item of value) allowedContacts(item, found);
  else if (value !== null && typeof value === 'object')
    for (const key in value) allowedContacts((value as Record<string, unknown>)[key], found);
  return found;
}

export const privacy: Gate = ({ release, siteExport }) => {
  const allowed = allowedContacts(siteExport, noContacts());
  for (const example of EXAMPLES) allowed.phones.add(example);
  const leaks = new Map<string, Finding>();

  const isAllowed = (email: string, typeset: boolean) =>
    // A typesetter breaks a long address over two lines, and then only its end looks like an address. The link on it is whole.
    allowed.emails.has(email) || (typeset && [...allowed.emails].some((whole) => whole.endsWith(email)));

  const look = (text: string, where: string, typeset = false) => {
    const found = noContacts();
    collectContacts(text, found);
    for (const phone of found.phones) {
      if (!allowed.phones.has(phone) && !leaks.has(phone))
        leaks.set(phone, { gate: 'privacy', message: messages.leakedPhone(phone, where), where });
    }
    for (const email of found.emails) {
      if (!isAllowed(email, typeset) && !leaks.has(email))
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
      look(gunzipSync(release.read(file)).toString('utf8'), where);
    } else if (file.endsWith('.pdf') && !file.startsWith(EDITORS_FILES)) {
      const text = pdfText(release.read(file));
      if (text === null) leaks.set(file, { gate: 'privacy', message: messages.unreadablePdf(where), where });
      else look(text, where, true);
    }
  }
  return [...leaks.values()];
};
