/**
 * Which records of a directory are most likely one: pairs with a score and the reasons for it, those against included. A pair is
 * shown from `SHOWN_FROM` on; nobody but an editor decides.
 */
import { likenessOfWords, tellingWords } from '../name-likeness.ts';

/** A record as far as another may be the same one. */
export interface Comparable {
  readonly id: string;
  /** Every name that it goes by, the usual one first. */
  readonly names: readonly string[];
  /** The number of the national register, in its form; null when it is not known. */
  readonly rnaId: string | null;
  readonly siret: string | null;
  /** Where it is and where it is active: any name of a commune that tells it from another. Empty when it is not known. */
  readonly communes: readonly string[];
  /** E.164 */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly website: string | null;
  /** Of an event, `YYYY-MM-DD`; null of what is on no day. */
  readonly days: readonly string[] | null;
}

/** Why two records may be one, and why they may not. */
export const reasons = {
  rna: { words: 'Même numéro RNA', points: 60 },
  siren: { words: 'Même numéro SIREN', points: 60 },
  sameName: { words: 'Même nom', points: 40 },
  nearName: { words: 'Nom presque pareil', points: 30 },
  likeName: { words: 'Nom ressemblant', points: 20 },
  email: { words: 'Même adresse électronique', points: 30 },
  phone: { words: 'Même téléphone', points: 25 },
  website: { words: 'Même site internet', points: 25 },
  day: { words: 'Même jour', points: 30 },
  commune: { words: 'Même commune', points: 15 },
  noCommune: { words: 'L’une des deux est sans commune', points: 10 },
  otherRna: { words: 'Deux numéros RNA différents', points: -50 },
  otherSiren: { words: 'Deux numéros SIREN différents', points: -50 },
  otherCommune: { words: 'Deux communes différentes', points: -15 },
} as const satisfies Record<string, { readonly words: string; readonly points: number }>;
export type Reason = keyof typeof reasons;

export interface Pair<Record extends Comparable> {
  readonly records: readonly [Record, Record];
  /** 0 to 100. */
  readonly score: number;
  /** The weightiest first; what speaks against it last. */
  readonly reasons: readonly Reason[];
}

/** Below, two records have too little in common to ask anybody about them. */
export const SHOWN_FROM = 50;

/** The same name in the same commune, or with the same contact, is asked about; « Judo club » and « Judo club 2 » are not. */
const NAME = { same: 1, near: 0.8, like: 0.6 };

/**
 * The telephone of a mairie, or the name of a commune in the names of all its associations, may stand in hundreds of records: what
 * so many share tells none of them apart, and comparing all with all would take minutes. One word tells less than a number.
 */
const MOST_SHARING = { value: 200, word: 40 };

interface Prepared<Record> {
  readonly record: Record;
  readonly words: readonly (readonly string[])[];
  readonly siren: string | null;
  readonly website: string | null;
  readonly emails: readonly string[];
}

const SIREN_DIGITS = 9;

/** `https://www.club.example/` and `http://club.example` are one site; a page of a social network keeps its path. */
const siteOf = (website: string | null): string | null => {
  const site = (website ?? '')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
  return site === '' ? null : site;
};

const prepare = <Record extends Comparable>(record: Record): Prepared<Record> => ({
  record,
  words: record.names.map(tellingWords).filter((words) => words.length > 0),
  siren: record.siret && record.siret.length >= SIREN_DIGITS ? record.siret.slice(0, SIREN_DIGITS) : null,
  website: siteOf(record.website),
  emails: record.emails.map((email) => email.trim().toLowerCase()).filter(Boolean),
});

/** What two records must share, any of it, to be compared at all. */
function keysOf({ record, words, siren, website, emails }: Prepared<Comparable>): Set<string> {
  const { rnaId, phones, communes, days } = record;
  const names = words.map((list) => list.toSorted().join(' '));
  const single = words.flat();
  return new Set([
    ...(rnaId ? [`rna ${rnaId}`] : []),
    ...(siren === null ? [] : [`siren ${siren}`]),
    ...(website === null ? [] : [`site ${website}`]),
    ...phones.filter(Boolean).map((phone) => `phone ${phone}`),
    ...emails.map((email) => `email ${email}`),
    ...names.map((name) => `name ${name}`),
    // A slip of the finger makes another name: in one commune, or on one day, one word in common is enough to compare.
    ...communes.flatMap((commune) => single.map((word) => `commune ${commune} ${word}`)),
    ...(days ?? []).flatMap((day) => single.map((word) => `day ${day} ${word}`)),
  ]);
}

