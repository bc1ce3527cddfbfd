import type { StrapiApp } from '@strapi/strapi/admin';

/** Strapi names a type by its singular, also where it lists the types. */
const PLURALS: Readonly<Record<string, string>> = {
  'api::action.action': 'Actions',
  'api::action-plan.action-plan': 'Plans d’actions',
  'api::association.association': 'Associations',
  'api::audience.audience': 'Publics',
  'api::axis.axis': 'Axes',
  'api::campaign.campaign': 'Campagnes',
  'api::commune.commune': 'Communes',
  'api::edition.edition': 'Éditions papier (réglages)',
  'api::event.event': 'Événements',
  'api::guide.guide': 'Guides',
  'api::journal-entry.journal-entry': 'Journal',
  'api::membership.membership': 'Gestionnaires de fiches',
  'api::resource.resource': 'Ressources',
  'api::submission.submission': 'Réponses des associations',
  'api::theme.theme': 'Thèmes',
  'api::update-request.update-request': 'Demandes de mise à jour',
  'api::venue.venue': 'Lieux',
};

interface ContentLink {
  uid: string;
  title: string;
}

/** The links of the content menu: our own types by their plural, and not Strapi's own ones, such as accounts. */
export function nameContentLinks<Link extends ContentLink>(links: readonly Link[]): Link[] {
  return links
    .filter(({ uid }) => uid.startsWith('api::'))
    .map((link) => ({ ...link, title: PLURALS[link.uid] ?? link.title }));
}

/** Hooks into the content manager's menu; it sorts by title itself. */
export function arrangeContentLinks(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook(
    'Admin/CM/pages/App/mutate-collection-types-links',
    ({ ctLinks, ...rest }: { ctLinks: ContentLink[] }) => ({
      ...rest,
      ctLinks: nameContentLinks(ctLinks),
    }),
  );
}
