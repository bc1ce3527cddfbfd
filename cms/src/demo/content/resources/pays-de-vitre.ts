import type { ResourceKind } from '../../../domain/vocabulary/resource-kinds.ts';
import type { DemoResource } from '../../demo-content.ts';

/**
 * The services that the Conseil de développement du Pays de Vitré and Portes de Bretagne Solidaires proposed to study
 * ("Mutualisation & soutien à la vie associative"): every one of the four axes. They are proposals, and the text says so.
 */
type Offer = [slug: string, title: string, kind: ResourceKind, axis: string, summary: string, description: string];

const BOIS_LE_ROI = 'bois-le-roi-2017';

const offers: Offer[] = [
  [
    'gestion-de-la-mutualisation-de-materiel',
    'Gestion de la mutualisation de matériel',
    'matériel',
    'Axe 1 : mutualisation de matériel',
    "Proposition : que quelqu'un s'occupe du prêt de matériel entre associations, du planning au retour.",
    'Le dispositif étudié au Pays de Vitré prendrait en charge la gestion du matériel mis en commun par les acteurs associatifs du territoire.',
  ],
  [
    'catalogue-de-materiel-des-associations',
    'Catalogue du matériel mis à disposition par les associations ou organisations',
    'matériel',
    'Axe 1 : mutualisation de matériel',
    'Proposition : une liste commune de ce que les associations et organisations du territoire prêtent.',
    "Chaque association ou organisation du territoire y présenterait le matériel qu'elle met à disposition.",
  ],
  [
    'catalogue-de-materiel-du-dispositif',
    'Catalogue du matériel mis à disposition par le dispositif',
    'matériel',
    'Axe 1 : mutualisation de matériel',
    'Proposition : un fonds de matériel propre au dispositif, ouvert à toutes les associations.',
    'À côté du matériel des associations, le dispositif aurait le sien et en tiendrait le catalogue.',
  ],
  [
    'catalogue-de-locaux',
    'Catalogue de locaux, bureaux et salles',
    'salle',
    'Axe 2 : mutualisation de locaux',
    'Proposition : recenser les locaux, bureaux et salles que les associations et organismes locaux peuvent prêter.',
    'Le catalogue réunirait les lieux qui peuvent être mis à disposition par les associations et les organismes locaux.',
  ],
  [
    'gestion-des-plannings-et-reservations',
    'Gestion des plannings et des réservations',
    'salle',
    'Axe 2 : mutualisation de locaux',
    'Proposition : un seul planning pour savoir quel lieu est libre, et le réserver.',
    'La gestion des plannings et des réservations des locaux partagés serait assurée par le dispositif.',
  ],
  [
    'catalogue-des-competences',
    'Catalogue des compétences des acteurs associatifs',
    'compétence',
    'Axe 3 : mutualisation de compétences et de bénévoles',
    'Proposition : savoir qui sait faire quoi, pour pouvoir le lui demander.',
    'Le catalogue décrirait les compétences des acteurs associatifs du Pays de Vitré.',
  ],
  [
    'echange-de-competences-et-de-temps',
    'Système d’échange de compétences et de temps entre associations',
    'compétence',
    'Axe 3 : mutualisation de compétences et de bénévoles',
    'Proposition : échanger entre associations des compétences, du temps, ou les deux.',
    'Les associations pourraient se rendre service en échangeant des compétences et/ou du temps de bénévoles.',
  ],
  [
    'conseils-et-supports-aux-associations',
    'Conseils et supports aux associations',
    'accompagnement',
    'Axe 4 : accompagnement des associations',
    'Proposition : répondre aux questions des associations et leur fournir des outils.',
    "Le dispositif apporterait conseils et supports aux associations, en lien avec les acteurs d'appui qui existent déjà.",
  ],
  [
    'formation-des-benevoles',
    'Formation des bénévoles',
    'formation',
    'Axe 4 : accompagnement des associations',
    "Proposition : former les bénévoles aux responsabilités qu'ils prennent.",
    "La démarche est partie d'un constat : les bénévoles se professionnalisent (fonction employeur, responsabilités, gestion et management), et dirigeants et bénévoles se renouvellent difficilement.",
  ],
  [
    'centre-de-ressources-numerique',
    'Centre de ressources numérique des associations',
    'document',
    'Axe 4 : accompagnement des associations',
    'Proposition : réunir en ligne les documents utiles aux associations du territoire.',
    'Un centre de ressources numérique serait ouvert aux associations du territoire.',
  ],
];

const HISTORY =
  "Contexte : en 2015 et 2016, le Conseil de développement du Pays de Vitré et Portes de Bretagne Solidaires ont animé une démarche « Interconnaissance et mutualisation » qui a mobilisé plus de 80 associations. Une étude d'opportunité était prévue de septembre 2017 à janvier 2018, puis une préfiguration de janvier à juin 2018, en vue d'un lancement complet à la rentrée 2018.";

const linked: Record<string, string[]> = {
  'conseils-et-supports-aux-associations': [`${BOIS_LE_ROI}/accompagner-les-porteurs-de-projet`],
  'formation-des-benevoles': [`${BOIS_LE_ROI}/accompagner-les-porteurs-de-projet`],
  'echange-de-competences-et-de-temps': [
    `${BOIS_LE_ROI}/reseau-d-echanges-de-bonnes-pratiques`,
    `${BOIS_LE_ROI}/cooperation-de-plusieurs-associations`,
  ],
  'centre-de-ressources-numerique': [`${BOIS_LE_ROI}/reseau-d-echanges-de-bonnes-pratiques`],
  'catalogue-de-locaux': [`${BOIS_LE_ROI}/investissements-pour-les-equipements-associatifs`],
};

export const paysDeVitre: DemoResource[] = offers.map(([slug, title, kind, axis, summary, description]) => ({
  slug: `pays-de-vitre-${slug}`,
  title,
  kind,
  summary,
  description: `${axis}.\n${description}\n${HISTORY}`,
  owner: null,
  ownerName: 'Pays de Vitré : Conseil de développement et Portes de Bretagne Solidaires',
  quantity: null,
  capacity: null,
  conditions: null,
  howToGet:
    "Ce service est une idée venue d'un autre territoire : parlez-en à l'office de tourisme si elle vous intéresse.",
  deposit: null,
  price: null,
  commune: null,
  bookable: false,
  photos: [],
  themes: ['vie-locale'],
  actions: linked[slug] ?? [],
}));