const isOfAWord = (key: string): boolean => key.startsWith('commune ') || key.startsWith('day ');

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => one !== '' && b.includes(one));

function nameReason(a: Prepared<Comparable>, b: Prepared<Comparable>): Reason | null {
  let best = 0;
  for (const left of a.words) for (const right of b.words) best = Math.max(best, likenessOfWords(left, right));
  if (best >= NAME.same) return 'sameName';
  return best >= NAME.near ? 'nearName' : best >= NAME.like ? 'likeName' : null;
}

function placeReason({ record: a }: Prepared<Comparable>, { record: b }: Prepared<Comparable>): Reason {
  if (a.communes.length === 0 || b.communes.length === 0) return 'noCommune';
  return shares(a.communes, b.communes) ? 'commune' : 'otherCommune';
}

/** Of a number that both have: that it is the same one, or that it is not. */
const numberReason = (a: string | null, b: string | null, same: Reason, other: Reason): Reason[] =>
  a && b ? [a === b ? same : other] : [];

function compare<Record extends Comparable>(a: Prepared<Record>, b: Prepared<Record>): Pair<Record> | null {
  const name = nameReason(a, b);
  const { days: daysOfA } = a.record;
  const { days: daysOfB } = b.record;
  const isSameDay = daysOfA !== null && daysOfB !== null && shares(daysOfA, daysOfB);
  // A title comes back every year: an event is the same one only on the same day.
  if (daysOfA !== null && (!isSameDay || name === null)) return null;
  const official = [
    ...numberReason(a.record.rnaId, b.record.rnaId, 'rna', 'otherRna'),
    ...numberReason(a.siren, b.siren, 'siren', 'otherSiren'),
  ];
  const isSameNumber = official.includes('rna') || official.includes('siren');
  // Who keeps two associations has one telephone: a contact alone is no likeness.
  if (name === null && !isSameNumber) return null;
  const found: Reason[] = [
    ...official,
    ...(name === null ? [] : [name]),
    ...(isSameDay ? (['day'] as const) : []),
    ...(shares(a.emails, b.emails) ? (['email'] as const) : []),
    ...(shares(a.record.phones, b.record.phones) ? (['phone'] as const) : []),
    ...(a.website !== null && a.website === b.website ? (['website'] as const) : []),
    placeReason(a, b),
  ];
  const sum = found.reduce((total, reason) => total + reasons[reason].points, 0);
  const score = Math.max(0, Math.min(100, sum));
  if (score < SHOWN_FROM) return null;
  return {
    records: [a.record, b.record],
    score,
    reasons: found.toSorted((x, y) => reasons[y].points - reasons[x].points),
  };
}

/**
 * The pairs among records of one type, each once, the likeliest first. Only records that share something are compared: 10,000
 * take under a second (`scripts/bench/duplicates`).
 */
export function pairsAmong<Record extends Comparable>(records: readonly Record[]): Pair<Record>[] {
  const prepared = records.map(prepare);
  const sharing = new Map<string, number[]>();
  prepared.forEach((one, rank) => {
    for (const key of keysOf(one)) {
      const ranks = sharing.get(key);
      if (ranks === undefined) sharing.set(key, [rank]);
      else ranks.push(rank);
    }
  });
  const compared = new Set<number>();
  const found: Pair<Record>[] = [];
  for (const [key, ranks] of sharing) {
    if (ranks.length < 2 || ranks.length > (isOfAWord(key) ? MOST_SHARING.word : MOST_SHARING.value)) continue;
    for (const [at, first] of ranks.entries())
      for (const second of ranks.slice(at + 1)) {
        const both = first * prepared.length + second;
        if (compared.has(both)) continue;
        compared.add(both);
        const pair = compare(prepared[first]!, prepared[second]!);
        if (pair !== null) found.push(pair);
      }
  }
  return found.sort(
    (a, b) => b.score - a.score || (a.records[0].names[0] ?? '').localeCompare(b.records[0].names[0] ?? '', 'fr'),
  );
}

/** How alike two records are, whatever the score; null when they have nothing of a likeness. */
export const pairOf = <Record extends Comparable>(a: Record, b: Record): Pair<Record> | null =>
  compare(prepare(a), prepare(b));
