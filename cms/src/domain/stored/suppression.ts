/**
 * The register of suppressions (`DATA_DIR/suppressions.jsonl`): what was taken off the directory, kept outside the database so
 * that a database of before can be told what has happened since. And the note by which `pnpm restore` tells the CMS that its
 * database is one of before.
 */
import { z } from 'zod';
import { Instant } from '../primitives.ts';
import { registerStates, type RegisterState } from '../register-state.ts';
import { consentChannels } from '../vocabulary/consent-channels.ts';
import { stored, Unreadable } from './stored.ts';

/** In the DATA_DIR: one document a line, in the order in which they came. */
export const SUPPRESSIONS_FILE = 'suppressions.jsonl';
/** In the DATA_DIR: what proves that the register is whole (`isProvenWhole`). No backup has it, and a copy is good for nothing. */
export const REGISTER_WITNESS_FILE = 'suppressions.witness.json';
/** In the DATA_DIR, from a restore to the next start of the CMS. */
export const RESTORE_NOTE_FILE = 'restored.json';

/**
 * How long a suppression stays in the register, like former states in the journal. A backup that is older cannot be brought up to
 * date by it.
 */
export const KEEP_SUPPRESSIONS_YEARS = 3;

const Id = z.string().min(1).max(100);
/** A number or an address that nobody can read: HMAC-SHA-256, in hexadecimal. */
const Mark = z.string().regex(/^[0-9a-f]{64}$/);

const RecordType = z.string().regex(/^(api|plugin)::[a-z-]+\.[a-z-]+$/);
const Field = z.string().regex(/^[a-zA-Z]{1,60}$/);

export const SuppressionAct = z.discriminatedUnion('kind', [
  /** A register begins, the first or one after a loss: what was taken off just before is not in it. */
  z.strictObject({ kind: z.literal('register') }),
  /** A contact of an association, known by one of its two values, agrees to these channels no more. */
  z.strictObject({
    kind: z.literal('contact'),
    association: Id,
    mark: Mark,
    channels: z.array(z.enum(consentChannels.values)).min(1),
  }),
  /** A number or an address is the contact's no more, which goes on without it. */
  z.strictObject({ kind: z.literal('value'), association: Id, mark: Mark }),
  /**
   * A record or a file was deleted or taken off the site, or somebody's access to an entry ended (`unpublished` of a
   * membership); `published` takes back an `unpublished` before it.
   */
  z.strictObject({
    kind: z.literal('record'),
    type: RecordType,
    record: Id,
    act: z.enum(['deleted', 'unpublished', 'published']),
  }),
  /**
   * Something that a published record showed, and shows no more: an address that was made private, a picture, a link, a way to
   * register, its place in the booklet. `shown` takes back a `retracted` before it. Which fields, and what their marks are made
   * of, is `entries/retractable.ts`.
   */
  z.strictObject({
    kind: z.literal('item'),
    type: RecordType,
    record: Id,
    field: Field,
    mark: Mark,
    act: z.enum(['retracted', 'shown']),
  }),
  /** A published event, or one date of it (known by its mark), is in another state: cancelled, moved, as planned again. */
  z.strictObject({
    kind: z.literal('state'),
    type: RecordType,
    record: Id,
    date: Mark.nullable(),
    state: z.string().min(1).max(40),
  }),
  /** The link of a campaign in an association’s letters opens nothing any more: those before this generation. */
  z.strictObject({ kind: z.literal('request'), request: Id, generation: z.int().positive() }),
  /** An account of the admin was closed or deleted, or opened again. */
  z.strictObject({ kind: z.literal('administrator'), administrator: Id, act: z.enum(['closed', 'opened']) }),
  /** Who reads an address, known by its mark, wants no letters to lists, or of an alert no more letters; `resumed` takes back a `stopped` before it. */
  z.strictObject({ kind: z.literal('letters'), mark: Mark, act: z.enum(['stopped', 'resumed']) }),
]);
export type SuppressionAct = z.infer<typeof SuppressionAct>;

