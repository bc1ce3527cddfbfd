/** Which frozen editions hold a contact, and of which this cannot be told. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { causeOf } from '@trame/cms/domain/cause';
import type { ContactQuestion, EditionsHolding } from '@trame/cms/domain/contract/press/editions-holding';
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { dayOf } from '@trame/cms/domain/dates';
import type { EditionSeal } from '@trame/cms/domain/stored/edition-seal';
import { storedPrintExport } from '@trame/cms/domain/stored/print-export';
import { indexWithheld, type WithheldIndex } from '@trame/cms/domain/withheld-index';
import { indexContent } from '@trame/site/content';
import { selectEntries } from '@trame/site/print/select-entries';
import type { Log } from '../../lib/log.ts';
import { Damaged, type EditionStore } from './store.ts';

/** Every text of a document, whatever it is about. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* textsOf(inner);
}

/** Whether a text of the value says one of the numbers or addresses, in whatever spelling. */
function mentions(value: unknown, { find }: WithheldIndex): boolean {
  for (const text of textsOf(value)) if (find(text).length > 0) return true;
  return false;
}

/** Names of what is printed that says one of them: entries, in a field or in words, and what the edition has around them. */
function printedHolding({ edition, content }: PrintExport, contact: WithheldIndex): string[] {
  const { guides, forum, actionPlans } = edition;
  const around = [
    ...content.guides.filter(({ id }) => guides.includes(id)),
    ...content.events.filter(({ id }) => id === forum),
    ...content.actionPlans.filter(({ id }) => actionPlans.includes(id)),
  ].map((record) => ({ name: record.title, record }));
  const settings = { name: edition.title, record: { edition, settings: content.settings } };
  return [
    ...selectEntries(indexContent(content), edition).map((entry) => ({ name: entry.name, record: entry })),
    ...around,
    settings,
  ]
    .filter(({ record }) => mentions(record, contact))
    .map(({ name }) => name);
}

/** What is looked for, to be recognised however it was written. */
const looking = ({ phones, emails }: ContactQuestion): WithheldIndex => {
  const contact = { owner: '', phone: null, email: null, shown: false };
  return indexWithheld('print', [
    ...phones.map((phone) => ({ ...contact, phone })),
    ...emails.map((email) => ({ ...contact, email })),
  ]);
};

type Held = EditionsHolding['editions'][number];

/**
 * What the edition says of the contact; null when it does not print it.
 * @throws when its export is absent, altered since it was sealed, or not understood: then nobody can tell
 */
async function heldIn(
  store: EditionStore,
  edition: string,
  seal: EditionSeal,
  contact: WithheldIndex,
): Promise<Held | null> {
  const file = store.contentFile(edition, 'frozen');
  const bytes = await readFile(file);
  const sealed = seal.files['export.json'];
  if (sealed !== undefined && createHash('sha256').update(bytes).digest('hex') !== sealed)
    throw new Damaged('export.json');
  const document: unknown = JSON.parse(bytes.toString('utf8'));
  // An edition may weigh 20 MB: one that is as it was sealed is read closely only when some text says it at all.
  if (sealed !== undefined && storedPrintExport.versionOf(document, file) > 0 && !mentions(document, contact))
    return null;
  const printed = storedPrintExport.read(document, file);
  const entries = printedHolding(printed, contact);
  if (entries.length === 0) return null;
  const { title, year, printRun } = printed.edition;
  return { edition, title, year, printRun, frozenOn: dayOf(seal.at), entries };
}

/** The title by the report, which may be readable when the export is not. */
const titleOf = (store: EditionStore, edition: string): Promise<string | null> =>
  store.report(edition, 'frozen').then(
    (report) => report?.edition.title ?? null,
    () => null,
  );

/**
 * Frozen editions that print one of the numbers or addresses, the newest first, and those of which nobody can tell. A proof
 * holds nothing: it is made anew.
 */
export async function editionsHolding(
  store: EditionStore,
  question: ContactQuestion,
  log: Log,
): Promise<EditionsHolding> {
  const contact = looking(question);
  const found: (Held & { readonly at: string })[] = [];
  const looked: string[] = [];
  const unreadable: EditionsHolding['unreadable'] = [];
  // One after the other, for the memory that an edition takes.
  for (const edition of await store.list()) {
    try {
      const seal = await store.seal(edition);
      if (seal === null) continue;
      const held = await heldIn(store, edition, seal, contact);
      looked.push(edition);
      if (held) found.push({ ...held, at: seal.at });
    } catch (error) {
      log.error('edition not searched for a contact', { edition, cause: causeOf(error) });
      unreadable.push({ edition, title: await titleOf(store, edition) });
    }
  }
  found.sort((a, b) => (a.at < b.at ? 1 : -1));
  return { editions: found.map(({ at: _, ...rest }) => rest), looked, unreadable };
}
