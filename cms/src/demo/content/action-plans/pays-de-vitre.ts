import type { DemoAction, DemoActionPlan } from '../../demo-content.ts';

/**
 * "Mutualisation & soutien à la vie associative": what the Conseil de développement du Pays de Vitré and Portes de Bretagne
 * Solidaires proposed to study in 2017, in four axes. The document numbers its axes, not what stands under them: the second
 * number is ours. What became of the proposal is not in it.
 */
const activity = (slug: string, number: string, title: string): DemoAction => ({
  slug,
  number,
  title,
  introduction: null,
  state: null,
  startsOn: null,
  endsOn: null,
  diagnosis: null,
  targetAudience: null,
  stake: null,
  implementation: null,
  objectives: null,
  deadlines: null,
  services: null,
  expectedResults: null,
  partners: null,
  indicators: [],
  associations: [],
});

export const paysDeVitre: DemoActionPlan = {
  slug: 'pays-de-vitre-2017',
  title: 'Mutualisation et soutien à la vie associative : proposition de dispositif',
  territory: 'Pays de Vitré',
  elsewhere: true,
  adoptedOn: null,
  adoptedBy: null,
  firstYear: 2017,
  lastYear: 2018,
  preamble: [
    "Pourquoi : dans tous leurs domaines, les associations entretiennent le lien social, accompagnent des personnes et des groupes vers l'autonomie, participent à l'économie locale et font l'attrait et l'identité des communes. Or l'argent public se raréfie, les bénévoles doivent se professionnaliser (fonction employeur, responsabilités, gestion, management) et il devient difficile de les renouveler, dirigeants compris.",
    'D’où cela vient : en 2015 et 2016, le Conseil de développement du Pays de Vitré et Portes de Bretagne Solidaires ont animé une démarche appelée « Interconnaissance et mutualisation ». Plus de 80 associations y ont dit leurs besoins et proposé des services : mettre des ressources en commun, partager des emplois et être épaulées comme employeurs, soutenir la vie associative, trouver des financements (appels à projets, appels d’offres).',
    'Objectif principal : donner de l’élan au réseau associatif, permettre la mutualisation et simplifier le quotidien des associations du Pays de Vitré.',
    'Objectifs secondaires : relier les acteurs d’appui, pour que l’offre d’accompagnement du territoire soit visible, renforcée et complétée ; rapprocher les acteurs associatifs ; leur donner un lieu de dialogue à l’échelle du territoire ; les accompagner au quotidien ; réunir les conditions d’une mise en commun de moyens et de matériel.',
    'Calendrier prévu : de septembre 2017 à janvier 2018, une étude d’opportunité devait préciser les aspects techniques, l’offre de services et son lien avec l’existant, le modèle économique, le portage, la gouvernance et le statut juridique. De janvier à juin 2018, une phase de préfiguration et d’expérimentation devait suivre, en vue d’un lancement complet à la rentrée 2018. Le document ne dit pas ce qu’il en est advenu.',
    'Pilotage : le Conseil de développement du Pays de Vitré – Porte de Bretagne, instance de concertation où siègent des représentants des milieux économiques, sociaux, culturels, environnementaux et associatifs, des élus et des citoyens ; et Portes de Bretagne Solidaires, réseau local des acteurs de l’économie sociale et solidaire (associations, coopératives, mutuelles…), créé en 2013.',
    'Partenaires et comité de pilotage technique : les acteurs d’appui à la vie associative étaient tous invités à construire le projet à partir de l’offre existante. Les associations et les collectivités qui proposent accompagnement ou soutien pouvaient entrer au comité de pilotage technique, pour l’étude comme pour la préfiguration.',
  ].join('\n'),
  axes: [
    {
      number: '1',
      title: 'Mutualisation de matériel',
      introduction: null,
      actions: [
        activity('gestion-de-la-mutualisation-de-materiel', '1.1', 'Gestion de la mutualisation de matériel'),
        activity(
          'catalogue-de-materiel-des-associations',
          '1.2',
          'Catalogue de matériel mis à disposition par les associations ou organisations du territoire',
        ),
        activity(
          'catalogue-de-materiel-du-dispositif',
          '1.3',
          'Catalogue de matériel mis à disposition par le dispositif',
        ),
      ],
    },
    {
      number: '2',
      title: 'Mutualisation de locaux',
      introduction: null,
      actions: [
        activity(
          'catalogue-de-locaux',
          '2.1',
          'Catalogue de locaux, bureaux et salles que les associations et organismes locaux peuvent mettre à disposition',
        ),
        activity('gestion-des-plannings-et-reservations', '2.2', 'Gestion des plannings et des réservations'),
      ],
    },
    {
      number: '3',
      title: 'Mutualisation de compétences et de bénévoles',
      introduction: null,
      actions: [
        activity('catalogue-des-competences', '3.1', 'Catalogue des compétences des acteurs associatifs'),
        activity(
          'echange-de-competences-et-de-temps',
          '3.2',
          'Système d’échange de compétences, de temps, ou des deux, entre associations',
        ),
      ],
    },
    {
      number: '4',
      title: 'Accompagnement des associations',
      introduction: null,
      actions: [
        activity('conseils-et-supports', '4.1', 'Conseils et supports aux associations'),
        activity('formation-des-benevoles', '4.2', 'Formation des bénévoles'),
        activity(
          'centre-de-ressources-numerique',
          '4.3',
          'Centre de ressources numérique des associations du territoire',
        ),
      ],
    },
  ],
};
