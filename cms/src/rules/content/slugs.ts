import { slugify } from '../../domain/slug.ts';
import { freeSlug } from '../../entries/free-slug.ts';
import type { Rule, Saving, Values } from '../engine/rule.ts';

const TYPES = [
  'api::association.association',
  'api::event.event',
  'api::guide.guide',
  'api::resource.resource',
  'api::action-plan.action-plan',
  'api::action.action',
  'api::theme.theme',
  'api::audience.audience',
  'api::commune.commune',
  'api::venue.venue',
];

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const storedValues = ({ strapi, uid, documentId }: Saving): Promise<Values | null> =>
  documentId === undefined
    ? Promise.resolve(null)
    : (strapi.db.query(uid).findOne({
        where: { documentId },
        orderBy: { publishedAt: 'desc' }, // PostgreSQL puts null first: the draft
      }) as Promise<Values | null>);

/**
 * Every record has an address: made from its name when the editor gives none, brought into form when they do. A copy gets
 * one of its own. An address that exists is never changed by itself, whatever becomes of the name: links point to it.
 */
export const slugs: Rule = {
  appliesTo: TYPES,
  async onSave(saving) {
    const { strapi, uid, action, documentId, data } = saving;
    const typed = textOf(data['slug']);
    if (typed !== null && action !== 'clone') {
      data['slug'] = slugify(typed);
      return [];
    }
    const stored = action === 'create' ? null : await storedValues(saving);
    if (action === 'update' && !('slug' in data) && textOf(stored?.['slug']) !== null) return [];
    const title =
      textOf(data['name']) ?? textOf(data['title']) ?? textOf(stored?.['name']) ?? textOf(stored?.['title']);
    // A draft may still be without a name; Strapi asks for it at publication.
    if (title === null && typed === null) return [];
    const base = slugify(typed ?? title ?? '');
    data['slug'] = await freeSlug(strapi, uid, base, action === 'update' ? documentId : undefined);
    return [];
  },
  onPublish: ({ record }) =>
    textOf(record['slug']) === null
      ? [
          {
            path: ['slug'],
            message: 'Cette fiche n’a pas encore d’adresse. Enregistrez-la\u00a0: elle en recevra une.',
          },
        ]
      : [],
};
