import type { Core } from '@strapi/strapi';
import type { Rule } from '../engine/rule.ts';
import { textOf } from '../../domain/visit.ts';
import { findOne } from '../../platform/database/records.ts';

const UID = 'api::edition.edition';

async function isTaken(strapi: Core.Strapi, year: unknown, title: string, except: string | undefined) {
  const found = await strapi.db.query(UID).count({
    where: { year, title: { $eqi: title }, ...(except === undefined ? {} : { documentId: { $ne: except } }) },
  });
  return found > 0;
}

/** "Le guide 2026", "Le guide 2026 (copie)", "Le guide 2026 (copie 2)"… */
async function freeTitle(strapi: Core.Strapi, year: unknown, title: string): Promise<string> {
  let candidate = title;
  for (let copy = 1; await isTaken(strapi, year, candidate, undefined); copy += 1) {
    candidate = `${title} (copie${copy === 1 ? '' : `\u00a0${copy}`})`;
  }
  return candidate;
}

/** One edition a year under a title: two of the same name could not be told apart by the print shop. Extracts have titles of their own. */
export const editionTitles: Rule = {
  appliesTo: [UID],
  async onSave({ strapi, action, documentId, data }) {
    const stored =
      action === 'create' || documentId === undefined
        ? null
        : await findOne<{ year: number | null; title: string | null }>(strapi, UID, {
            select: ['year', 'title'],
            where: { documentId },
          });
    const year = data['year'] ?? stored?.year;
    const title = textOf(data['title'] ?? stored?.title);
    if (title === '' || !Number.isInteger(year)) return []; // asked for by another rule
    if (action === 'clone') {
      data['title'] = await freeTitle(strapi, year, title);
      return [];
    }
    if (!(await isTaken(strapi, year, title, action === 'update' ? documentId : undefined))) return [];
    const message =
      `Une édition ${Number(year)} porte déjà ce titre\u00a0: changez l’année, ou précisez le titre ` +
      '(«\u00a0Extrait Sports\u00a0», par exemple).';
    return [{ path: ['title'], message }];
  },
};
