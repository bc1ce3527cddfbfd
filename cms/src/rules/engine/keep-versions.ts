import type { Core } from '@strapi/strapi';
import { formatMoment } from '../../domain/moments.ts';
import { isValues } from '../../domain/visit.ts';
import { onBehalfNow } from '../../entries/on-behalf.ts';
import { findVersion, forgetVersions, keepVersion, type Cause, type Named } from '../../entries/kept-versions.ts';
import { mergeIntoNewest, openedAt } from '../../entries/merge-into-newest.ts';
import { readContent } from '../../entries/record-content.ts';
import { makerInWords } from '../../entries/accepted-answer.ts';
import { BaseMissing, SaveConflict, savingNow, type Saving } from '../../entries/saving.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { lockRecord } from '../../platform/database/record-lock.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { editorOfRequest } from '../../platform/http/admin-route.ts';
import { isContent } from '../../platform/program-records/program-record.ts';
import { documentIdOf, type DocumentContext, type Next } from '../../platform/strapi/document.ts';
import { takenOffSince } from '../../platform/suppressions/register.ts';

const CHANGES = new Set(['create', 'update', 'clone', 'publish', 'unpublish', 'discardDraft', 'delete']);
/** Those after which the draft may say something else. */
const OF_THE_DRAFT = new Set(['create', 'update', 'clone', 'discardDraft']);

const words = {
  label: 'En ligne',
  online: 'En ligne',
  publish: 'À publier',
  taken:
    'Cette fiche a été mise hors ligne depuis que vous l’avez ouverte. Rien n’a été enregistré, et ce que vous avez écrit est encore là\u00a0: enregistrez-le sans publier, ou publiez de nouveau pour la remettre en ligne.',
  offline: (at: string) => `Mise hors ligne le ${formatMoment(at)}`,
};

/** Who changes something, and from where. */
function maker(strapi: Core.Strapi): { readonly who: string | null; readonly cause: Cause } {
  const saving = savingNow();
  if (saving) return { who: saving.editor.name, cause: 'form' };
  const behalf = onBehalfNow();
  if (behalf) return { who: behalf.editor.name, cause: 'office' };
  const editor = editorOfRequest(strapi);
  if (editor) return { who: makerInWords(editor.name), cause: 'office' };
  return { who: null, cause: strapi.requestContext.get() ? 'public' : 'program' };
}

/** The save that this change is, and not one that it entails. */
function savingOf({ uid, params }: DocumentContext): Saving | null {
  const saving = savingNow();
  return saving?.uid === uid && saving.documentId === params.documentId ? saving : null;
}

/** Of Strapi's own, about who changed it. */
const OF_THE_WRITER = new Set(['createdBy', 'updatedBy']);
const saysSomething = (data: unknown): boolean =>
  isValues(data) && Object.keys(data).some((name) => !OF_THE_WRITER.has(name));

/** It was taken offline while a form was open that would publish it: somebody decides, and knows of it. */
async function askBeforePublishing(strapi: Core.Strapi, trx: Connection, saving: Saving, named: Named): Promise<void> {
  if (saving.chosen.length > 0 || saving.base === null) return;
  const since = openedAt(saving, await findVersion(trx, named, saving.base));
  const at = since && (await takenOffSince(trx, named.uid, named.documentId, since));
  const now = at ? await readContent(strapi, named.uid, named.documentId, 'draft') : null;
  if (!at || !now) return;
  const found = {
    version: now.version,
    theirs: now.content,
    merged: now.content,
    conflicts: [
      {
        path: '',
        label: words.label,
        base: true,
        mine: true,
        theirs: false,
        words: { base: [words.online], mine: [words.publish], theirs: [words.offline(at)] },
        who: null,
        at,
      },
    ],
  };
  throw new SaveConflict(found, words.taken);
}

/**
 * The document middleware by which nobody overwrites what they have not seen, whatever they save with: one change of a record
 * after the other; a save that was made from an older state is put into the newest one (`entries/merge-into-newest.ts`), or
 * refused with what somebody has to choose; and every state of a draft is kept, with who made it.
 */
export function keepVersions(strapi: Core.Strapi) {
  return (context: DocumentContext, next: Next): Promise<unknown> => {
    const { uid, action, params } = context;
    if (!isContent(uid) || !CHANGES.has(action)) return next();
    return inTransaction(strapi, async (trx) => {
      const { documentId } = params;
      const saving = savingOf(context);
      if (documentId !== undefined) {
        const named = { uid, documentId };
        await lockRecord(trx, uid, documentId);
        if (saving !== null && action === 'update' && isValues(params.data) && saysSomething(params.data)) {
          if (saving.base === null) throw new BaseMissing();
          await mergeIntoNewest(strapi, trx, saving, named, params.data);
        }
        const publishes = action === 'publish' || (action === 'update' && params.status === 'published');
        if (saving !== null && publishes) await askBeforePublishing(strapi, trx, saving, named);
      }
      const result = await next();
      const changed = documentIdOf(result) ?? documentId;
      if (changed === undefined) return result;
      if (action === 'delete') await forgetVersions(trx, { uid, documentId: changed });
      if (OF_THE_DRAFT.has(action)) {
        const now = await readContent(strapi, uid, changed, 'draft');
        if (now) await keepVersion(trx, { uid, documentId: changed }, now, { ...maker(strapi), seen: new Date() });
      }
      return result;
    });
  };
}
