/** Takes a file over: all of its lines in one transaction, each with a line of the journal that an undo reads. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Editor } from '../domain/contract/desk/editor.ts';
import type { ImportSource } from '../domain/contract/desk/import.ts';
import { typography } from '../domain/french.ts';
import { also, counted, lineNounOf, nounOf } from '../domain/import/imported-words.ts';
import type { PlannedRecord } from '../domain/import/planned.ts';
import type { Workbook } from '../domain/import/workbook.ts';
import type { ImportDecisions, ImportResult } from '../domain/stored/import-file.ts';
import { textOf } from '../domain/visit.ts';
import { writeJournal } from '../entries/journal.ts';
import { onBehalf } from '../entries/on-behalf.ts';
import { latestVersion } from '../entries/kept-versions.ts';
import { dataOf } from '../entries/record-content.ts';
import { withdrawnSince } from '../entries/withdrawn-since.ts';
import type { Connection } from '../platform/database/connection.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { Refused } from '../platform/http/refused.ts';
import { addChange, findImport, holdImport, lockImports, markApplied } from './import-store.ts';
import { keepSaid } from './events/keep-said.ts';
import { addSaid } from './events/said-store.ts';
import { makePlan, type ImportPlan } from './make-plan.ts';
import { noteEntry } from './register-store.ts';

export const importRefusals = {
  unknown: () => new Refused('unknown', 'Cet import n’existe pas, ou plus.'),
  notWaiting: () => new Refused('conflict', 'Cet import est déjà fait\u00a0: rechargez la page.'),
  moved: () =>
    new Refused(
      'conflict',
      'L’annuaire, ou ce que vous avez choisi, a changé depuis que vous avez vérifié les lignes. Relisez-les\u00a0: rien n’a été importé.',
    ),
  underWay: () =>
    new Refused(
      'conflict',
      'Cet import est en cours\u00a0: attendez qu’il soit fini. Vous pourrez alors l’annuler, en entier ou ligne par ligne.',
    ),
  nothing: () => new Refused('conflict', 'Aucune ligne n’est prête\u00a0: il n’y a rien à importer.'),
};

export const importRemark = (fileName: string): string => typography(`import de « ${fileName} »`);

const words = {
  refused: 'Encore à corriger.',
  asked: (source: ImportSource) => `Il reste à dire si ${source === 'events' ? 'l’agenda' : 'l’annuaire'} l’a déjà.`,
  left: (source: ImportSource) => `${source === 'events' ? 'Laissé' : 'Laissée'} de côté.`,
  missing: (missing: readonly string[]) => `Il manque quelque chose pour paraître\u00a0: ${missing.join(' ')}`,
  unfinished: (source: ImportSource) =>
    source === 'events'
      ? 'Cet événement avait déjà des modifications qui n’étaient pas publiées\u00a0: le site montre toujours ce qu’il montrait. Relisez l’événement, puis publiez-le.'
      : 'Cette fiche avait déjà des modifications qui n’étaient pas publiées\u00a0: le site montre toujours ce qu’il montrait. Relisez la fiche, puis publiez-la.',
  offline: (source: ImportSource) =>
    source === 'events'
      ? 'Cet événement n’était pas en ligne\u00a0: l’import ne l’y met pas.'
      : 'Cette fiche n’était pas en ligne\u00a0: l’import ne l’y met pas.',
};

interface Documents {
  create(given: object): Promise<{ documentId: string }>;
  update(given: object): Promise<{ documentId: string } | null>;
}

type Done = Pick<ImportResult, 'created' | 'changed' | 'published'>;

/** How every line is taken over. */
interface Given {
  readonly publish: { readonly new: boolean; readonly changed: boolean };
  readonly source: ImportSource;
  readonly editor: Editor;
}

/** What one line did. */
interface Applied {
  readonly documentId: string;
  readonly published: boolean;
  /** French: why it is not published although that was asked; null when it is, or when nobody asked. */
  readonly why: string | null;
}

const only = (content: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(content).filter(([name]) => names.includes(name)));

