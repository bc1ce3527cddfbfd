import type { DemoActionPlan, DemoIndicator } from '../../demo-content.ts';

/** Labels are those of the document. It holds no reading and no target, and none is made up here. */
const indicator = (label: string): DemoIndicator => ({ label, unit: null, target: null, readings: [] });

/**
 * Axis 3 of the plan of the Communauté de communes Latitude Nord Gironde: eight actions with the ten headings of the "fiche
 * action". An action has a state where the document says one: 2, 5 and 6 are under way, 3 is being thought about.
 */
export const latitudeNordGironde: DemoActionPlan = {
  slug: 'latitude-nord-gironde-axe-3',
  title: 'Plan d’actions de la Communauté de communes Latitude Nord Gironde',
  territory: 'Communauté de communes Latitude Nord Gironde',
  elsewhere: false,
  adoptedOn: null,
  adoptedBy: null,
  firstYear: 2023,
  lastYear: 2024,
  preamble:
    "Ces huit fiches forment l'axe 3 du plan d'actions intercommunal. Elles disent comment associer les habitants à la vie locale, faire connaître les associations et aider les acteurs du territoire à travailler ensemble.\n" +
    "Les fiches suivent le document d'origine, qui date de 2023 : l'avancement n'est indiqué que là où il le dit, et aucun indicateur n'y est encore chiffré. Les associations, les rendez-vous et les ressources auxquels elles mènent sont ceux de cette démonstration : ils sont fictifs.",
  axes: [
    {
      number: '3',
      title: 'Dynamiser la vie sociale et renforcer la coopération des acteurs',
      introduction: null,
      actions: [
        {
          slug: 'impliquer-les-habitants',
          number: '1',
          title: "Impliquer les habitants dans l'animation de la vie locale et des loisirs",
          introduction:
            'Réunir habitants, associations et élus dans des groupes de travail mixtes pour recueillir les envies et construire ensemble la programmation culturelle et sociale du territoire : une façon de faire avec la population autant que pour elle.\n' +
            "Proposer aussi des animations et des initiations sur les équipements sportifs, pour les faire vivre et donner de l'élan à la vie sociale et sportive. Encourager à participer, c'est nourrir l'implication citoyenne et proposer des animations qui répondent aux envies de chacun.",
          state: null,
          startsOn: '2023-01-01',
          endsOn: '2024-12-31',
          diagnosis:
            "Des habitants demandent davantage d'animation de la vie locale\nDes équipements de loisirs que la population s'approprie parfois peu, ou pas",
          targetAudience: 'Habitants, élus, associations\nEnfants et jeunes du territoire',
          stake: 'Créer une identité territoriale au plus près des besoins des publics',
          implementation:
            "Définir le cadre du groupe, ses moyens et son périmètre d'intervention\nCommuniquer auprès des publics cibles\nAller à la rencontre des personnes qui utilisent les équipements\nDemander leurs envies aux différentes catégories de la population (jeunes, actifs, personnes âgées…)\nIdentifier les associations en mesure d'intervenir\nExpérimenter",
          objectives: 'Associer les publics à la réflexion de la programmation culturelle',
          deadlines: '2023/2024',
          services:
            "Office de tourisme\nCentre intercommunal d'action culturelle\nCentre intercommunal d'action sociale\nDirection Enfance-Jeunesse et Sports",
          expectedResults:
            'Un groupe mixte est créé, autonome et force de proposition\nLes équipements sont utilisés et appropriés par la population',
          partners:
            'Bibliothèques\nCaf (méthodologie et ingénierie)\nFamilles rurales\nCentre culturel\nAssociations\nCommunes\nCollèges…',
          indicators: [
            indicator('Nombre de groupes et de rencontres organisées'),
            indicator("Nombre d'habitants participants"),
            indicator("Nombre de propositions et de réalisations d'actions ou d'événements"),
          ],
          associations: [
            'foyer-rural-des-quatre-saisons',
            'la-maison-des-habitants',
            'skate-et-roll',
            'omnisports-du-pays-gabaye',
          ],
        },
        {
          slug: 'repertoire-intercommunal',
          number: '2',
          title: 'Créer un répertoire intercommunal des associations',
          introduction:
            "L'office de tourisme tient l'annuaire intercommunal des associations. Il le met à jour une fois par an, durant l'été, à partir des retours des associations, pour qu'il soit le plus fiable possible à la rentrée, quand on s'inscrit et que les activités démarrent.\n" +
            "Cet annuaire donne de la visibilité aux associations et fait connaître aux habitants ce qu'elles proposent.",
          state: 'en cours',
          startsOn: '2023-01-01',
          endsOn: '2023-12-31',
          diagnosis: 'Des associations que la population connaît mal, et qui ne se connaissent pas entre elles',
          targetAudience: 'Toutes les associations intervenant sur le territoire\nHabitants',
          stake: "Faciliter l'interconnaissance associative et le lien avec les citoyens",
          implementation:
            "Identifier les associations\nLes classer par objet d'intervention et par public\nInciter les associations à se signaler ou à communiquer leurs informations, afin de tenir l'annuaire à jour\nFaire comprendre l'intérêt d'un outil à jour et responsabiliser les associations\nMettre à jour chaque année\nDiffuser à l'échelle de l'intercommunalité\nMutualiser les supports communaux et intercommunaux\nRéfléchir à la création d'une base de données unique pour l'intercommunalité et les communes, avec des outils numériques permettant la mise à jour directe par les associations",
          objectives: 'Favoriser la dynamique associative et développer le bénévolat',
          deadlines:
            "En cours de réflexion pour 2023 : l'édition papier d'un annuaire intercommunal des associations (déjà communiqué sur le site internet de la CCLNG)",
          services: "Service sports\nOffice de tourisme\nCentre intercommunal d'action culturelle",
          expectedResults:
            'Un panorama, par thèmes et par publics, des associations qui interviennent sur le territoire',
          partners: 'Associations\nCommunes',
          indicators: [
            indicator("Augmentation d'associations recensées"),
            indicator("Diffusion à l'échelle de l'intercommunalité"),
          ],
          associations: [],
        },
        {
          slug: 'forum-intercommunal',
          number: '3',
          title: 'Initier un forum intercommunal des associations',
          introduction:
            "Certaines communes organisent déjà leur journée des associations. La CCLNG serait légitime à en proposer une à l'échelle intercommunale, pour valoriser tout le tissu associatif du territoire, quelles que soient ses thématiques : loisirs, culture, sport, social…",
          state: 'en réflexion',
          startsOn: '2023-01-01',
          endsOn: '2023-12-31',
          diagnosis: 'La population connaît mal les associations, et les bénévoles manquent',
          targetAudience: 'Associations qui interviennent sur le territoire',
          stake:
            "Faciliter l'interconnaissance associative et le lien avec les citoyens\nFavoriser la visibilité des associations et leur pérennité",
          implementation:
            "Lancer un appel à participation, en s'appuyant sur l'annuaire\nCommuniquer auprès de la population\nSélectionner la commune d'accueil\nDéfinir la date avec les associations\nRecourir à la plateforme Guide Assos de l'État pour accompagner les associations\nFinancement : possibilité d'une subvention via un fonds de la DRAJES ?",
          objectives: 'Favoriser la dynamique associative et développer le bénévolat',
          deadlines:
            "2023. Réflexion en cours pour l'organisation d'une journée des associations intercommunale, co-construite avec les associations",
          services: "Service sports\nOffice de tourisme\nCentre intercommunal d'action culturelle",
          expectedResults: "Davantage d'interconnaissance entre associations\nUne hausse du bénévolat",
          partners: 'Associations\nCommunes',
          indicators: [
            indicator("Fréquentation de l'événement"),
            indicator("Nombre d'associations présentes"),
            indicator('Inscription du public aux activités proposées par les associations'),
            indicator('Augmentation des effectifs des associations'),
          ],
          associations: ['omnisports-du-pays-gabaye', 'le-choeur-des-coteaux', 'foyer-rural-des-quatre-saisons'],
        },
        {
          slug: 'associations-aux-colleges',
          number: '4',
          title: 'Faire intervenir des associations aux collèges',
          introduction:
            'Présentes au collège à la rentrée, les associations pourraient orienter les jeunes vers des pratiques sportives, culturelles ou sociales, et les sensibiliser au bénévolat, eux et leurs parents.',
          state: null,
          startsOn: '2023-01-01',
          endsOn: '2024-12-31',
          diagnosis: 'La population connaît mal les associations, et les bénévoles manquent',
          targetAudience: 'Jeunes entre 11 et 16 ans',
          stake: "Faciliter l'interconnaissance associative et le lien avec les citoyens",
          implementation:
            "Identifier les associations\nSe concerter avec les collèges et les associations\nFinancement : s'agissant d'actions en lien avec les collèges, possibilité d'un financement du Département",
          objectives: 'Favoriser la dynamique associative et développer le bénévolat',
          deadlines: '2023/2024',
          services: 'Direction Enfance-Jeunesse et Sports',
          expectedResults: 'Les associations sont présentées et des jeunes s’inscrivent',
          partners: 'Collèges\nAssociations',
          indicators: [
            indicator("Nombre d'associations participantes"),
            indicator("Nombre d'interventions ou d'animations des associations chaque année"),
            indicator('Inscriptions aux associations'),
          ],
          associations: ['l-escale-des-11-17', 'radio-palombiere', 'hip-hop-du-rail', 'handball-vignes-et-rail'],
        },
        {
          slug: 'associations-dans-les-evenements',
          number: '5',
          title: "Associer aux événements une présentation d'association en lien avec la thématique",
          introduction:
            'Quand ils organisent un événement dans une commune du territoire, les services de la communauté de communes y intègrent déjà les associations locales. Ces partenariats les valorisent et les rendent plus visibles ; ils pourraient être développés et devenir systématiques.',
          state: 'en cours',
          startsOn: '2023-01-01',
          endsOn: '2024-12-31',
          diagnosis: 'La population connaît mal les associations, et les bénévoles manquent',
          targetAudience: 'Population',
          stake:
            "Faciliter l'interconnaissance associative et le lien avec les citoyens\nDonner plus de visibilité aux associations et renforcer les liens avec l'intercommunalité",
          implementation:
            'Identifier les associations en fonction des événements\nAssocier les associations aux événements de la communauté de communes de manière plus systématique',
          objectives: 'Favoriser la dynamique associative et développer le bénévolat',
          deadlines: '2023/2024',
          services: "Service sports\nOffice de tourisme\nCentre intercommunal d'action culturelle",
          expectedResults: 'Une hausse du bénévolat\nUne mobilisation des associations',
          partners: 'Associations',
          indicators: [indicator("Nombre d'associations présentes"), indicator('Inscriptions aux associations')],
          associations: ['fanfare-la-cuivrerie', 'nature-en-latitude'],
        },
        {
          slug: 'annuaire-partenarial',
          number: '6',
          title:
            'Mettre à disposition des professionnels de santé et des partenaires du territoire un annuaire partenarial',
          introduction:
            "Les acteurs de la santé et du social peinent parfois à trouver le bon correspondant vers qui orienter leurs publics. Mis à la disposition des professionnels locaux, un annuaire partenarial faciliterait l'orientation vers des structures ressources et l'exercice de leur métier.",
          state: 'en cours',
          startsOn: '2023-01-01',
          endsOn: '2023-12-31',
          diagnosis: 'Des difficultés à mettre en lien et à orienter les bénéficiaires',
          targetAudience: 'Acteurs et institutions du territoire dans le secteur du service aux personnes',
          stake: 'Favoriser la coopération et une synergie entre les acteurs du territoire',
          implementation:
            'Choisir la structure émettrice\nMettre à jour le répertoire\nIdentifier les structures réceptrices',
          objectives: "Développer la coordination et l'interconnaissance des structures et des dispositifs",
          deadlines: "En cours d'élaboration au contrat local de santé (CLS). À compléter en 2023",
          services: "Contrat local de santé\nCentre intercommunal d'action sociale",
          expectedResults:
            'Une meilleure interconnaissance\nUne coopération développée\nUne orientation des bénéficiaires plus efficace',
          partners: 'CAF\nRéseau Santé Social\nRESOPA\nDépartement…',
          indicators: [indicator('Nombre de diffusions')],
          associations: ['ensemble-autrement', 'sentinelles-du-souffle', 'ecoute-et-presence'],
        },
        {
          slug: 'rencontres-thematiques',
          number: '7',
          title: 'Organiser annuellement des rencontres thématiques des partenaires publics, privés et associatifs',
          introduction:
            'Des rencontres annuelles entre les acteurs des différents secteurs, pour se connaître et coopérer plus facilement.',
          state: null,
          startsOn: '2023-01-01',
          endsOn: '2024-12-31',
          diagnosis: "Des acteurs et des partenaires qu'il faut mettre en lien",
          targetAudience:
            'Partenaires publics, privés et associatifs, réunis chaque année par thématique : parentalité, vie sociale, logement, emploi, accès aux droits, jeunesse',
          stake: 'Favoriser la coopération et une synergie entre les acteurs du territoire',
          implementation: "Identifier les partenaires par thématique\nDéfinir ensemble une date et l'ordre du jour",
          objectives: "Développer la coordination et l'interconnaissance des structures et des dispositifs",
          deadlines: '2023/2024',
          services: "Direction Enfance-Jeunesse\nCentre intercommunal d'action sociale",
          expectedResults:
            'Une meilleure interconnaissance\nUne coopération développée\nUne orientation des bénéficiaires plus efficace',
          partners: 'Département\nCAF…',
          indicators: [indicator('Fréquentation'), indicator('Nombre de rencontres')],
          associations: ['la-maison-des-habitants', 'cap-emploi-rural', 'mots-passants'],
        },
        {
          slug: 'convention-france-services',
          number: '8',
          title: "Créer une convention de partenariat entre l'espace France services et le Département",
          introduction:
            'Une convention entre les deux structures fera gagner en efficacité : les dossiers seront traités plus facilement et les bénéficiaires mieux accompagnés.',
          state: null,
          startsOn: '2023-01-01',
          endsOn: '2023-12-31',
          diagnosis: "Des difficultés d'orientation et de mise en lien entre les acteurs",
          targetAudience: 'Structures accompagnant la population sur les aspects sociaux et de santé',
          stake: 'Favoriser la coopération et une synergie entre les acteurs du territoire',
          implementation:
            "Élaborer une convention de partenariat entre le Département et France services, en complément des outils des autres administrations déjà accessibles\nPréciser les modalités de coopération, notamment le partage de l'outil Bienvenue du CD33",
          objectives: "Faciliter la coopération et l'orientation des publics entre les acteurs de l'accès aux droits",
          deadlines: '2023',
          services: "Centre intercommunal d'action sociale",
          expectedResults:
            'Une meilleure interconnaissance\nUne coopération développée\nUne orientation des bénéficiaires plus efficace',
          partners: 'Département',
          indicators: [
            indicator('Pertinence du dispositif (retour des acteurs)'),
            indicator('Nombre de mises en lien'),
          ],
          associations: [],
        },
      ],
    },
  ],
};
