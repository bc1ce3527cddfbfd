/** Fields × spellings: what is withdrawn leaves every text of an entry, and is in no byte of what leaves the CMS. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAssociation } from './associations.ts';
import { Association } from '../../../domain/contract/site/association.ts';
import {
  emailSpellings,
  holdsEmail,
  holdsPhone,
  phoneSpellings,
  type Spelling,
} from '../../../associations/withdrawals/testing/spellings.ts';
import { visit, type Values } from '../../../domain/visit.ts';
import { discloses, withheldFrom } from '../../../domain/withheld-contacts.ts';
import { slugify } from '../../../domain/slug.ts';
import type { FieldPath } from '../../../domain/entry/fields.ts';
import { leavesNoRow, readTexts, storedPath, textFields, textsToClear } from '../../../domain/entry/texts.ts';

const PHONE = '+33639980012';
const EMAIL = 'marie.durand@example.org';
const off = { web: false, print: false, professionals: false, openData: false, consentDate: null, consentSource: null };
const on = { web: true, print: true, professionals: true, openData: true };
const withdrawn = withheldFrom('web', [{ ...off, phone: PHONE, email: EMAIL }]);

/** An association as the database gives it, public everywhere, with one contact that withdrew and one that agreed. */
const picture = (id: number) => ({
  id,
  alternativeText: 'Une roue',
  caption: 'La roue',
  url: '/uploads/roue.png',
  hash: 'roue',
  mime: 'image/png',
  width: 9,
  height: 9,
});
const stored = (): Values => ({
  id: 1,
  documentId: 'association',
  slug: 'les-amis',
  name: 'Les amis',
  officialName: 'Les amis du moulin',
  acronym: 'LAM',
  rnaId: null,
  siret: null,
  legalForm: 'déclarée',
  summary: 'On se promène.',
  description: 'On se promène loin.',
  howToJoin: 'En venant.',
  easyText: 'On marche ensemble.',
  words: 'Balade',
  noticeKind: 'fermé',
  noticeUntil: '2027-01-03',
  noticeNote: 'Travaux',
  internalNote: 'Rien.',
  themes: [{ documentId: 'theme' }],
  activities: [
    {
      id: 2,
      label: 'Marche',
      description: 'Lente',
      price: 'Rien',
      place: 'Partout',
      season: 'Été',
      slots: [{ id: 3, day: 'lundi', begin: null, end: null, note: 'Parfois' }],
    },
  ],
  contacts: [
    { id: 4, role: 'Trésorerie', name: 'Marie', phone: PHONE, email: EMAIL, ...off },
    {
      id: 5,
      role: 'Accueil',
      name: 'Zoé',
      phone: null,
      email: 'zoe@example.org',
      ...on,
      consentDate: 'x'.repeat(10),
      consentSource: 'courriel',
    },
  ],
  address: { id: 6, street: 'Rue', complement: 'Fond', postalCode: 'AB', city: 'Ville', public: true },
  website: 'https://example.org',
  networks: [
    { id: 7, network: 'facebook', url: 'https://example.org/a' },
    { id: 8, network: 'autre', url: 'https://example.org/b' },
  ],
  logo: picture(9),
  photos: [picture(10)],
  seeksVolunteers: true,
  volunteersNote: 'Aider.',
  accessibility: { id: 11, note: 'Plain-pied' },
  inPrint: true,
});

/** What `clear-texts.ts` writes to the rows, on a record in memory. */
function clear(record: Values): Values {
  for (const change of textsToClear(record, withdrawn, 'stored')) {
    if (!leavesNoRow(change)) {
      change.holder[change.key] = change.value || null;
      continue;
    }
    const list = String(change.holderPath[0]);
    record[list] = (record[list] as unknown[]).filter((row) => row !== change.holder);
  }
  return record;
}

const paths = textFields.map(([path]) => path);
const isUrl = (path: FieldPath): boolean => textFields.some(([one, { kind }]) => one === path && kind === 'url');
const isPrinted = (path: FieldPath): boolean =>
  textFields.some(([one, { read }]) => one === path && (read.on as readonly string[]).includes('print'));

