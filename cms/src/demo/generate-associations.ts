import type { Activity, Slot } from '../domain/contract/site/association.ts';
import { consentSources } from '../domain/vocabulary/consent-sources.ts';
import { days } from '../domain/vocabulary/days.ts';
import { slugify } from '../domain/slug.ts';
import { verificationSources } from '../domain/vocabulary/verification-sources.ts';
import { address } from './authoring.ts';
import { addDays } from '../domain/dates.ts';
import { communes } from './communes.ts';
import { demoId } from './demo-id.ts';
import type { DemoAssociation, DemoCommune, DemoContact } from './demo-content.ts';
import {
  firstNames,
  lastNames,
  recipes,
  roles,
  seasons,
  streets,
  volunteerNotes,
  type Recipe,
} from './generator-words.ts';
import { seededRandom, type Random } from './random.ts';

/** Days are counted from here, not from today: a seed must give the same result next year. */
const REFERENCE_DAY = '2026-09-01';

/** Seeds that share no RNA id with each other; see `rnaId`. */
const SEEDS = 90;
const ASSOCIATIONS_A_SEED = 11_000;

export interface GenerateOptions {
  /** How many; 0 to 11,000. */
  count: number;
  /** A whole number, 0 or more. */
  seed: number;
}

/**
 * Any number of plausible associations of the demo territory, without pictures. The n-th association of a seed does not
 * depend on the count, so that a larger run of the same seed begins with what a smaller one gave.
 *
 * @throws {RangeError} for a count or a seed out of range.
 */
