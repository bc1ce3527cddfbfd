/** The lists that every office wants, each a rule as data. To add one is to add a line. */
import { anyRecord, type RecordCriteria } from '../domain/contract/desk/finding.ts';
import { typography } from '../domain/french.ts';

export interface OwnList {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  readonly criteria: RecordCriteria;
}

const ASSOCIATION = 'api::association.association';
const ONLINE = ['en ligne', 'modifiée', 'refusée'] as const;

const list = (id: string, name: string, sentence: string, criteria: Partial<RecordCriteria>): OwnList => ({
  id,
  name,
  sentence: typography(sentence),
  criteria: { ...anyRecord, ...criteria },
});

/** In the order in which an office would look at them. */
export const ownLists: readonly OwnList[] = [
  list(
    'refusees',
    'Refusées',
    'Publiées, mais tenues hors du site : un champ ne convient pas. La page d’accueil dit lequel.',
    { states: ['refusée'] },
  ),
  list(
    'modifications',
    'Modifications non publiées',
    'En ligne, avec des changements enregistrés que personne ne lit encore.',
    { states: ['modifiée'] },
  ),
  list('jamais-publiees', 'Jamais publiées', 'Des brouillons : les terminer et les publier, ou les supprimer.', {
    states: ['brouillon'],
  }),
  list('hors-ligne', 'Mises hors ligne', 'Elles ont été sur le site. Rien n’est effacé : les publier les y remet.', {
    states: ['hors ligne'],
  }),
  list(
    'avant-impression',
    'À compléter avant l’impression',
    'Iront dans l’annuaire imprimé sans commune, sans activité ou sans contact admis sur le papier.',
    { types: [ASSOCIATION], printedOnly: true, gaps: ['commune', 'activité', 'contact papier'] },
  ),
  list('sans-contact', 'Sans contact', 'Associations en ligne que personne ne peut joindre depuis le site.', {
    types: [ASSOCIATION],
    states: [...ONLINE],
    gaps: ['contact web'],
  }),
  list(
    'sans-resume',
    'Sans résumé',
    'Associations, événements, guides et ressources sans présentation : ni le site ni la recherche n’ont rien à en dire.',
    { gaps: ['présentation'] },
  ),
  list(
    'sans-commune',
    'Sans commune',
    'Associations et ressources que personne ne trouve en cherchant près de chez soi.',
    {
      types: [ASSOCIATION, 'api::resource.resource'],
      gaps: ['commune'],
    },
  ),
  list('sans-date', 'Événements sans date', 'Prévus, et sans jour ni période : ils ne sont pas à l’agenda.', {
    types: ['api::event.event'],
    gaps: ['date'],
  }),
  list(
    'non-verifiees',
    'Non vérifiées depuis un an',
    'Associations en ligne dont personne n’a confirmé la fiche depuis douze mois, ou jamais.',
    { types: [ASSOCIATION], states: [...ONLINE], unverifiedMonths: 12 },
  ),
];
