/** What a type is called, of one record and of many. Strapi names a type by its singular, also where it lists the types. */

export interface TypeName {
  readonly one: string;
  readonly many: string;
}

const NAMES: Readonly<Record<string, TypeName>> = {
  'api::action.action': { one: 'Action', many: 'Actions' },
  'api::action-plan.action-plan': { one: 'Plan d’actions', many: 'Plans d’actions' },
  'api::association.association': { one: 'Association', many: 'Associations' },
  'api::audience.audience': { one: 'Public', many: 'Publics' },
  'api::axis.axis': { one: 'Axe', many: 'Axes' },
  'api::campaign.campaign': { one: 'Campagne', many: 'Campagnes' },
  'api::commune.commune': { one: 'Commune', many: 'Communes' },
  'api::edition.edition': { one: 'Édition papier', many: 'Éditions papier (réglages)' },
  'api::event.event': { one: 'Événement', many: 'Événements' },
  'api::guide.guide': { one: 'Guide', many: 'Guides' },
  'api::journal-entry.journal-entry': { one: 'Ligne du journal', many: 'Journal' },
  'api::membership.membership': { one: 'Gestionnaire de fiche', many: 'Gestionnaires de fiches' },
  'api::resource.resource': { one: 'Ressource', many: 'Ressources' },
  'api::submission.submission': { one: 'Réponse', many: 'Réponses des associations' },
  'api::theme.theme': { one: 'Thème', many: 'Thèmes' },
  'api::update-request.update-request': { one: 'Demande de mise à jour', many: 'Demandes de mise à jour' },
  'api::venue.venue': { one: 'Lieu', many: 'Lieux' },
};

/** Undefined for a type of Strapi’s, or one that nobody named. */
export const typeName = (uid: string): TypeName | undefined => (Object.hasOwn(NAMES, uid) ? NAMES[uid] : undefined);
