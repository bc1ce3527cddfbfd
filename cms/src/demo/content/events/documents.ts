import { photo } from '../../authoring.ts';
import type { EventEntry } from './entry.ts';

/** Meetings and forum of the documents. They give years, sometimes a day, never an hour: `period` says what is known, nothing is invented. */
export const documentedEvents: EventEntry[] = [
  {
    slug: 'bois-le-roi-groupe-de-travail-des-presidents',
    title: 'Bois-le-Roi : groupe de travail des présidents et dirigeants d’associations',
    kind: 'réunion',
    summary:
      'Les présidents et dirigeants de toutes les associations de la Commune ont dressé avec elle un premier diagnostic et fait des propositions.',
    description:
      "Cette démarche d'écoute et de dialogue a précédé le plan d'actions partenarial. Le diagnostic a été partagé par tous les participants.",
    period: 'Avant mars 2017',
    place: 'Bois-le-Roi',
    organiserName: 'Commune de Bois-le-Roi',
    themes: ['vie-locale'],
    actions: ['bois-le-roi-2017/reseau-d-echanges-de-bonnes-pratiques'],
  },
  {
    slug: 'bois-le-roi-conseil-municipal-du-8-mars-2017',
    title: "Bois-le-Roi : le Conseil municipal approuve le plan d'actions partenarial",
    kind: 'réunion',
    summary: 'Quatre axes et neuf actions entre la Commune et les associations sont adoptés.',
    period: '8 mars 2017',
    place: 'Bois-le-Roi',
    organiserName: 'Conseil municipal de Bois-le-Roi',
    themes: ['vie-locale'],
  },
  {
    slug: 'bois-le-roi-temps-de-rencontre',
    title: 'Bois-le-Roi : temps de rencontre entre associations',
    kind: 'rencontre',
    summary:
      'Une série de moments conviviaux pour échanger sur les projets, se rencontrer et lancer des projets collectifs.',
    period: 'Série prévue au plan de 2017, dates non précisées',
    place: 'Bois-le-Roi',
    organiserName: 'Commune de Bois-le-Roi',
    free: false,
    themes: ['vie-locale'],
    actions: ['bois-le-roi-2017/temps-de-rencontre'],
  },
  {
    slug: 'besancon-premieres-rencontres-associatives',
    title: 'Besançon : premières rencontres associatives',
    kind: 'rencontre',
    summary:
      "La Ville réunit bénévoles et salariés des associations bisontines autour de tables rondes et d'ateliers, pour penser la vie associative de demain.",
    description:
      "Besançon compte plus de 1 200 associations. La Ville les accompagne et met à leur disposition services et moyens : salles de réunion, locaux, stockage, conseils juridiques et administratifs, subventions, prêts de matériel. Plus de 50 services et plusieurs centaines d'agents y contribuent.\n" +
      "Quatre questions étaient posées : comment recruter de nouveaux bénévoles ? Comment améliorer la communication et toucher de nouveaux publics ? Comment créer un réseau entre associations, partager les bonnes pratiques et mieux se connaître ? Comment améliorer l'accompagnement apporté par la Ville ?\n" +
      "Les responsables présents étaient dans l'ensemble satisfaits ; certains souhaitent un rendez-vous annuel, d'autres envisagent déjà des partenariats. Parmi les propositions retenues : un outil numérique participatif où les associations échangeront sur leurs pratiques, feront connaître leurs besoins et trouveront soutien et aide.",
    period: 'Un samedi après-midi de 2019',
    place: 'Besançon',
    organiserName: 'Ville de Besançon, avec Karima Rochdi, élue à la vie associative',
    themes: ['vie-locale'],
    image: photo('meeting', 2, 'Table ronde et chaises dans une salle claire'),
    actions: ['bois-le-roi-2017/reseau-d-echanges-de-bonnes-pratiques'],
  },
  {
    slug: 'forum-intercommunal-des-associations',
    title: 'Forum intercommunal des associations',
    kind: 'forum',
    summary:
      'Une journée intercommunale pour valoriser toutes les associations du territoire : loisirs, culture, sport, social…',
    description:
      "La réflexion est en cours pour une journée co-construite avec les associations. La commune d'accueil et la date restent à définir avec elles.",
    period: '2023, date à définir avec les associations',
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
    period: '2023/2024',
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
    period: '2023/2024, à la rentrée',
    organiserName: 'Direction Enfance-Jeunesse et Sports de la communauté de communes',
    themes: ['loisirs-des-jeunes'],
    actions: ['latitude-nord-gironde-axe-3/associations-aux-colleges'],
  },
  {
    slug: 'rencontres-thematiques-des-partenaires',
    title: 'Rencontres thématiques des partenaires publics, privés et associatifs',
    kind: 'rencontre',
    summary: 'Chaque année, par thématique : parentalité, vie sociale, logement, emploi, accès aux droits, jeunesse.',
    period: '2023/2024, une organisation annuelle',
    organiserName: 'Direction Enfance-Jeunesse et Centre intercommunal d’action sociale',
    themes: ['acces-aux-droits', 'vie-locale'],
    actions: ['latitude-nord-gironde-axe-3/rencontres-thematiques'],
  },
];
