import { photo, richText } from '../../authoring.ts';
import type { DemoGuide, DemoImage } from '../../demo-content.ts';

/**
 * The fifteen experiences of the "bouquet" of Mairie-conseils on cooperation between associations and local authorities
 * (19 May 2015): dates, places and facts are those of the document, the words are ours.
 */
type Entry = {
  slug: string;
  date: string;
  place: string;
  title: string;
  summary: string;
  body: string[];
  themes: string[];
  actions?: string[];
  guides?: string[];
  image?: DemoImage;
};

const PLAN = 'latitude-nord-gironde-axe-3';

const entries: Entry[] = [
  {
    slug: 'villefranche-relais-du-benevolat',
    date: '2015-05-18',
    place: 'Villefranche-sur-Saône',
    title: 'Un relais du bénévolat pour orienter les bonnes volontés',
    summary:
      'À Villefranche-sur-Saône, un relais municipal met en rapport les propositions, les bénévoles et les associations.',
    body: [
      'Qui veut donner de son temps ne sait pas toujours à quelle porte frapper. La ville de Villefranche-sur-Saône a créé pour cela un relais du bénévolat : il reçoit les propositions comme les personnes de bonne volonté, et oriente les unes et les autres vers les associations.',
      "Lorsque quelqu'un souhaite aider des personnes âgées isolées, la ville ne se contente pas de donner une adresse. Elle fait elle-même la mise en relation, par ses services municipaux, qui encadrent ensuite les interventions.",
      "Les jeunes ont leur propre voie : un dispositif qui leur est adapté, l'engagement citoyen.",
    ],
    themes: ['vie-locale', 'solidarite'],
    actions: [`${PLAN}/forum-intercommunal`],
    guides: ['recruter-des-benevoles'],
  },
  {
    slug: 'grain-de-sel-centre-culturel-avec-les-habitants',
    date: '2015-04-27',
    place: 'Centre culturel municipal Grain de Sel',
    title: 'Un centre culturel pensé et programmé avec les habitants',
    summary:
      "Conception, fonctionnement, programmation : au Grain de Sel, les habitants prennent part à tout, parce que les élus l'ont voulu.",
    body: [
      "Le centre culturel municipal Grain de Sel ne s'est pas construit pour les habitants, mais avec eux. Ils participent activement à sa conception, à son fonctionnement et à sa programmation.",
      "Cela ne s'improvise pas. Il a fallu, au départ, une commande politique claire et un engagement fort des élus.",
      "Cette volonté s'est traduite par un dispositif solide d'animation de la concertation, mis en place pour que la participation dure.",
    ],
    themes: ['culture'],
    actions: [`${PLAN}/impliquer-les-habitants`],
    image: photo('stage', 4, 'Un fauteuil sur la scène d’une petite salle de spectacle'),
  },
  {
    slug: 'gers-camion-de-la-croix-rouge',
    date: '2015-04-07',
    place: 'Gers',
    title: 'Un camion de la Croix-Rouge au-devant des personnes isolées',
    summary:
      "Depuis le 1er janvier 2014, un camion aménagé parcourt les campagnes gersoises avec l'appui du conseil général et des communes.",
    body: [
      "Au cœur des campagnes du Gers, il est des personnes que l'on ne voit plus. Depuis le 1er janvier 2014, la Croix-Rouge va au-devant d'elles avec un camion aménagé.",
      'Le conseil général du Gers soutient le dispositif, et les communes mettent des salles à disposition.',
      'Les bénévoles ne travaillent pas seuls : ils sont en lien étroit avec les assistantes sociales du secteur.',
    ],
    themes: ['solidarite'],
    actions: [`${PLAN}/annuaire-partenarial`],
    guides: ['vendee-chauffeurs-benevoles'],
    image: photo('van', 2, 'Un camion arrêté sur une place bordée d’arbres'),
  },
  {
    slug: 'saint-aubin-du-pavail-mediatheque',
    date: '2015-04-07',
    place: 'Saint-Aubin-du-Pavail',
    title: 'Une médiathèque au centre de la vie du village',
    summary:
      'À Saint-Aubin-du-Pavail, 755 habitants, un salarié et de nombreux bénévoles : fin 2014, la moitié de la commune était inscrite à la médiathèque.',
    body: [
      'Ouverte en 2011, la médiathèque de Saint-Aubin-du-Pavail avait dès le départ une vocation plus large que le prêt de livres : être un centre de la vie sociale et culturelle de cette commune de 755 habitants.',
      "Sa vitalité tient à une équipe, faite d'un responsable salarié et de nombreux bénévoles. La municipalité valorise l'engagement de ces derniers.",
      'Et cela fonctionne : à la fin de 2014, la moitié des habitants étaient inscrits.',
    ],
    themes: ['lecture-et-ecriture', 'vie-locale'],
    image: photo('library', 4, 'Une petite bibliothèque lumineuse et ses tables basses'),
  },
  {
    slug: 'res-ado-haut-doubs',
    date: '2015-03-23',
    place: 'Haut-Doubs',
    title: "Res'ado Haut Doubs : des soins psychiques au plus près des jeunes",
    summary:
      "Un réseau de professionnels, né d'un contrat local de santé, va vers les adolescents et les jeunes adultes des zones rurales et de montagne.",
    body: [
      "Deux pays, une communauté de communes et l'agence régionale de santé ont construit ensemble un contrat local de santé. C'est de là qu'est né le réseau.",
      'Ses professionnels développent une offre de soins psychiques pour les adolescents et les jeunes adultes, au plus près de ceux qui vivent en zones rurales et de montagne.',
      "Avec Res'ado Haut Doubs, pas de réponse toute faite : le principe est de s'adapter aux contextes locaux.",
    ],
    themes: ['sante', 'enfance-jeunesse'],
    actions: [`${PLAN}/annuaire-partenarial`],
  },
  {
    slug: 'nantes-projet-odyssee',
    date: '2015-03-09',
    place: 'Nantes',
    title: 'Odyssée : des logements sociaux bâtis avec leurs futurs locataires',
    summary:
      "À Nantes, six familles ont pris part au chantier de leur futur logement : un premier pas vers le logement de droit commun et l'emploi.",
    body: [
      'Construire des logements sociaux en associant les futurs locataires à une partie des travaux : tel était le pari du projet Odyssée. Il est réussi.',
      "Le bailleur social Nantes Habitat l'a réalisé ; le CCAS de Nantes l'a coordonné.",
      "Pour six familles, c'est l'amorce d'un double chemin : un parcours résidentiel vers le logement de droit commun, et une dynamique de retour à l'emploi.",
    ],
    themes: ['solidarite', 'emploi-et-insertion'],
  },
  {
    slug: 'vitry-le-francois-bus-du-caarud',
    date: '2015-02-16',
    place: 'Vitry-le-François',
    title: 'Contre les addictions, un bus qui va à la rencontre',
    summary:
      "Pour améliorer la santé de ses habitants, Vitry-le-François s'appuie sur les professionnels d'un Caarud, qui vont vers les consommateurs dans un bus aménagé.",
    body: [
      'La ville de Vitry-le-François veut améliorer la santé de ses habitants. Parmi ses priorités figure la lutte contre les addictions.',
      "Elle s'est appuyée pour cela sur les professionnels du Caarud. Plutôt que d'attendre, ceux-ci vont à la rencontre des consommateurs de drogue et les accueillent dans un bus aménagé.",
      "L'initiative s'inscrit pleinement dans le contrat local de santé.",
    ],
    themes: ['prevention-et-don-du-sang', 'sante'],
    guides: ['le-pecq-minibus-d-ecoute'],
  },
  {
    slug: 'quintin-cooperative-jeunes',
    date: '2015-02-16',
    place: 'Quintin (22)',
    title: "Coopérative jeunes de Quintin en action : les 16-18 ans proposent leurs services durant l'été",
    summary:
      "Chaque été depuis 2013, des jeunes de 16 à 18 ans s'initient à la décision collective et à l'entreprise, avec le soutien de la ville.",
    body: [
      "Depuis 2013, la ville de Quintin soutient chaque été la création d'une coopérative jeunesse de services.",
      "Des jeunes de 16 à 18 ans y proposent leurs services. Ils s'initient ainsi à la prise de décision collective et au monde de l'entreprise, et le projet fédère autour d'eux des acteurs locaux.",
      "L'expérimentation s'est renouvelée en 2014, en s'élargissant à l'échelon intercommunal.",
    ],
    themes: ['loisirs-des-jeunes', 'emploi-et-insertion'],
    guides: ['rennes-cooperative-jeunesse-maurepas'],
  },
  {
    slug: 'rennes-cooperative-jeunesse-maurepas',
    date: '2015-02-09',
    place: 'Rennes, quartier Maurepas',
    title: 'À Maurepas, des jobs d’été pour apprendre à entreprendre',
    summary:
      "Sur le quartier Maurepas, à Rennes, une coopérative jeunesse de services stimule l'esprit d'entreprise des 16-18 ans.",
    body: [
      'Une coopérative jeunesse de services a été mise en place en 2013 sur le quartier Maurepas, à Rennes.',
      "Son objectif : stimuler l'esprit d'entreprise de jeunes de 16 à 18 ans, dans le cadre de jobs d'été.",
      'Le projet a reçu de nombreux soutiens, dont celui de la ville de Rennes. Le dispositif a été reconduit en 2014.',
    ],
    themes: ['loisirs-des-jeunes', 'emploi-et-insertion'],
    guides: ['quintin-cooperative-jeunes'],
  },
  {
    slug: 'le-pecq-minibus-d-ecoute',
    date: '2015-01-26',
    place: 'Le Pecq',
    title: "Un minibus d'écoute pour les jeunes et les familles",
    summary:
      'Relais Jeunes et Familles 78 reçoit dans un minibus aménagé ; le partenariat avec la ville du Pecq a permis plus de 300 entretiens en 2013.',
    body: [
      "L'association Relais Jeunes et Familles 78 propose un lieu d'écoute et de prévention qui a des roues : un minibus aménagé, stationné en différents lieux.",
      'Un partenariat a été mis en place avec la ville du Pecq.',
      "Il a permis de réaliser plus de 300 entretiens au cours de l'année 2013.",
    ],
    themes: ['enfance-jeunesse', 'accompagnement-des-malades'],
    guides: ['vitry-le-francois-bus-du-caarud'],
    image: photo('van', 3, 'Un minibus clair garé devant des maisons, auvent déplié'),
  },
  {
    slug: 'vendee-chauffeurs-benevoles',
    date: '2014-12-22',
    place: 'Douze communes vendéennes',
    title: 'Des chauffeurs bénévoles pour les personnes âgées',
    summary:
      'Dans douze communes vendéennes, une association répond au besoin de transport grâce à des chauffeurs bénévoles et au soutien des collectivités.',
    body: [
      'Se déplacer est un besoin que les personnes âgées vivent comme crucial, tout particulièrement dans les communes rurales.',
      'Dans douze communes de Vendée, une association y répond. Ses chauffeurs sont des bénévoles.',
      "Les collectivités soutiennent l'action.",
    ],
    themes: ['entraide-et-transport', 'aines'],
    guides: ['gers-camion-de-la-croix-rouge'],
    image: photo('road', 4, 'Une voiture seule sur une route entre les arbres'),
  },
  {
    slug: 'vallons-de-vilaine-emissions-de-radio',
    date: '2014-06-23',
    place: 'Pays des Vallons de Vilaine',
    title: 'Le tourisme durable raconté à la radio',
    summary:
      "Le pays des Vallons de Vilaine a accompagné et financé une douzaine d'émissions sur une radio locale, grâce à son programme européen Leader.",
    body: [
      "Comment mieux faire connaître les atouts d'un territoire en matière de tourisme durable ? Le pays des Vallons de Vilaine a choisi l'antenne d'une radio locale.",
      "Il a accompagné et financé la production et la diffusion d'une douzaine d'émissions.",
      'Le financement vient de son programme européen Leader.',
    ],
    themes: ['image-et-medias', 'vie-locale'],
  },
  {
    slug: 'portes-de-l-isere-ferme-intercommunale',
    date: '2013-07-22',
    place: 'Bourgoin-Jallieu',
    title: "Une ferme de 3 hectares pilotée par l'agglomération",
    summary:
      "À Bourgoin-Jallieu, la communauté d'agglomération des Portes de l'Isère a repris une ferme lancée par la ville avec l'association Terre de liens.",
    body: [
      "À Bourgoin-Jallieu, une ferme de 3 hectares est gérée depuis 2012 sous le pilotage de la communauté d'agglomération des Portes de l'Isère.",
      "C'est la ville qui avait lancé l'opération, au départ, en partenariat avec l'association Terre de liens.",
      "La démarche pourrait essaimer au gré des opportunités. Une condition y est mise : que l'ensemble des partenaires y soit préparé.",
    ],
    themes: ['environnement', 'commercants-et-producteurs'],
    image: photo('garden', 4, 'Bandes de cultures et petite maison, tournesols au premier plan'),
  },
  {
    slug: 'blanquefort-atelier-des-mobilites-modernes',
    date: '2013-02-25',
    place: 'Blanquefort',
    title: "L'atelier des mobilités modernes : réparer son vélo pour s'en servir",
    summary:
      "À Blanquefort, un atelier municipal aide les habitants à réparer leur bicyclette : 110 adhérents dix-huit mois après l'ouverture.",
    body: [
      "Pour sensibiliser les habitants à l'usage du vélo, la ville de Blanquefort a ouvert en 2011 « l'atelier des mobilités modernes ». Géré en régie, il les accompagne dans la réparation de leur bicyclette.",
      "Dix-huit mois après son ouverture, l'atelier compte déjà 110 adhérents.",
      'La gestion par la ville est une phase transitoire, avant une reprise par une association.',
    ],
    themes: ['transition-et-reemploi', 'velo-et-glisse'],
    image: photo('workshop', 4, 'Un vélo suspendu devant un mur d’outils'),
  },
  {
    slug: 'grand-dax-services-aux-personnes-agees',
    date: '2013-02-04',
    place: 'Grand Dax',
    title: 'Services à domicile : bâtir un bouquet sans fragiliser les associations',
    summary:
      'Sur le Grand Dax, un CIAS structure les services aux personnes âgées et cherche des partenariats, avec les communes et les associations déjà là.',
    body: [
      "L'agglomération du Grand Dax réunit 20 communes et 55 924 habitants. D'ici à 2040, le nombre de personnes de plus de 75 ans y aura doublé : l'évolution des besoins pousse à structurer durablement les services auprès des personnes âgées.",
      "Un centre intercommunal d'action sociale (CIAS) est opérationnel depuis le 1er janvier 2009. Il cherche à développer les partenariats avec les communes, afin d'assurer l'avenir d'un bouquet de services à domicile.",
      'Avec une précaution : ne pas fragiliser les acteurs associatifs déjà implantés.',
    ],
    themes: ['services-aux-aines', 'aines'],
  },
];

