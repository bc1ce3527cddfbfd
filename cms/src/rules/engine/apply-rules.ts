import type { Core } from '@strapi/strapi';
import { readRecord } from '../../entries/read-record.ts';
import { documentIdOf, hasDrafts, titleOf, type DocumentContext, type Next } from '../../platform/strapi/document.ts';
import { refusal } from './refuse.ts';
import type { Fault, Rule, Saving } from './rule.ts';
import { isValues } from '../../domain/visit.ts';

async function collect(
  rules: readonly Rule[],
  ask: (rule: Rule) => ReturnType<NonNullable<Rule['onSave']>> | undefined,
) {
  const faults: Fault[] = [];
  for (const rule of rules) faults.push(...((await ask(rule)) ?? []));
  return faults;
}

/**
 * The document middleware that puts rules to every way in which content changes: save, publish, both at once, unpublish and
 * delete, from the admin, one by one or in bulk, and from code.
 *
 * Saving rules see the incoming values and may put them right. Publication rules see the whole record: before a publication
 * of a draft, the draft; after a save that is itself a publication, the result, in a transaction that is then rolled back.
 */
export function applyRules(strapi: Core.Strapi, rules: readonly Rule[]) {
  const rulesOf = (uid: string) => rules.filter(({ appliesTo }) => appliesTo?.includes(uid) ?? true);

  async function checkPublication(uid: string, documentId: string, version: 'draft' | 'published'): Promise<void> {
    const record = await readRecord(strapi, uid, documentId, version);
    if (!record) return; // Strapi says that there is nothing to publish
    const faults = await collect(rulesOf(uid), (rule) => rule.onPublish?.({ strapi, uid, documentId, record }));
    if (faults.length > 0) throw refusal(strapi, uid, titleOf(record) || null, faults);
  }

  async function save({ uid, action, params }: DocumentContext, next: Next): Promise<unknown> {
    if (action === 'clone') params.data ??= {}; // a copy that changes nothing still has a slug or a title to get
    if (!isValues(params.data)) return next();
    const publishes = action !== 'clone' && (!hasDrafts(strapi, uid) || params.status === 'published');
    const saving: Saving = {
      strapi,
      uid,
      action: action as Saving['action'],
      documentId: params.documentId,
      data: params.data,
      publishes,
    };
    const faults = await collect(rulesOf(uid), (rule) => rule.onSave?.(saving));
    if (faults.length > 0) throw refusal(strapi, uid, null, faults);
    if (!publishes) return next();

    return strapi.db.transaction(async () => {
      const result = await next();
      const documentId = params.documentId ?? documentIdOf(result);
      if (documentId !== undefined) await checkPublication(uid, documentId, 'published');
      return result;
    });
  }

  async function remove({ uid, action, params: { documentId } }: DocumentContext, next: Next): Promise<unknown> {
    if (documentId === undefined) return next();
    const removing = { strapi, uid, documentId, action: action as 'unpublish' | 'delete' };
    const faults = await collect(rulesOf(uid), (rule) => rule.onRemove?.(removing));
    if (faults.length > 0) throw refusal(strapi, uid, null, faults);
    return next();
  }

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (!context.uid.startsWith('api::')) return next();
    switch (context.action) {
      case 'create':
      case 'update':
      case 'clone':
        return save(context, next);
      case 'publish':
        if (context.params.documentId !== undefined) {
          await checkPublication(context.uid, context.params.documentId, 'draft');
        }
        return next();
      case 'unpublish':
      case 'delete':
        return remove(context, next);
      default:
        return next();
    }
  };
}
