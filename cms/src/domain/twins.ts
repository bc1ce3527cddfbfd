/** Two entries that are most likely one: the same name with the same contact, or in the same commune. */
import { nameLikeness, tellingWords } from './name-likeness.ts';

export interface Twinnable {
  readonly name: string;
  /** Any name of the commune that tells it from another; null when it is not known. */
  readonly commune: string | null;
  readonly contacts: readonly { readonly phone: string | null; readonly email: string | null }[];
}

export type TwinReason = 'contact' | 'commune';

export interface Twin<Entry> {
  readonly entries: readonly [Entry, Entry];
  readonly why: TwinReason;
}

/** A contact makes up for a slip, a plural, a word more; the commune alone does not: « Judo club » and « Judo club 2 » may be two. */
const ENOUGH = 0.8;

/** What two of them share. Of one commune, only those whose names tell the same are compared: a town has thousands. */
const keysOf = ({ name, commune, contacts }: Twinnable): [key: string, why: TwinReason][] => [
  ...contacts.flatMap(({ phone, email }): [string, TwinReason][] => [
    ...(phone ? [[`phone ${phone}`, 'contact'] as [string, TwinReason]] : []),
    ...(email ? [[`email ${email.toLowerCase()}`, 'contact'] as [string, TwinReason]] : []),
  ]),
  ...(commune === null
    ? []
    : [[`commune ${commune} ${tellingWords(name).toSorted().join(' ')}`, 'commune'] as [string, TwinReason]]),
];

/**
 * The pairs among a list, each once, in the order of the list. Only entries that share something are compared.
 */
export function twinsAmong<Entry extends Twinnable>(entries: readonly Entry[]): Twin<Entry>[] {
  const sharing = new Map<string, { why: TwinReason; ranks: number[] }>();
  entries.forEach((entry, rank) => {
    for (const [key, why] of keysOf(entry)) {
      const group = sharing.get(key) ?? { why, ranks: [] };
      if (group.ranks.at(-1) !== rank) group.ranks.push(rank);
      sharing.set(key, group);
    }
  });
  const found = new Map<string, Twin<Entry> & { readonly ranks: readonly [number, number] }>();
  for (const { why, ranks } of sharing.values()) {
    for (const [at, first] of ranks.entries()) {
      for (const second of ranks.slice(at + 1)) {
        const pair = [entries[first]!, entries[second]!] as const;
        const key = `${first} ${second}`;
        if (found.has(key) || (why === 'contact' && nameLikeness(pair[0].name, pair[1].name) < ENOUGH)) continue;
        found.set(key, { entries: pair, why, ranks: [first, second] });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => a.ranks[0] - b.ranks[0] || a.ranks[1] - b.ranks[1])
    .map(({ entries: pair, why }) => ({ entries: pair, why }));
}
