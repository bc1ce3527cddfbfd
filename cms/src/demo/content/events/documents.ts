import type { EventEntry } from './entry.ts';

/**
 * Forum and meetings that the plan of the territory foresees. It gives years, never a day: `period` says what is known and who
 * says it, so that nobody takes a plan of 2023 for an announcement.
 */
export const documentedEvents: EventEntry[] = [
  {
    slug: 'forum-intercommunal-des-associations',
    title: 'Forum intercommunal des associations',
    kind: 'forum',
    summary:
      'Une journée intercommunale pour valoriser toutes les associations du territoire : loisirs, culture, sport, social…',
    description:
      "La réflexion est en cours pour une journée co-construite avec les associations. La commune d'accueil et la date restent à définir avec elles.",
    period: 'En réflexion au plan d’actions de 2023 : lieu et date à définir avec les associations',
    organiserName: 'Communauté de communes Latitude Nord Gironde',
    themes: ['vie-locale'],
    actions: [
      'latitude-nord-gironde-axe-3/forum-intercommunal',
      'latitude-nord-gironde-axe-3/repertoire-intercommunal',
    ],
  },
  {
    slug: 'groupe-de-travail-mixte-habitants-associations-elus',
    title: 'Groupe de travail mixte : habitants, associations et élus',
    kind: 'réunion',
    summary: 'Recueillir les envies et penser ensemble la programmation culturelle et sociale du territoire.',
    period: 'Prévu au plan d’actions pour 2023/2024',
    organiserName: 'Communauté de communes Latitude Nord Gironde',
    themes: ['vie-locale', 'culture'],
    actions: ['latitude-nord-gironde-axe-3/impliquer-les-habitants'],
  },
  {
    slug: 'les-associations-au-college-a-la-rentree',
    title: 'Les associations au collège, à la rentrée',
    kind: 'rencontre',
    summary:
      'Présentation des associations aux jeunes de 11 à 16 ans et à leurs parents : pratiques sportives, culturelles, sociales, et bénévolat.',
    period: 'Prévu au plan d’actions pour 2023/2024, à la rentrée',
    organiserName: 'Direction Enfance-Jeunesse et Sports de la communauté de communes',
    themes: ['loisirs-des-jeunes'],
    actions: ['latitude-nord-gironde-axe-3/associations-aux-colleges'],
  },
  {
    slug: 'rencontres-thematiques-des-partenaires',
    title: 'Rencontres thématiques des partenaires publics, privés et associatifs',
    kind: 'rencontre',
    summary: 'Chaque année, par thématique : parentalité, vie sociale, logement, emploi, accès aux droits, jeunesse.',
    period: 'Prévu chaque année au plan d’actions de 2023/2024',
    organiserName: 'Direction Enfance-Jeunesse et Centre intercommunal d’action sociale',
    themes: ['acces-aux-droits', 'vie-locale'],
    actions: ['latitude-nord-gironde-axe-3/rencontres-thematiques'],
  },
];
