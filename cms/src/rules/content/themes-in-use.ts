import type { Rule } from '../engine/rule.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { z } from 'zod';

const COUNT_ORPHANS = `
  select count(*)::int as orphans from associations a
  where exists (
      select 1 from associations_themes_lnk l join themes t on t.id = l.theme_id
      where l.association_id = a.id and t.document_id = ?)
    and not exists (
      select 1 from associations_themes_lnk l join themes t on t.id = l.theme_id
      where l.association_id = a.id and t.document_id <> ?)
    and a.published_at is not null`;

/** Deleting the only theme of published associations would take them off the site without a word. */
export const themesInUse: Rule = {
  appliesTo: ['api::theme.theme'],
  async onRemove({ strapi, documentId }) {
    const [count] = await rowsOf(strapi.db.connection, z.object({ orphans: z.int() }), COUNT_ORPHANS, [
      documentId,
      documentId,
    ]);
    const { orphans } = count!; // an aggregate always gives one row
    if (orphans === 0) return [];
    return [
      {
        path: [],
        message:
          orphans === 1
            ? 'Ce thème est le seul d’une association publiée\u00a0: donnez-lui d’abord un autre thème, sinon elle disparaîtrait du site.'
            : `Ce thème est le seul de ${orphans} associations publiées\u00a0: donnez-leur d’abord un autre thème, sinon elles disparaîtraient du site.`,
      },
    ];
  },
};