/** The record with a spelling in every place of a field; null where such a text cannot stand. */
function saying(path: FieldPath, { text, isUrl: url }: Spelling): Values | null {
  // An address on the site is made of words.
  if ((isUrl(path) && !url) || (path === 'slug' && url)) return null;
  const record = stored();
  for (const { holder, key } of visit(record, storedPath(path))) {
    holder[key] = path === 'slug' ? slugify(`Club ${text}`) : text;
  }
  return record;
}

/** What leaves the CMS of a record, by the mapping of the export itself. */
const exported = (record: Values, channel: 'web' | 'print'): string =>
  JSON.stringify(
    toAssociation(record as unknown as Parameters<typeof toAssociation>[0], channel, {
      toConfirm: false,
      offPaper: false,
    }),
  );
/** Addresses of pictures hold a fingerprint of their file: digits that are no number. */
const withoutFingerprints = (bytes: string): string => bytes.replace(/\/uploads\/[^"]*"|"hash":"[^"]*"/g, '');

describe('a number or an address that is withdrawn', () => {
  it.each([
    ['number', phoneSpellings(PHONE), (bytes: string) => holdsPhone(bytes, PHONE)],
    ['address', emailSpellings(EMAIL), (bytes: string) => holdsEmail(bytes, EMAIL)],
  ] as const)(
    'leaves every field in every spelling (%s)',
    (_, spellings, holds) => {
      fc.assert(
        fc.property(fc.constantFrom(...paths), spellings, (path, spelling) => {
          const record = saying(path, spelling);
          fc.pre(record !== null);
          const said = JSON.stringify({ ...record, contacts: (record.contacts as unknown[]).slice(1) });
          // The looking itself is looked at: it sees the number before.
          if (path !== 'slug') expect(holds(said), said).toBe(true);
          clear(record);
          const { contacts, ...rest } = record;
          expect(holds(JSON.stringify({ rest, others: (contacts as unknown[]).slice(1) }))).toBe(false);
          for (const channel of ['web', 'print'] as const) {
            const bytes = exported({ ...record, slug: record.slug ?? 'les-amis' }, channel);
            expect(holds(withoutFingerprints(bytes)), bytes).toBe(false);
            expect(Association.safeParse(JSON.parse(bytes)).error).toBeUndefined();
          }
        }),
        { numRuns: 200 },
      );
    },
    30_000,
  );

  it('is refused at publication wherever it would be read, in every spelling', () => {
    const agrees = (contact: Values) => contact['web'] === true;
    fc.assert(
      fc.property(fc.constantFrom(...paths), phoneSpellings(PHONE), (path, spelling) => {
        const record = saying(path, spelling);
        fc.pre(record !== null);
        for (const channel of ['web', 'print'] as const) {
          const refused = readTexts(record, channel, { names: 'stored', agrees }).some(({ value }) =>
            discloses(value, withdrawn),
          );
          const seen = holdsPhone(withoutFingerprints(exported(record, channel)), PHONE);
          // The print export holds what only the site shows too: what is printed is refused, all else need not be.
          if (channel === 'web') expect(refused, `${path}: ${spelling.text}`).toBe(seen);
          else expect(refused, `${path}: ${spelling.text}`).toBe(seen && isPrinted(path));
        }
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe('what is read', () => {
  it('is not the address that stays hidden, nor words about a contact that agreed to nothing', () => {
    const record = stored();
    (record['address'] as Values)['public'] = false;
    const agrees = (contact: Values) => contact['web'] === true;
    const values = readTexts(record, 'web', { names: 'stored', agrees }).map(({ value }) => value);
    for (const shown of ['Les amis', 'Accueil', 'Zoé', 'Parfois', 'La roue']) expect(values).toContain(shown);
    for (const hidden of ['Rue', 'Fond', 'Ville', 'Trésorerie', 'Marie', 'Rien.']) expect(values).not.toContain(hidden);
  });
});