async function applyOne(
  strapi: Core.Strapi,
  trx: Connection,
  { planned, uid, states }: { readonly planned: PlannedRecord } & Pick<ImportPlan, 'uid' | 'states'>,
  { publish, source, editor }: Given,
): Promise<Applied> {
  const { after: content, documentId, changed, missing } = planned;
  if (!content) throw new Error(`line ${planned.line} has nothing to take over`);
  const documents = strapi.documents(uid as 'api::theme.theme') as unknown as Documents;
  const by = Number(editor.id) || null;
  const lacks = missing.length === 0 ? null : words.missing(missing);
  if (documentId === null) {
    const isPublished = publish.new && missing.length === 0;
    const made = await documents.create({
      data: { ...dataOf(content), createdBy: by, updatedBy: by },
      ...(isPublished ? { status: 'published' } : {}),
    });
    return { documentId: made.documentId, published: isPublished, why: publish.new ? lacks : null };
  }
  const state = states.get(documentId);
  // What the file changes of it, less what was withdrawn before the day that the file is vouched for.
  const standing = state?.content ?? {};
  const close = await withdrawnSince(strapi, trx, { uid, documentId }, null, standing);
  const data = dataOf(close(only(content, changed)).content);
  const held =
    state?.isPublished !== true ? words.offline(source) : state.isModified ? words.unfinished(source) : lacks;
  const isPublished = publish.changed && held === null;
  await documents.update({
    documentId,
    data: { ...data, updatedBy: by },
    ...(isPublished ? { status: 'published' } : {}),
  });
  return { documentId, published: isPublished, why: publish.changed ? held : null };
}

/** Official fields of an entry that has a number come from the register from now on. */
async function noteMatch(
  trx: Connection,
  importId: string,
  { documentId, after, before }: Pick<PlannedRecord, 'documentId' | 'after' | 'before'>,
  { register }: ImportDecisions,
): Promise<void> {
  const rnaId = textOf((after ?? before)?.['rnaId']);
  if (documentId !== null && rnaId !== '')
    await noteEntry(trx, { documentId, rnaId, asOf: register?.asOf ?? null, importId });
}

/** What a rule of content says no to. */
export const isRefusal = (error: unknown): error is Error =>
  error instanceof errors.ValidationError || error instanceof Refused;

/** French: why a rule said no, each reason once. */
export function reasonOf(error: Error): string {
  const { errors: listed = [] } = (error as { details?: { errors?: { message: string }[] } }).details ?? {};
  return listed.length > 0 ? [...new Set(listed.map(({ message }) => message))].join(' ') : error.message;
}

/** What an editor set aside by hand; what is over, or elsewhere, is set aside by itself and told as a number only. */
const isSetAside = ({ act, line }: PlannedRecord, { lines }: Pick<ImportDecisions, 'lines'>): boolean =>
  act === 'left' && lines[String(line)] === 'leave';

export const notTaken = (
  { planned }: { planned: readonly PlannedRecord[] },
  decisions: Pick<ImportDecisions, 'lines'>,
  source: ImportSource,
): ImportResult['left'] =>
  planned.flatMap((one) => {
    const { line, name, act, faults } = one;
    if (act !== 'refused' && act !== 'asked' && !isSetAside(one, decisions)) return [];
    const reason =
      act === 'refused' ? (faults[0]?.message ?? words.refused) : words[act === 'asked' ? 'asked' : 'left'](source);
    return [{ line, name, reason }];
  });

/**
 * Takes over every line that is ready, in one transaction: killed in the middle, the database is as it was. A line that a rule
 * refuses is left out whole, and told.
 * @param plan names the plan that the editor saw
 * @param publish puts complete new entries online, but for those of the register, and changes of those that are online already
 * @throws {Refused} when the plan is another one by now
 */