const BOUQUET =
  'Mairie-conseils, bouquet d’expériences « Coopérations entre associations et collectivités », actualisé le 19 mai 2015';

/** What the document says before its experiences, and the way to each of them. */
const introduction: DemoGuide = {
  slug: 'bouquet-d-experiences',
  title: 'Associations et collectivités : un bouquet d’expériences à découvrir',
  kind: 'expérience',
  date: '2015-05-19',
  updatedOn: null,
  place: null,
  summary: `Pourquoi associations et collectivités gagnent à agir ensemble, et ${entries.length} expériences qui le montrent.`,
  body: richText(
    'Les habitants souhaitent des relations de proximité. La vie associative, les collectifs qu’ils forment et certains réseaux professionnels y jouent un rôle important, qu’il s’agisse de lien social, de bénévolat ou de services à la population.',
    'La question devient plus vive à mesure que les intercommunalités s’agrandissent, sous l’effet du relèvement des seuils de population : aux élus de maintenir la cohésion sociale et de protéger les plus fragiles. Collectivités et associations ont donc à chercher, et à construire, ce en quoi elles se complètent.',
    'Le bouquet réunit de beaux exemples de cette synergie, dans plusieurs domaines : jeunesse, solidarités, culture, services. Mairie-conseils les a recueillis auprès d’élus et de techniciens de collectivités et d’intercommunalités. Chacun garde la date à laquelle il a été publié.',
  ),
  image: null,
  source: { label: BOUQUET, url: null },
  themes: ['vie-locale'],
  associations: [],
  actions: [],
  guides: entries.map(({ slug }) => slug),
};

