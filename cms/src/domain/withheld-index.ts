/**
 * The numbers and addresses of a whole territory that a channel may not show, and which of them a text says. One pattern each
 * would be thousands of searches for a text that holds none: what could be one is read out of the text first, and looked up.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { formatEmail } from './email-domain.ts';
import { isShortNumber, mendedPhone, nationalOf } from './phone-plan.ts';
import { digitRuns, glance, readableText, readings, type Glance, type ReadableText } from './readable-text.ts';
import type { ConsentChannel } from './vocabulary/consent-channels.ts';
import { addressesIn, hasMoreThanAddress, mayBeSpelt } from './spelt-addresses.ts';
import { GAP, normalised, withheld, type Withheld } from './withheld-contacts.ts';

/** A contact of the directory, or a number that the territory itself gives out. */
export interface KnownContact {
  /** Id of the association that it is a contact of; empty for what the territory itself gives out. */
  readonly owner: string;
  /** E.164 */
  readonly phone: string | null;
  readonly email: string | null;
  /** Whether the channel shows it: somebody agreed, and that is published. */
  readonly shown: boolean;
}

export interface WithheldIndex {
  /**
   * What `text` says and the channel may not show: what no contact agreed to show there. In the record of an association, also
   * what its own contacts keep back, whoever else shows it.
   * @param owner id of the association whose record the text stands in
   */
  readonly find: (text: string, owner?: string) => readonly Withheld[];
}

/** Of one number or address that somebody keeps back: who does and does not show it all the same, and whether anybody shows it. */
interface Entry {
  readonly withheld: Withheld;
  readonly keptBy: string | Set<string> | undefined;
  readonly isShown: boolean;
}

/** A text that is one number and nothing else, as it is stored (E.164): no other number ends with it. */
const ONE_NUMBER = /^\+\d{5,15}$/;
/** Characters of which none is read as more than one digit, nor as an "@"; fewer than these spell no address: `a(a)b.fr`. */
const PLAIN = /^[\x20-\x3f\x41-\x7e]*$/;
const SHORTEST_ADDRESS = 8;
const PLUS = 0x2b;
/** A text that is one address and nothing else, as it is stored. */
const ONE_ADDRESS = /^[a-z0-9._+-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}$/i;
const WORD = /[a-z0-9]+/g;
const LONGEST_LOCAL = 64;
const LOCAL_BEFORE = /[a-z0-9][a-z0-9._%+-]*$/;
/** A run of digits as people part them. */
const DIGITS = new RegExp(`\\d(?:${GAP}\\d)+`, 'g');

/** Digits of the longest number, its country included (E.164). */
const LONGEST_NUMBER = 15;
/** Digits of the shortest number that anybody is called by (`3919`). */
const SHORTEST_NUMBER = 4;

/** The digits that every way to write a number ends with. */
function nationalDigits(e164: string): string {
  return nationalOf(e164) ?? parsePhoneNumberFromString(e164, 'FR')?.nationalNumber ?? e164.replace(/\D/g, '');
}

/** Of a French number without its 0, which is what is remembered of one that no contact has any more. */
const FRENCH_LENGTH = 9;
type Value = Pick<Withheld, 'kind' | 'value'>;

/** Every number that a run of digits could be, as it would be stored. */
function numbersIn(digits: string): string[] {
  const numbers = new Set<string>();
  for (let from = 0; from + FRENCH_LENGTH <= digits.length; from += 1) {
    const national = digits.slice(from, from + FRENCH_LENGTH);
    if (!national.startsWith('0')) numbers.add(`+33${national}`).add(mendedPhone(`+33${national}`));
  }
  // Of another country, with its code after + or 00; of an overseas territory, by its own code.
  for (const abroad of [digits, digits.replace(/^00/, '')])
    if (abroad.length <= LONGEST_NUMBER && abroad.length > SHORTEST_NUMBER) numbers.add(`+${abroad}`);
  return [...numbers];
}

/** Every number and address that the text could say, as they would be stored. */
function valuesIn(reading: ReadableText, original: string): Value[] {
  const numbers = [...reading.text.matchAll(DIGITS)].flatMap(([run]) => numbersIn(run.replace(/\D/g, '')));
  return [
    ...numbers.map((value) => ({ kind: 'phone' as const, value })),
    ...addressesIn(reading, original).map((value) => ({ kind: 'email' as const, value })),
  ];
}

/** An address that is written in no other way when it is compared. */
const FOLDED = /^[a-z0-9@._+-]*$/;

/** Calls with each number and address of a contact, as it is stored. */
function eachValue({ phone, email }: KnownContact, call: (kind: Withheld['kind'], value: string) => void): void {
  // A short number is nobody's, and one that an older version stored wrongly is the same one.
  if (phone && (phone.startsWith('+') || !isShortNumber(phone))) call('phone', mendedPhone(phone));
  if (email) call('email', FOLDED.test(email) ? email : normalised(email));
}