export const storedSuppression = stored({
  name: 'trame-suppression',
  schema: z.strictObject({
    id: z.uuid(),
    at: Instant,
    /** Of the secret that made the marks: marks of another secret say nothing. 16 hexadecimal characters. */
    secret: z.string().regex(/^[0-9a-f]{16}$/),
    act: SuppressionAct,
    /**
     * In the file: the line before it, so that one that was lost in between is missed. Null for the first, in the database, and
     * for what was written before lines said it.
     */
    after: z.uuid().nullable(),
  }),
  upgrades: [
    // Version 1 did not say which line came before, and had fewer kinds of acts.
    (line) => ({ ...(line as object), after: null }),
    // Version 2 had no letters to lists, and said the others as today.
    (line) => line,
  ],
});
export type Suppression = z.infer<typeof storedSuppression.schema>;

/**
 * The text of the register's lines, with their line ends, each after the one before it.
 * @param after the last line that stands there already; null at the beginning of a file
 */
export function suppressionLines(suppressions: readonly Suppression[], after: string | null = null): string {
  let last = after;
  return suppressions
    .map((one) => {
      const line = `${JSON.stringify(storedSuppression.write({ ...one, after: last }))}\n`;
      last = one.id;
      return line;
    })
    .join('');
}

/** Whether every line stands after the one that it was written after. Lines of before they said so may only come first. */
export const isUnbroken = (lines: readonly Suppression[]): boolean =>
  lines.every(({ after }, index) => {
    const before = lines[index - 1];
    if (before === undefined) return after === null;
    return after === before.id || (after === null && lines.slice(0, index).every((one) => one.after === null));
  });

/**
 * What only the register's own place knows: its last line, and which file of this machine it is. A file that was copied to its
 * place, or written by anybody else since, has another inode or another time of change (ctime), which nobody can set.
 */
export const storedRegisterWitness = stored({
  name: 'trame-register-witness',
  schema: z.strictObject({
    last: z.uuid().nullable(),
    inode: z.string().regex(/^\d{1,20}$/),
    /** Nanoseconds since 1970. */
    changed: z.string().regex(/^\d{1,20}$/),
  }),
});
export type RegisterWitness = z.infer<typeof storedRegisterWitness.schema>;

/** The part of `stat` (with `bigint`) that tells one file from another. */
interface FilePlace {
  readonly ino: bigint;
  readonly ctimeNs: bigint;
}

export const witnessOf = (lines: readonly Suppression[], { ino, ctimeNs }: FilePlace): RegisterWitness => ({
  last: lines.at(-1)?.id ?? null,
  inode: String(ino),
  changed: String(ctimeNs),
});

/** Whether the witness saw this line: what it knew of must be there. Lines that came after it may be. */
export const holdsLast = ({ last }: RegisterWitness, lines: readonly Suppression[]): boolean =>
  last === null || lines.some(({ id }) => id === last);

/**
 * Whether this register holds everything that was ever written to it. A copy that was made in time to know a backup, and before
 * a withdrawal, looks like the register itself: only what does not travel with it tells them apart. Without proof the answer is no.
 */
export const isProvenWhole = (
  lines: readonly Suppression[],
  place: FilePlace,
  witness: RegisterWitness | null,
): boolean =>
  witness !== null &&
  witness.inode === String(place.ino) &&
  witness.changed === String(place.ctimeNs) &&
  holdsLast(witness, lines) &&
  isUnbroken(lines);

/**
 * Reads a register.
 * @returns what it holds, each once, and how many characters of the text are whole lines: a line that a crash cut short was
 *   not yet written, and is left out
 * @throws {Unreadable} naming the line
 */
export function readSuppressions(
  text: string,
  where: string,
): { readonly suppressions: Suppression[]; readonly wholeLength: number } {
  const wholeLength = text.lastIndexOf('\n') + 1;
  const byId = new Map<string, Suppression>();
  text
    .slice(0, wholeLength)
    .split('\n')
    .forEach((line, index) => {
      if (line === '') return;
      const place = `${where}, line ${index + 1}`;
      let document: unknown;
      try {
        document = JSON.parse(line);
      } catch (cause) {
        throw new Unreadable(place, 'no JSON', null, { cause });
      }
      const one = storedSuppression.read(document, place);
      byId.set(one.id, one);
    });
  return { suppressions: [...byId.values()], wholeLength };
}

