import type { Core } from '@strapi/strapi';
import { publicPaths } from '../../domain/public-paths.ts';

type Documents = Core.Strapi['documents'];
type Path = string | null;
type FindPath = (documents: Documents, documentId: string) => Promise<Path>;

/** Where the published version of a record is on the site; the draft may already have another slug. */
const PAGES: Readonly<Record<string, FindPath>> = {
  'api::association.association': async (documents, documentId) => {
    const found = await documents('api::association.association').findOne({
      documentId,
      status: 'published',
      fields: ['slug'],
    });
    return found?.slug ? publicPaths.association(found.slug) : null;
  },
  'api::event.event': async (documents, documentId) => {
    const found = await documents('api::event.event').findOne({ documentId, status: 'published', fields: ['slug'] });
    return found?.slug ? publicPaths.event(found.slug) : null;
  },
  'api::guide.guide': async (documents, documentId) => {
    const found = await documents('api::guide.guide').findOne({ documentId, status: 'published', fields: ['slug'] });
    return found?.slug ? publicPaths.guide(found.slug) : null;
  },
  'api::resource.resource': async (documents, documentId) => {
    const found = await documents('api::resource.resource').findOne({
      documentId,
      status: 'published',
      fields: ['slug'],
    });
    return found?.slug ? publicPaths.resource(found.slug) : null;
  },
  'api::theme.theme': async (documents, documentId) => {
    const found = await documents('api::theme.theme').findOne({ documentId, fields: ['slug'] });
    return found?.slug ? publicPaths.theme(found.slug) : null;
  },
  'api::commune.commune': async (documents, documentId) => {
    const found = await documents('api::commune.commune').findOne({ documentId, fields: ['slug'] });
    return found?.slug ? publicPaths.commune(found.slug) : null;
  },
  'api::action.action': async (documents, documentId) => {
    const found = await documents('api::action.action').findOne({
      documentId,
      status: 'published',
      fields: ['slug'],
      populate: { axis: { fields: ['title'], populate: { plan: { fields: ['slug'] } } } },
    });
    const plan = found?.axis?.plan?.slug;
    return found?.slug && plan ? publicPaths.action(plan, found.slug) : null;
  },
  'api::action-plan.action-plan': async (documents, documentId) => {
    const found = await documents('api::action-plan.action-plan').findOne({
      documentId,
      status: 'published',
      fields: ['slug'],
    });
    return found ? '/plan-d-actions/' : null;
  },
  'api::axis.axis': async (documents, documentId) => {
    const found = await documents('api::axis.axis').findOne({ documentId, status: 'published', fields: ['title'] });
    return found ? '/plan-d-actions/' : null;
  },
  'api::home.home': () => Promise.resolve('/'),
  'api::site-settings.site-settings': () => Promise.resolve('/'),
  'api::legal.legal': () => Promise.resolve('/mentions-legales/'),
};

/** The path of the page that residents see, or null when there is none: never published, or a type without a page. */
export async function findPublicPath(strapi: Core.Strapi, uid: string, documentId: string): Promise<Path> {
  const find = Object.hasOwn(PAGES, uid) ? PAGES[uid] : undefined;
  return find ? find(strapi.documents, documentId) : null;
}