/** Whose they are, by the value: nearly all are of one. */
type Owners = Map<string, string | Set<string>>;

function addOwner(owners: Owners, value: string, owner: string): void {
  const known = owners.get(value);
  if (known === undefined) owners.set(value, owner);
  else if (typeof known !== 'string') known.add(owner);
  else if (known !== owner) owners.set(value, new Set([known, owner]));
}

const isOf = (owners: string | Set<string> | undefined, owner: string): boolean =>
  owners === owner || (owners instanceof Set && owners.has(owner));

/**
 * What is kept back, from everybody or in one record alone. Most of a directory is shown by whoever keeps it back in another
 * version: nothing is made of that, so that thousands of contacts cost little.
 * @returns also every value that somebody shows
 */
function collect(channel: ConsentChannel, contacts: readonly KnownContact[]) {
  const shown: Owners = new Map();
  for (const contact of contacts)
    if (contact.shown) eachValue(contact, (_kind, value) => addOwner(shown, value, contact.owner));
  const kept: Owners = new Map();
  const kinds = new Map<string, Withheld['kind']>();
  for (const contact of contacts) {
    if (contact.shown) continue;
    eachValue(contact, (kind, value) => {
      if (isOf(shown.get(value), contact.owner)) return;
      addOwner(kept, value, contact.owner);
      kinds.set(value, kind);
    });
  }
  const entries = [...kinds].map(([value, kind]): Entry => ({
    withheld: withheld(channel, kind, value),
    keptBy: kept.get(value),
    isShown: shown.has(value),
  }));
  return { entries, shown };
}

function groupBy(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const keys = keyOf(entry);
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else if (key !== '') groups.set(key, [entry]);
    }
  }
  return groups;
}

const fold = (form: string): string => (FOLDED.test(form) ? form : readableText(form).text);

/** Every way in which an address may be written whole: a domain with accents is written with them or in ASCII. */
const formsOf = (email: string): readonly string[] => [...new Set([email, fold(email), fold(formatEmail(email))])];

/** Words that every form of an address has. */
function wordsIn(email: string): readonly string[] {
  const words = fold(email).match(WORD) ?? [];
  const shown = formatEmail(email);
  if (shown === email) return words;
  const stored = new Set(words);
  return (fold(shown).match(WORD) ?? []).filter((word) => stored.has(word));
}

/** Of the words of each address the one that fewest addresses have: thousands share `gmail`, hundreds `contact`. */
function byRarestWord(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const wordsOf = new Map(entries.map((entry) => [entry, wordsIn(entry.withheld.value)] as const));
  const count = new Map<string, number>();
  for (const words of wordsOf.values()) for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return groupBy(entries, (entry) =>
    (wordsOf.get(entry) ?? []).reduce(
      (best, word) => (best === '' || (count.get(word) ?? 0) < (count.get(best) ?? 0) ? word : best),
      '',
    ),
  );
}

const mayBeAddress = (text: string, { hasAt, isDisguised }: Glance): boolean =>
  hasAt || isDisguised || mayBeSpelt(text);

/** What a text may say, whoever keeps what back: the rougher look, which finds too much. */
interface MaySay {
  /** Runs of digits that may be a number. */
  readonly runs: readonly string[];
  readonly address: boolean;
  /** It is to be read closely in any case. */
  readonly isDisguised: boolean;
}

function lookAt(text: string): MaySay | null {
  if (text.length < SHORTEST_NUMBER && PLAIN.test(text)) return null;
  const seen = glance(text);
  const runs = seen.hasDigits ? digitRuns(text, SHORTEST_NUMBER) : [];
  const address = mayBeAddress(text, seen);
  return runs.length === 0 && !address ? null : { runs, address, isDisguised: seen.isDisguised };
}

/** Characters of texts that are known; twice as many are kept at most. A territory of 10,000 associations has fewer. */
const MOST_KNOWN = 16_000_000;
let known = new Map<string, MaySay | null>();
let knownBefore = new Map<string, MaySay | null>();
let charactersKnown = 0;

/** The same of a text that was looked at before: from one export to the next hardly any changes, and many are of many records. */
function maySay(text: string): MaySay | null {
  let found = known.get(text);
  if (found !== undefined) return found;
  found = knownBefore.get(text);
  if (found === undefined) found = lookAt(text);
  known.set(text, found);
  charactersKnown += text.length;
  if (charactersKnown > MOST_KNOWN) {
    knownBefore = known;
    known = new Map();
    charactersKnown = 0;
  }
  return found;
}

/** Whether the text may say a number or an address at all: most say none, and need not be compared with a whole directory. */
export const maySayContact = (text: string): boolean => maySay(text) !== null;

const NONE: readonly Withheld[] = [];
const NO_ENTRIES: readonly Entry[] = [];

/**
 * @param contacts every contact of the directory, drafts included, and what the territory itself gives out
 * @param takenBack whether a number (E.164) or an address was taken back by a contact that is no more: nothing of it is kept
 *   that could be read, and a text that still says it is recognised all the same
 */
