/**
 * The pickers of relations name records by one field. Two « Comité des fêtes » of two communes would be one line twice, and an
 * editor would tie the wrong one: such names get their commune, in what the pickers are told and nowhere else.
 */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { tellApart } from '../../domain/told-apart.ts';

const ASSOCIATION = 'api::association.association';

interface PickerContext {
  readonly params: { readonly model: string; readonly targetField: string };
  body: unknown;
}
type Answer = (ctx: PickerContext, ...rest: unknown[]) => Promise<void>;
interface Relations {
  findAvailable: Answer;
  findExisting: Answer;
}
/** Strapi gives its registries without a type. */
interface Controllers {
  extend(uid: string, around: (relations: Relations) => Relations): void;
}

/** Of the content manager's answer, what is read here; the rest goes through untouched. */
const Found = z.looseObject({
  results: z.array(z.looseObject({ documentId: z.string(), name: z.string().nullish() })),
});

/** Stands around the content manager's own answers to « which records may be, or are, chosen here ? ». */
export function tellApartInPickers(strapi: Core.Strapi): void {
  const around =
    (answer: Answer): Answer =>
    async (ctx, ...rest) => {
      await answer(ctx, ...rest);
      const { model, targetField } = ctx.params;
      const attribute = strapi.getModel(model as 'api::event.event').attributes[targetField as 'organisers'];
      if ((attribute as { target?: string } | undefined)?.target !== ASSOCIATION) return;
      const found = Found.safeParse(ctx.body);
      if (!found.success) return;
      const named = await namesOf(
        strapi,
        found.data.results.flatMap(({ name }) => name ?? []),
      );
      const results = found.data.results.map((one) =>
        typeof one.name === 'string' ? { ...one, name: named.get(one.documentId) ?? one.name } : one,
      );
      ctx.body = { ...found.data, results };
    };
  const controllers: Controllers = strapi.get('controllers');
  controllers.extend('plugin::content-manager.relations', (relations) => {
    const own = Object.create(relations) as Relations;
    own.findAvailable = around(relations.findAvailable.bind(relations));
    own.findExisting = around(relations.findExisting.bind(relations));
    return own;
  });
}

/** How each association that bears one of the names is written, by documentId. */
async function namesOf(strapi: Core.Strapi, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await strapi.db.query(ASSOCIATION).findMany({
    select: ['documentId', 'name', 'acronym'],
    where: { publishedAt: null, name: { $in: [...new Set(names)] } },
    populate: { commune: { select: ['name'] } },
  });
  const bearers = rows as {
    documentId: string;
    name: string;
    acronym: string | null;
    commune: { name: string } | null;
  }[];
  const nameOf = tellApart(bearers, ({ name, acronym, commune }) => ({
    ...{ name, commune: commune?.name ?? null },
    marks: [acronym],
  }));
  return new Map(bearers.map((one) => [one.documentId, nameOf(one)]));
}