/** The ids of the registers that are in it: more than one after one was lost. */
export const registerIds = (suppressions: readonly Suppression[]): string[] =>
  suppressions.filter(({ act }) => act.kind === 'register').map(({ id }) => id);

export const storedRestoreNote = stored({
  name: 'trame-restore-note',
  schema: z.strictObject({
    id: z.uuid(),
    restoredAt: Instant,
    /** Null for a backup of the first format, which does not say. */
    madeAt: Instant.nullable(),
    register: z.enum(registerStates),
  }),
  upgrades: [
    // Version 1 knew one state less, and told the others as today.
    (note) => note,
  ],
});
export type RestoreNote = z.infer<typeof storedRestoreNote.schema>;

/**
 * The register after a restore, and what it is worth.
 * @param here the register that stands in the DATA_DIR; null when there is none
 * @param inBackup the register as it was when the backup was made; null when the backup has none
 * @param isProven whether the one that stands there is known to be whole (`isProvenWhole`)
 */
export function joinRegisters(
  here: readonly Suppression[] | null,
  inBackup: readonly Suppression[] | null,
  madeAt: Date | null,
  now: Date,
  isProven: boolean,
): { readonly suppressions: Suppression[]; readonly state: RegisterState } {
  const known = new Set(registerIds(inBackup ?? []));
  const begun = registerIds(here ?? []);
  // One that began after the backup was made, on a new machine or after a loss, does not reach back to it.
  const oldest = new Date(now);
  oldest.setFullYear(oldest.getFullYear() - KEEP_SUPPRESSIONS_YEARS);
  // A copy of the register that lacks what the backup knew already was made before it, and ends too early.
  const ids = new Set((here ?? []).map(({ id }) => id));
  const isRecent = (inBackup ?? []).every(({ id, at }) => ids.has(id) || new Date(at) < oldest);
  const reachesBack = begun.length > 0 && begun.every((id) => known.has(id)) && isRecent;
  const lacking = (inBackup ?? []).filter(({ id }) => !ids.has(id));
  const all = [...lacking, ...(here ?? [])];
  return {
    // Lines keep their order, which is the one in which they came; only two registers are put in order by their clocks.
    suppressions: lacking.length === 0 ? all : all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    state: !(reachesBack && madeAt !== null && madeAt >= oldest) ? 'missing' : isProven ? 'whole' : 'unproven',
  };
}

/** What a release of the site may show again without anybody being taken back: links that were replaced, the booklet. */
const NOT_OF_A_RELEASE: readonly string[] = ['inPrint', 'website', 'networks', 'onlineUrl'];
/** Who may write for an association is on no page. */
const NEVER_ON_THE_SITE = 'api::membership.membership';

/** Whether a release that was built before this act shows what must not be seen again. */
export function concernsReleases(act: SuppressionAct): boolean {
  switch (act.kind) {
    case 'contact':
      return act.channels.includes('web') || act.channels.includes('openData');
    case 'value':
      return true;
    case 'record':
      return act.act !== 'published' && act.type !== NEVER_ON_THE_SITE;
    case 'item':
      return act.act === 'retracted' && !NOT_OF_A_RELEASE.includes(act.field);
    case 'register':
    case 'state':
    case 'request':
    case 'administrator':
    case 'letters':
      return false;
  }
}

/**
 * What happened after a release was built, and is seen on it again when it goes online.
 * @param known the last line of the register when the release’s content was read; null when that is not known
 * @returns null when that cannot be told: the register does not hold that line
 */
export function notHonoured(lines: readonly Suppression[], known: string | null): Suppression[] | null {
  const index = lines.findIndex(({ id }) => id === known);
  return index < 0 ? null : lines.slice(index + 1).filter(({ act }) => concernsReleases(act));
}