export function indexWithheld(
  channel: ConsentChannel,
  contacts: readonly KnownContact[],
  takenBack?: (value: string) => boolean,
): WithheldIndex {
  const { entries, shown } = collect(channel, contacts);
  const phones = groupBy(
    entries.filter(({ withheld: { kind } }) => kind === 'phone'),
    ({ withheld: { value } }) => nationalDigits(value),
  );
  const emails = entries.filter(({ withheld: { kind } }) => kind === 'email');
  const emailsByWord = byRarestWord(emails);
  const emailsByForm = groupBy(emails, ({ withheld: { value } }) => formsOf(value));
  const lengths = [...new Set([...phones.keys()].map(({ length }) => length))];
  const shortest = Math.max(SHORTEST_NUMBER, Math.min(...lengths, takenBack ? FRENCH_LENGTH : LONGEST_NUMBER));
  const leastLength = Math.min(shortest, SHORTEST_ADDRESS);
  const hasPhones = phones.size > 0 || takenBack !== undefined;
  const hasEmails = emails.length > 0 || takenBack !== undefined;
  const isGone = (value: string): boolean => !shown.has(value) && takenBack?.(value) === true;

  const isKept = ({ isShown, keptBy }: Entry, owner: string | undefined): boolean =>
    !isShown || (owner !== undefined && isOf(keptBy, owner));

  function* phonesAmong(digits: string): Generator<Entry> {
    for (const length of lengths)
      for (let from = 0; from + length <= digits.length; from += 1)
        yield* phones.get(digits.slice(from, from + length)) ?? [];
  }

  function* candidates({ text }: ReadableText): Generator<Entry> {
    for (const [run] of text.matchAll(DIGITS)) yield* phonesAmong(run.replace(/\D/g, ''));
    if (emails.length > 0) for (const [word] of text.matchAll(WORD)) yield* emailsByWord.get(word) ?? [];
  }

  /** Whether a text that is not disguised may say one of the numbers: read in the roughest way, which finds too many. */
  function mayBeNumber(runs: readonly string[], owner: string | undefined): boolean {
    for (const run of runs) {
      if (run.length < shortest) continue;
      for (const length of lengths)
        for (let from = 0; from + length <= run.length; from += 1)
          for (const entry of phones.get(run.slice(from, from + length)) ?? NO_ENTRIES)
            if (isKept(entry, owner)) return true;
      if (takenBack && numbersIn(run).some(isGone)) return true;
    }
    return false;
  }

  /** The same of a text that is one stored number. */
  function mayBeThatNumber(text: string, owner: string | undefined): boolean {
    for (const length of lengths)
      for (const entry of phones.get(text.slice(-length)) ?? NO_ENTRIES) if (isKept(entry, owner)) return true;
    return takenBack !== undefined && !shown.has(text) && numbersIn(text.slice(1)).some(isGone);
  }

  function mayBeSaid(text: string, owner: string | undefined): boolean {
    if (text.length < leastLength && PLAIN.test(text)) return false;
    if (text.charCodeAt(0) === PLUS && ONE_NUMBER.test(text)) return mayBeThatNumber(text, owner);
    const said = maySay(text);
    if (said === null) return false;
    if (said.isDisguised || (hasPhones && mayBeNumber(said.runs, owner))) return true;
    if (!hasEmails || !said.address) return false;
    if (!ONE_ADDRESS.test(text) || hasMoreThanAddress(text)) return true;
    const address = text.toLowerCase();
    return isGone(address) || (emailsByForm.get(address) ?? NO_ENTRIES).some((entry) => isKept(entry, owner));
  }

  /** Whether a reading says it, but for the end of a longer address that somebody shows: `contact.judo@…` beside `judo@…`. */
  function says(text: string, { kind, value, pattern }: Withheld): boolean {
    if (kind === 'phone') return text.search(pattern) >= 0;
    for (const { index } of text.matchAll(pattern)) {
      const [before = ''] = LOCAL_BEFORE.exec(text.slice(Math.max(0, index - LONGEST_LOCAL), index)) ?? [];
      if (before === '' || !shown.has(before + value)) return true;
    }
    return false;
  }

  return {
    find(text, owner) {
      if ((entries.length === 0 && !takenBack) || !mayBeSaid(text, owner)) return NONE;
      const found = new Map<string, Withheld>();
      for (const reading of readings(text)) {
        for (const entry of new Set(candidates(reading))) {
          const { withheld: one } = entry;
          if (isKept(entry, owner) && says(reading.text, one)) found.set(one.value, one);
        }
        for (const { kind, value } of takenBack ? valuesIn(reading, text) : []) {
          if (found.has(value) || !isGone(value)) continue;
          const one = withheld(channel, kind, value);
          if (says(reading.text, one)) found.set(value, one);
        }
      }
      return [...found.values()];
    },
  };
}