/** From another document, an article; it gives the year, not the day. */
const besancon: DemoGuide = {
  slug: 'besancon-premieres-rencontres-associatives',
  title: 'Besançon : les premières rencontres associatives de la ville',
  kind: 'expérience',
  date: null,
  updatedOn: null,
  place: 'Besançon',
  summary:
    "En 2019, la Ville a réuni bénévoles et salariés des associations bisontines autour de tables rondes et d'ateliers, pour penser la vie associative de demain.",
  body: richText(
    "Ces premières rencontres ont eu lieu un samedi après-midi de 2019, à l'initiative de la Ville et de Karima Rochdi, élue chargée de la vie associative. Besançon comptait alors plus de 1 200 associations. La Ville les accompagne et met à leur disposition services et moyens : salles de réunion, locaux, stockage, conseils juridiques et administratifs, subventions, prêts de matériel. Plus de 50 services et plusieurs centaines d'agents y contribuent.",
    '## Quatre questions',
    '- Comment recruter de nouveaux bénévoles ?',
    '- Comment améliorer la communication et toucher de nouveaux publics ?',
    '- Comment créer un réseau entre associations, pour partager les bonnes pratiques et mieux se connaître ?',
    "- Comment améliorer l'accompagnement que la Ville apporte aux associations ?",
    '## Ce qui en est sorti',
    "Les responsables présents étaient dans l'ensemble satisfaits. Certains souhaitaient un rendez-vous annuel, d'autres envisageaient déjà des partenariats. Parmi les nombreuses propositions, la Ville annonçait un outil numérique participatif, où les associations échangeraient sur leurs pratiques, feraient connaître leurs besoins et trouveraient soutien et aide.",
  ),
  image: photo('meeting', 2, 'Table ronde et chaises dans une salle claire'),
  source: { label: 'Article « Besançon : La Ville aux petits soins des associations », 2019', url: null },
  themes: ['vie-locale'],
  associations: [],
  actions: [],
  guides: ['recruter-des-benevoles'],
};

const fromTheBouquet: DemoGuide[] = entries.map(
  ({ slug, date, place, title, summary, body, themes, actions = [], guides = [], image = null }) => ({
    slug,
    title,
    kind: 'expérience',
    date,
    updatedOn: null,
    place,
    summary,
    body: richText(...body),
    image,
    source: { label: BOUQUET, url: null },
    themes,
    associations: [],
    actions,
    guides,
  }),
);

export const experiences: DemoGuide[] = [introduction, ...fromTheBouquet, besancon];
