/** A save that was made from an older state, put into the one that stands today. */
import type { Core } from '@strapi/strapi';
import type { ConflictPart } from '../domain/contract/desk/form-conflict.ts';
import { compareWithoutBase, merge, type Conflict, type Merged } from '../domain/merge/merge.ts';
import { resolve } from '../domain/merge/resolve.ts';
import { same } from '../domain/merge/same.ts';
import type { RecordShape } from '../domain/merge/shape.ts';
import { listInWords } from '../domain/french.ts';
import type { Path, Values } from '../domain/visit.ts';
import type { Connection } from '../platform/database/connection.ts';
import { contentFromInput } from './content-from-input.ts';
import { attributeAt, valuesInWords } from './content-words.ts';
import { describePath, fieldLabel } from './field-words.ts';
import { writeJournal } from './journal.ts';
import { findVersion, versionsSince, type KeptVersion, type Named } from './kept-versions.ts';
import { dataOf, readContent, type ReadContent, type RecordContent } from './record-content.ts';
import { shapeOf } from './record-shape.ts';
import { SaveConflict, type Saving } from './saving.ts';
import { withdrawnSince, withdrawnUnsent } from './withdrawn-since.ts';

const ASSOCIATION = 'api::association.association';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const words = {
  program: 'Le programme',
  taken: (who: string | null, fields: string) =>
    `${capitalised(who ?? 'quelqu’un')} a modifié ${fields} pendant ce temps\u00a0: c’est repris.`,
  quoted: (label: string) => `«\u00a0${label}\u00a0»`,
};

const pathOf = (path: string): Path => path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** Who made a value what it is, and when. */
interface Made {
  readonly who: string | null;
  readonly at: string;
}

/** Who changed an attribute last, of the states that came since. */
function lastChange(name: string, base: RecordContent | null, since: readonly KeptVersion[], now: ReadContent): Made {
  let before: unknown = base?.[name];
  let made: Made | null = null;
  for (const { content, who, at } of since) {
    if (!same(content[name], before)) made = { who, at };
    before = content[name];
  }
  // What no save has made: the person concerned, or an association that said that nothing has changed.
  if (made === null || !same(now.content[name], before)) return { who: null, at: new Date().toISOString() };
  return made;
}

interface Found {
  readonly strapi: Core.Strapi;
  readonly named: Named;
  readonly base: RecordContent | null;
  readonly since: readonly KeptVersion[];
  readonly now: ReadContent;
}

async function partOf({ strapi, named, base, since, now }: Found, conflict: Conflict): Promise<ConflictPart> {
  const path = pathOf(conflict.path);
  const attribute = attributeAt(strapi, named.uid, path);
  const label = describePath(strapi, named.uid, path);
  const { base: was, mine, theirs } = conflict;
  const said = await valuesInWords(strapi, [
    [attribute, was],
    [attribute, mine],
    [attribute, theirs],
  ]);
  return {
    ...conflict,
    label,
    words: { base: said[0] ?? [], mine: said[1] ?? [], theirs: said[2] ?? [] },
    ...lastChange(String(path[0]), base, since, now),
  };
}

/** "Camille a modifié « Adresse » et « Contacts » pendant ce temps : c’est repris." */
function sentences({ named, base, since, now }: Found, taken: readonly string[]): string[] {
  const byWho = new Map<string | null, string[]>();
  for (const name of taken) {
    const { who } = lastChange(name, base, since, now);
    byWho.set(who, [...(byWho.get(who) ?? []), words.quoted(fieldLabel(named.uid, name))]);
  }
  return [...byWho].map(([who, fields]) => words.taken(who, listInWords(fields)));
}

const together = (shape: RecordShape, base: RecordContent | null, mine: Values, theirs: RecordContent): Merged =>
  base === null ? compareWithoutBase(shape, mine, { ...theirs }) : merge(shape, { ...base }, mine, { ...theirs });

interface Versions {
  readonly base: RecordContent | null;
  readonly mine: Values;
  /** States that somebody chose against, conflict after conflict, and where theirs stands. */
  readonly chosen: readonly { readonly against: RecordContent; readonly theirs: readonly string[] }[];
  readonly theirs: RecordContent;
}

