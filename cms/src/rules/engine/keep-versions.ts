import type { Core } from '@strapi/strapi';
import { formatDay, clockOf, dayOf } from '../../domain/dates.ts';
import { formatClock } from '../../domain/slots.ts';
import { isValues } from '../../domain/visit.ts';
import { findVersion, forgetVersions, keepVersion, type Cause, type Named } from '../../entries/kept-versions.ts';
import { mergeIntoNewest, openedAt } from '../../entries/merge-into-newest.ts';
import { readContent } from '../../entries/record-content.ts';
import { BaseMissing, SaveConflict, savingNow, type Saving } from '../../entries/saving.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { lockRecord } from '../../platform/database/record-lock.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { editorOf, type AdminContext } from '../../platform/http/admin-route.ts';
import { isContent } from '../../platform/program-records/program-record.ts';
import { takenOffSince } from '../../platform/suppressions/register.ts';

interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  readonly params: { readonly documentId?: string; data?: unknown; readonly status?: string };
}

type Next = () => Promise<unknown>;

const CHANGES = new Set(['create', 'update', 'clone', 'publish', 'unpublish', 'discardDraft', 'delete']);
/** Those after which the draft may say something else. */
const OF_THE_DRAFT = new Set(['create', 'update', 'clone', 'discardDraft']);

const words = {
  label: 'En ligne',
  online: 'En ligne',
  publish: 'À publier',
  taken:
    'Cette fiche a été mise hors ligne depuis que vous l’avez ouverte. Rien n’a été enregistré, et ce que vous avez écrit est encore là\u00a0: enregistrez-le sans publier, ou publiez de nouveau pour la remettre en ligne.',
  offline: (at: string) => `Mise hors ligne le ${formatDay(dayOf(at))} à ${formatClock(clockOf(at))}`,
};

interface Request {
  readonly state: AdminContext['state'] & { readonly route?: { readonly info?: { readonly pluginName?: string } } };
}

/** Who changes something, and from where. */
function maker(strapi: Core.Strapi): { readonly who: string | null; readonly cause: Cause } {
  const saving = savingNow();
  if (saving) return { who: saving.editor.name, cause: 'form' };
  const request = strapi.requestContext.get() as Request | undefined;
  if (!request) return { who: null, cause: 'program' };
  return request.state.user && request.state.userAbility
    ? { who: editorOf(request).name, cause: 'office' }
    : { who: null, cause: 'public' };
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

const documentIdOf = (result: unknown): string | undefined =>
  isValues(result) && typeof result['documentId'] === 'string' ? result['documentId'] : undefined;

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
