import type { DemoAction, DemoActionPlan } from '../../demo-content.ts';

/**
 * The "plan d'actions partenarial entre la Commune et les associations" of Bois-le-Roi: four axes and nine actions, approved
 * on 8 March 2017. The document gives titles only; headings that it does not have stay empty.
 */
const action = (slug: string, number: string, title: string, details: Partial<DemoAction> = {}): DemoAction => ({
  slug,
  number,
  title,
  introduction: null,
  // what became of each is not in the document
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
  ...details,
});

export const boisLeRoi: DemoActionPlan = {
  slug: 'bois-le-roi-2017',
  title: "Plan d'actions partenarial entre la Commune et les associations",
  territory: 'Commune de Bois-le-Roi',
  elsewhere: true,
  adoptedOn: '2017-03-08',
  adoptedBy: 'Conseil municipal de Bois-le-Roi',
  firstYear: null,
  lastYear: null,
  preamble:
    'La Commune de Bois-le-Roi est aux côtés des associations au quotidien : elle leur attribue des subventions et les aide, par un soutien financier, logistique ou technique, à mener leurs projets et leurs actions.\n' +
    'Pour aller plus loin, la municipalité a voulu renforcer ce partenariat. Elle a réuni en groupe de travail les présidents et dirigeants de toutes les associations de la Commune. De cette écoute et de ce dialogue est né un premier diagnostic, partagé par tous les participants, et des propositions dont la Commune entend tenir compte.\n' +
    "Le plan d'actions qui suit a été approuvé par le Conseil municipal du 8 mars 2017.",
  axes: [
    {
      number: '1',
      title: "Développer la communication et l'échange",
      introduction: null,
      actions: [
        action(
          'relayer-l-actualite-des-associations',
          '1.1',
          "Développer les moyens de communication de la Commune pour relayer l'actualité des associations",
        ),
        action('guide-des-associations', '1.2', 'Mettre en place un guide des associations'),
        action('temps-de-rencontre', '1.3', 'Lancer une série de temps de rencontre', {
          introduction:
            'Des moments conviviaux pour parler des projets de chacun, faire connaissance et faire naître des projets collectifs.',
        }),
      ],
    },
    {
      number: '2',
      title: 'Faciliter le portage de projet',
      introduction: null,
      actions: [
        action(
          'accompagner-les-porteurs-de-projet',
          '2.1',
          'Accompagner les porteurs de projet avec différents outils',
          {
            implementation:
              'Formation\nPasserelles entre les acteurs et les partenaires du territoire\nOutils administratifs\nSoutien technique',
          },
        ),
        action(
          'reseau-d-echanges-de-bonnes-pratiques',
          '2.2',
          "Mettre en place un réseau d'échanges de bonnes pratiques",
        ),
      ],
    },
    {
      number: '3',
      title: "Adapter les lieux d'activités",
      introduction: null,
      actions: [
        action('renovation-des-equipements-sportifs', '3.1', 'Porter un plan de rénovation des équipements sportifs'),
        action(
          'investissements-pour-les-equipements-associatifs',
          '3.2',
          "Lancer un programme d'investissements à destination des équipements associatifs",
          {
            introduction:
              'Le but est d’offrir des lieux adaptés aux activités. Les associations seront concertées par la Commune dans la conception de ce projet.',
          },
        ),
      ],
    },
    {
      number: '4',
      title: 'Lancer des expérimentations',
      introduction: null,
      actions: [
        action('asso-funding', '4.1', "Lancer une réflexion autour du concept d'« asso funding »", {
          introduction: 'Il s’agit d’accompagner les associations dans la recherche de nouveaux financements privés.',
        }),
        action(
          'cooperation-de-plusieurs-associations',
          '4.2',
          "Créer un dispositif pour permettre la coopération de plusieurs associations autour d'un même projet",
        ),
      ],
    },
  ],
};