export function generateAssociations({ count, seed }: GenerateOptions): DemoAssociation[] {
  if (!Number.isSafeInteger(count) || count < 0 || count > ASSOCIATIONS_A_SEED)
    throw new RangeError(`count must be 0 to ${ASSOCIATIONS_A_SEED}`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError('seed must be a whole number, 0 or more');
  return Array.from({ length: count }, (_, index) => generateOne(seed, index));
}

/** The documentId that the association of that slug has, in the database as in the export. */
export const generatedId = (slug: string): string => demoId('association', slug);

function generateOne(seed: number, index: number): DemoAssociation {
  const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const recipe = random.pick(recipes);
  const commune = random.pick(communes);
  const other = random.pick(recipes);
  const name = fill(random.pick(recipe.names), random.pick(recipe.words), of(commune.name));
  const activities = random
    .sample(recipe.activities, random.integer(1, Math.min(4, recipe.activities.length)))
    .map((row) => activity(random, recipe, row, commune));
  const sentences = [random.pick(recipe.openings), ...random.sample(recipe.closings, random.integer(1, 2))].map(
    (text) =>
      text
        .replaceAll('{a} : ', `${activities[0]!.label} : `)
        .replaceAll('{a}', activities[0]!.label)
        .replaceAll('{c}', `à ${commune.name}`),
  );
  const verified = random.chance(75);
  const seeksVolunteers = random.chance(30);
  const declared = random.chance(92);
  return {
    slug: `${slugify(name)}-${seed}-${index + 1}`,
    name,
    officialName: random.chance(20) ? `Association ${name}` : null,
    acronym: random.chance(15) ? acronym(name) : null,
    rnaId: declared ? rnaId(seed, index) : null,
    siret: declared && random.chance(25) ? siret(random) : null,
    legalForm: declared ? 'déclarée' : 'non déclarée',
    foundedYear: random.chance(70) ? random.integer(1921, 2025) : null,
    summary: sentences.slice(0, 2).map(capitalised).join(' '),
    description: random.chance(60) ? describe(random, sentences, activities) : null,
    howToJoin: random.chance(40)
      ? random.pick([
          'Passez à une séance : vous serez accueilli sans rendez-vous.',
          'Bulletin d’adhésion à demander par courriel.',
          'Inscriptions au forum de septembre, puis toute l’année selon les places.',
        ])
      : null,
    themes: other.theme !== recipe.theme && random.chance(18) ? [recipe.theme, other.theme] : [recipe.theme],
    audiences: recipe.audiences,
    commune: commune.slug,
    communesOfActivity: [
      ...new Set([commune.slug, ...(random.chance(25) ? random.sample(communes, 2).map(({ slug }) => slug) : [])]),
    ],
    activities,
    contacts: Array.from({ length: random.integer(1, 3) }, () => contact(random)),
    address: random.chance(65)
      ? address(`${random.integer(1, 60)} ${random.pick(streets)}`, commune.slug, { public: random.chance(40) })
      : null,
    website: random.chance(35) ? `https://${slugify(name)}.example.org` : null,
    networks: random.chance(30) ? [{ network: 'facebook', url: `https://facebook.example.org/${slugify(name)}` }] : [],
    logo: null,
    photos: [],
    seeksVolunteers,
    volunteersNote: seeksVolunteers && random.chance(70) ? random.pick(volunteerNotes) : null,
    accessibility: random.chance(20)
      ? {
          mobility: true,
          hearing: random.chance(30),
          sight: random.chance(20),
          intellectual: random.chance(30),
          psychological: random.chance(20),
          note: null,
        }
      : null,
    verifiedOn: verified ? addDays(REFERENCE_DAY, -random.integer(1, 1100)) : null,
    verifiedBy: verified ? random.pick(verificationSources.values) : null,
    inPrint: random.chance(95),
  };
}

function activity(
  random: Random,
  recipe: Recipe,
  [label, ageMin, ageMax]: Recipe['activities'][number],
  commune: DemoCommune,
): Activity {
  return {
    label,
    description: null,
    ageMin,
    ageMinUnit: 'ans',
    ageMax,
    ageMaxUnit: 'ans',
    slots: random.sample(days.values.slice(0, 6), random.integer(0, 2)).map((day): Slot => {
      const hour = day === 'mercredi' || day === 'samedi' ? random.integer(9, 17) : random.integer(16, 20);
      const begin = `${String(hour).padStart(2, '0')}:${random.pick(['00', '15', '30'])}`;
      return {
        day,
        begin,
        end: `${String(hour + random.integer(1, 2)).padStart(2, '0')}:${random.pick(['30', '45'])}`,
        note: random.chance(8) ? 'semaines paires' : null,
      };
    }),
    price: random.chance(80) ? random.pick(recipe.prices) : null,
    place: random.chance(85) ? random.pick(recipe.places) : null,
    communeCode: random.chance(60) ? commune.inseeCode : null,
    season: random.chance(50) ? random.pick(seasons) : null,
  };
}

/** One person in ten asked for paper only, one in twenty never answered: both must stay off the web. */
function contact(random: Random): DemoContact {
  const answered = random.chance(95);
  const paperOnly = random.chance(10);
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
  const reach = random.integer(1, 10);
  return {
    role: random.pick(roles),
    name: random.chance(85) ? `${first} ${last}` : null,
    phone: reach <= 7 ? `+3353649${String(random.integer(0, 9999)).padStart(4, '0')}` : null,
    email: reach >= 5 ? `${slugify(`${first} ${last}`)}.${random.integer(1, 9999)}@example.org` : null,
    web: answered && !paperOnly,
    print: answered,
    professionals: answered && random.chance(70),
    openData: answered && !paperOnly && random.chance(50),
    consentDate: answered ? addDays(REFERENCE_DAY, -random.integer(1, 700)) : null,
    consentSource: answered ? random.pick(consentSources.values) : null,
  };
}

function describe(random: Random, sentences: string[], activities: Activity[]): string {
  const list = activities.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)).join(', ');
  const more = [
    `Au programme cette année : ${list}.`,
    'Le bureau se réunit une fois par mois ; le compte rendu est affiché et chacun peut y lire où va l’argent de l’association.',
    'Les inscriptions ouvrent au forum de septembre. Ceux qui arrivent en cours d’année sont accueillis dès qu’une place se libère.',
    'L’association travaille avec la mairie, l’école et les clubs voisins : on se prête les salles, le matériel et parfois les bras.',
  ];
  return [sentences.map(capitalised).join(' '), ...random.sample(more, random.integer(1, 4))].join('\n');
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const fill = (pattern: string, word: string, where: string) => pattern.replace('{w}', word).replace('{c}', where);
const of = (commune: string) => `de ${commune}`;
const acronym = (name: string) =>
  name
    .split(/[\s’-]+/)
    .filter((word) => word.length > 3)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

/** `W338` and six digits: no greffe numbers so. Two seeds share ids only when they are equal modulo 90. */
function rnaId(seed: number, index: number): string {
  return `W338${String((seed % SEEDS) * ASSOCIATIONS_A_SEED + index).padStart(6, '0')}`;
}

/** Thirteen digits and the check digit of Luhn. */
function siret(random: Random): string {
  const digits = `999${Array.from({ length: 10 }, () => random.integer(0, 9)).join('')}`;
  const sum = [...digits].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