export async function applyImport(
  strapi: Core.Strapi,
  {
    id,
    workbook,
    plan,
    publish,
    editor,
    onProgress,
  }: {
    readonly id: string;
    readonly workbook: Workbook;
    readonly plan: string;
    readonly publish: boolean;
    readonly editor: Editor;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<ImportResult> {
  return inTransaction(strapi, async (trx) => {
    await lockImports(trx);
    await holdImport(trx, id);
    const found = await findImport(trx, id);
    if (found?.stage !== 'draft') throw found ? importRefusals.notWaiting() : importRefusals.unknown();
    const made = await makePlan(strapi, workbook, found.decisions);
    if (made.name !== plan) throw importRefusals.moved();
    const ready = made.planned.filter(({ act }) => act === 'new' || act === 'changed');
    if (ready.length === 0) throw importRefusals.nothing();

    const { uid } = made;
    const done: { -readonly [Key in keyof Done]: number } = { created: 0, changed: 0, published: 0 };
    const left = notTaken(made, found.decisions, found.source);
    // The register knows that an association is there, not what it wants said of it: somebody looks before it is online.
    const online = { new: publish && found.source !== 'rna', changed: publish };
    const given: Given = { publish: online, source: found.source, editor };
    const unpublished: { line: number; name: string; reason: string }[] = [];
    const behalf = { editor, remark: importRemark(found.fileName), of: 'import' } as const;
    for (const [rank, planned] of ready.entries()) {
      onProgress(rank, ready.length);
      await trx.raw('savepoint trame_import_line');
      try {
        const { documentId, published, why } = await onBehalf(behalf, () =>
          applyOne(strapi, trx, { planned, uid, states: made.states }, given),
        );
        const afterVersion = await latestVersion(trx, { uid, documentId });
        if (afterVersion === null) throw new Error(`line ${planned.line} was taken over and left no state`);
        await addChange(trx, id, {
          line: planned.line,
          uid,
          documentId,
          title: planned.name,
          before: planned.documentId === null ? null : (made.states.get(documentId)?.content ?? null),
          afterVersion,
          published,
          act: 'content',
        });
        await keepSaid(strapi, trx, id, made.said.get(planned.line), documentId);
        if (found.source === 'rna') await noteMatch(trx, id, { ...planned, documentId }, found.decisions);
        await trx.raw('release savepoint trame_import_line');
        if (planned.act === 'new') done.created += 1;
        else done.changed += 1;
        if (published) done.published += 1;
        if (why !== null) unpublished.push({ line: planned.line, name: planned.name, reason: why });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        await trx.raw('rollback to savepoint trame_import_line');
        left.push({ line: planned.line, name: planned.name, reason: reasonOf(error) });
      }
    }
    const unchanged = made.planned.filter(({ act }) => act === 'same');
    const same = unchanged.length;
    if (found.source === 'rna') for (const one of unchanged) await noteMatch(trx, id, one, found.decisions);
    for (const one of made.planned.filter((planned) => isSetAside(planned, found.decisions))) {
      const said = made.said.get(one.line);
      if (said) await addSaid(trx, { ...said, importId: id, documentId: null, last: null });
    }
    const result: ImportResult = { ...done, same, left: left.sort((a, b) => a.line - b.line), unpublished };
    if (!(await markApplied(trx, id, result))) throw importRefusals.notWaiting();
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fichier importé',
      subject: found.fileName.slice(0, 255),
      note: resultInWords(result, found.source),
    });
    return result;
  });
}

/** « 12 fiches créées, 3 fiches modifiées, 9 publiées, 2 lignes non reprises »; of an agenda, events. */
export function resultInWords({ created, changed, published, left }: ImportResult, source: ImportSource): string {
  const [noun, line] = [nounOf(source), lineNounOf(source)];
  const parts = [
    ...(created > 0 ? [counted(created, noun, 'créé')] : []),
    ...(changed > 0 ? [counted(changed, noun, 'modifié')] : []),
    ...(published > 0 ? [also(published, noun, 'publié')] : []),
    ...(left.length > 0 ? [counted(left.length, line, 'non repris')] : []),
  ];
  return parts.length === 0 ? 'Rien n’a changé.' : parts.join(', ');
}