/** The merge, with the choices that were made against states which may have been changed once more. */
function chosenMerge(shape: RecordShape, { base, mine, chosen, theirs }: Versions): Merged {
  let from = base;
  let content = mine;
  const taken = new Set<string>();
  for (const { against, theirs: paths } of chosen) {
    const merged = together(shape, from, content, against);
    for (const name of merged.taken) taken.add(name);
    content = resolve({ ...merged.content }, merged.conflicts, (path) => (paths.includes(path) ? 'theirs' : 'mine'));
    from = against;
  }
  const last = together(shape, from, content, theirs);
  return { ...last, taken: [...new Set([...taken, ...last.taken])] };
}

/** What is written: nothing where today's state is what is wanted already, and as it was sent where nobody touched it. */
function writeInto(
  data: Values,
  content: RecordContent,
  theirs: RecordContent,
  isAsSent: (name: string) => boolean,
): void {
  for (const name of Object.keys(content)) {
    if (!(name in data)) continue;
    if (same(content[name], theirs[name])) delete data[name];
    else if (!isAsSent(name)) data[name] = dataOf({ [name]: content[name] })[name];
  }
}

/** The journal remembers that a form would have brought somebody back. */
async function noteClosed(
  strapi: Core.Strapi,
  saving: Saving,
  named: Named,
  theirs: RecordContent,
  told: readonly string[],
) {
  const subject = [theirs['name'], theirs['title']].find((one) => typeof one === 'string' && one !== '');
  await writeJournal(strapi, {
    who: saving.editor.name,
    whoId: saving.editor.id,
    act: 'retrait maintenu',
    subject: typeof subject === 'string' ? subject.slice(0, 255) : words.program,
    associationId: named.uid === ASSOCIATION ? named.documentId : null,
    note: told.join(' '),
  });
}

/**
 * Puts what a form sends into the state that stands today, in place: what others changed elsewhere stays, and what was withdrawn
 * since stays withdrawn. Within the transaction of the save, the record being locked.
 * @param data what the document service is about to write
 * @throws {SaveConflict} where both changed the same
 */
export async function mergeIntoNewest(
  strapi: Core.Strapi,
  trx: Connection,
  saving: Saving,
  named: Named,
  data: Values,
): Promise<void> {
  const now = await readContent(strapi, named.uid, named.documentId, 'draft');
  if (!now) return;
  const kept = saving.base === null ? null : await findVersion(trx, named, saving.base);
  const since = kept ? await versionsSince(trx, named, kept.id) : [];
  const close = await withdrawnSince(strapi, trx, named, openedAt(saving, kept), now.content);

  const sent = await contentFromInput(strapi, named.uid, data, kept?.content ?? now.content);
  const closed = close(sent);
  // A withdrawal of somebody who had agreed to nothing leaves the state as it was.
  if (saving.base === now.version && same(closed.content, sent)) return;
  const base = kept && close(kept.content).content;
  const shape = shapeOf(strapi, named.uid);
  const chosen = [];
  for (const { against, theirs } of saving.chosen) {
    const found = await findVersion(trx, named, against);
    if (found) chosen.push({ against: close(found.content).content, theirs });
  }
  const found: Found = { strapi, named, base: kept?.content ?? null, since, now };
  const merged = chosenMerge(shape, {
    base,
    mine: base ? { ...base, ...closed.content } : closed.content,
    chosen,
    theirs: now.content,
  });
  if (merged.conflicts.length > 0) {
    const conflicts: ConflictPart[] = [];
    for (const conflict of merged.conflicts) conflicts.push(await partOf(found, conflict));
    throw new SaveConflict({ version: now.version, theirs: now.content, conflicts, merged: merged.content });
  }
  writeInto(
    data,
    merged.content,
    now.content,
    (name) => kept !== null && same(kept.content[name], now.content[name]) && same(merged.content[name], sent[name]),
  );
  saving.outcome.merged = merged.taken;
  saving.outcome.told = sentences(found, merged.taken);
  // A page sends what was changed in it: who withdrew is told of what it showed and did not send, too.
  const unsent = kept ? withdrawnUnsent(close, kept.content, sent, now.content) : [];
  saving.outcome.withdrawn = [...new Set([...closed.told, ...unsent])];
  if (closed.told.length > 0) await noteClosed(strapi, saving, named, now.content, closed.told);
}

/** Since when a form may not know what was withdrawn. */
export function openedAt(saving: Saving, kept: KeptVersion | null): string | null {
  const known = kept?.seenAt ?? null;
  if (saving.openedAt === null || known === null) return known;
  return saving.openedAt < known ? saving.openedAt : known;
}
