import { isValues, textOf } from '../../domain/visit.ts';
import type { Fault, Rule } from '../engine/rule.ts';
import { findMany } from '../../platform/database/records.ts';

/** A chapter of the booklet is a theme without a parent. */
export const editionChapters: Rule = {
  appliesTo: ['api::edition.edition'],
  async onPublish({ strapi, record }) {
    const faults: Fault[] = [];
    for (const field of ['chapters', 'onlyThemes']) {
      const themes = record[field];
      if (!Array.isArray(themes) || themes.length === 0) continue;
      const documentIds = themes.filter(isValues).map((theme) => textOf(theme['documentId']));
      const below = await findMany<{ name: string }>(strapi, 'api::theme.theme', {
        select: ['name'],
        where: { documentId: { $in: documentIds }, parent: { id: { $notNull: true } } },
        orderBy: { name: 'asc' },
      });
      if (below.length === 0) continue;
      const names = below.map(({ name }) => `«\u00a0${name}\u00a0»`).join(', ');
      faults.push({
        path: [field],
        message: `Seuls les thèmes sans parent font un chapitre\u00a0: retirez ${names}, ou choisissez le thème au-dessus.`,
      });
    }
    return faults;
  },
};
