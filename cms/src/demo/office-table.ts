/** Last year's table of an office, as people keep one: generated associations with the dirt of ten years of hands. */
import { formatPhone } from '../domain/phone.ts';
import { formatAges } from '../domain/ages.ts';
import { formatSlot } from '../domain/slots.ts';
import { communes } from './communes.ts';
import type { DemoAssociation } from './demo-content.ts';
import { generateAssociations } from './generate-associations.ts';
import { seededRandom, type Random } from './random.ts';
import { themes } from './content/themes.ts';

export interface OfficeTable {
  /** Rows of texts and numbers; the title and an empty row stand above the heads. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Names of the associations with at least one cell that nobody can read. */
  readonly faulty: readonly string[];
}

const HEADS = [
  'N°',
  'Nom de l’association',
  'Commune',
  'Rubrique',
  'Présentation',
  'Président(e)',
  'Téléphone',
  'Courriel',
  'Activité',
  'Âge',
  'Jours et horaires',
  'Tarif',
  'Lieu',
  'Code RNA',
  'Site internet',
  'Observations',
];

/** What people write that has to be asked about. */
const BAD: readonly (readonly [head: string, text: string])[] = [
  ['Téléphone', '05 57 42'],
  ['Téléphone', 'voir avec la mairie'],
  ['Courriel', 'club.example.org'],
  ['Courriel', 'contact@'],
  ['Âge', 'CP au CM2'],
  ['Âge', '12-6 ans'],
  ['Jours et horaires', 'mardi 25h'],
  ['Jours et horaires', '18h30-20h'],
  ['Code RNA', '33200'],
];

const nameOf = (slug: string, list: readonly { readonly slug: string; readonly name: string }[]): string =>
  list.find((one) => one.slug === slug)?.name ?? slug;

/** A phone as one hand or another writes it; a number is one whose first zero the spreadsheet ate. */
function phone(random: Random, stored: string): string | number {
  const national = formatPhone(stored).replace(/\s/g, '');
  const pairs = national.replace(/(\d\d)(?=\d)/g, '$1 ');
  return random.pick([pairs, pairs.replaceAll(' ', '.'), national, `Tél : ${pairs}`, Number(national)]);
}

const shout = (random: Random, text: string): string => (random.chance(15) ? text.toUpperCase() : text);

function rowOf(random: Random, association: DemoAssociation, rank: number): (string | number)[] {
  const [contact] = association.contacts;
  const [activity] = association.activities;
  const slots = (activity?.slots ?? [])
    .map((slot) => formatSlot(slot).replace(', ', ' '))
    .join(random.pick([' et ', ' ; ', '\n']));
  const commune = nameOf(association.commune ?? '', communes);
  const spaces = random.pick(['', '', ' ', '\u00a0']);
  return [
    rank + 1,
    `${shout(random, association.name)} ${association.slug.split('-').at(-1)}${spaces}`,
    random.pick([commune, commune.toUpperCase(), commune.replace(/^Saint-/, 'St ')]),
    association.themes.map((slug) => nameOf(slug, themes)).join(random.pick(['; ', ' / '])),
    association.summary.replaceAll('’', random.pick(['’', '\u0092', "'"])),
    contact?.name ?? '',
    contact?.phone ? phone(random, contact.phone) : '',
    contact?.email ?? '',
    activity?.label ?? '',
    activity ? (formatAges(activity) ?? 'tout public') : '',
    slots,
    activity?.price ?? '',
    activity?.place ?? '',
    association.rnaId ?? '',
    association.website ?? 'NC',
    random.chance(10) ? 'subvention 2025 : 300 €' : '',
  ];
}

/**
 * @param count associations, 1 to 11,000
 * @param faults how many of them have a cell that nobody can read
 */
export function officeTable({
  count,
  faults,
  seed,
}: {
  readonly count: number;
  readonly faults: number;
  readonly seed: number;
}): OfficeTable {
  const random = seededRandom(seed);
  const associations = generateAssociations({ count, seed });
  const bad = new Set(
    random.sample(
      associations.map((_, rank) => rank),
      faults,
    ),
  );
  const faulty: string[] = [];
  const rows = associations.map((association, rank) => {
    const row = rowOf(random, association, rank);
    if (bad.has(rank)) {
      const [head, text] = random.pick(BAD);
      row[HEADS.indexOf(head)] = text;
      faulty.push(String(row[1]));
    }
    return row;
  });
  return { rows: [[`Associations du territoire, saison 2025-2026`], [], HEADS, ...rows], faulty };
}
