import type { DemoTheme } from '../demo-content.ts';

type Chapter = {
  slug: string;
  name: string;
  description: string;
  colour: string;
  rnaCodes: string[];
  children: [slug: string, name: string, rnaCodes: string[]][];
};

/**
 * Ten chapters and their themes. Codes are those of the RNA's nomenclature of objects (level 1 ends in 000); each code is
 * mapped once, so that an import can propose a theme without hesitation.
 * Colours are of one earthen family, dark enough for white or paper-coloured words on them (4.5:1), and within what CMYK prints.
 */
const chapters: Chapter[] = [
  {
    slug: 'sports',
    name: 'Sports et plein air',
    description: 'Jouer, courir, nager, marcher : du premier cours de baby-gym à la randonnée du jeudi.',
    colour: '#2f6b4f',
    rnaCodes: ['011000', '013000'],
    children: [
      ['sports-collectifs', 'Sports collectifs', ['011065', '011070', '011075', '011080', '011085', '011090']],
      ['arts-martiaux', 'Arts martiaux et combat', ['011140', '011145', '011150', '011060']],
      ['gymnastique-et-bien-etre', 'Gymnastique et bien-être', ['011105', '011120', '007085']],
      ['raquettes', 'Sports de raquette', ['011030', '011165', '011170']],
      ['marche-et-course', 'Marche et course', ['011020', '011115']],
      ['velo-et-glisse', 'Vélo, roller et glisse', ['011130', '011160', '011180']],
      ['equitation', 'Équitation', ['011050']],
      ['petanque-et-tir', 'Pétanque, tir et jeux d’adresse', ['011035', '011175', '007010']],
      ['chasse-et-peche', 'Chasse et pêche', ['013005', '013010']],
      ['multisports', 'Multisports', ['011005', '011018', '011190', '011400']],
    ],
  },
  {
    slug: 'culture',
    name: 'Culture et création',
    description: 'Chanter, jouer, danser, peindre, lire : la vie artistique à portée de village.',
    colour: '#9c3f3a',
    rnaCodes: ['006000', '005000'],
    children: [
      ['musique-et-chant', 'Musique et chant', ['006030']],
      ['theatre-et-cirque', 'Théâtre, cirque et spectacle', ['006070', '006115']],
      ['danse', 'Danse', ['006040', '011045', '006045']],
      ['arts-plastiques', 'Arts plastiques et artisanat', ['006020', '006090', '006100']],
      ['lecture-et-ecriture', 'Lecture, écriture et langues', ['006005', '006010', '006110', '015087']],
      ['image-et-medias', 'Photographie, cinéma et médias', ['006025', '005005', '005010', '005015']],
    ],
  },
  {
    slug: 'loisirs',
    name: 'Loisirs et fêtes',
    description: 'Se retrouver, jouer, bricoler et faire la fête au village.',
    colour: '#a5561f',
    rnaCodes: ['007000'],
    children: [
      ['fetes-et-animation', 'Fêtes et animation locale', ['009030', '007040', '009045']],
      ['jeux', 'Jeux de société et de cartes', ['007005']],
      ['collections-et-mecanique', 'Collections et belles mécaniques', ['007003', '007025', '007030']],
      ['jardinage', 'Jardinage', ['007070']],
      ['cuisine-et-vin', 'Cuisine, vin et terroir', ['007060']],
      ['animaux', 'Animaux', ['007045', '007050', '024026']],
    ],
  },
  {
    slug: 'enfance-jeunesse',
    name: 'Enfance et jeunesse',
    description: 'Grandir ensemble : parents d’élèves, loisirs des jeunes, aide aux devoirs.',
    colour: '#7d6212',
    rnaCodes: ['015000'],
    children: [
      ['petite-enfance', 'Petite enfance', ['018005', '021005']],
      ['parents-d-eleves', 'Parents d’élèves', ['015005']],
      ['loisirs-des-jeunes', 'Loisirs des jeunes', ['009005', '009015', '009020', '009025']],
      ['soutien-scolaire', 'Soutien scolaire et apprentissages', ['015025', '006105']],
    ],
  },
  {
    slug: 'solidarite',
    name: 'Solidarité et entraide',
    description: 'Donner un coup de main ou en recevoir un.',
    colour: '#8a3b63',
    rnaCodes: ['019000', '020000', '014000'],
    children: [
      ['aide-alimentaire', 'Aide alimentaire et vestimentaire', ['020005', '020010', '020015']],
      ['entraide-et-transport', 'Entraide et transport solidaire', ['014035', '007075', '019040']],
      ['solidarite-internationale', 'Solidarité internationale et jumelages', ['020020', '009050']],
      ['acces-aux-droits', 'Accès aux droits et à la langue', ['019014', '004035', '019025', '003045']],
    ],
  },
  {
    slug: 'sante',
    name: 'Santé et handicap',
    description: 'Prendre soin de soi et des autres, avec ou sans handicap.',
    colour: '#2f6480',
    rnaCodes: ['017000', '018000'],
    children: [
      ['accompagnement-des-malades', 'Accompagnement et écoute', ['017055', '017130']],
      ['prevention-et-don-du-sang', 'Prévention et don du sang', ['017065', '017120', '017125', '018030']],
      ['handicap', 'Handicap', ['018015', '018050', '009010', '014070', '003030']],
      ['secourisme', 'Secours et protection civile', ['036510', '036520', '036530']],
    ],
  },
  {
    slug: 'aines',
    name: 'Aînés',
    description: 'Rester actif, entouré et chez soi.',
    colour: '#6b5876',
    rnaCodes: ['021000'],
    children: [
      ['clubs-des-aines', 'Clubs des aînés', ['009040', '014080']],
      ['services-aux-aines', 'Aide à domicile et visites', ['021010', '021015', '021020']],
    ],
  },
  {
    slug: 'patrimoine',
    name: 'Patrimoine et mémoire',
    description: 'Connaître, entretenir et transmettre ce qui fait le pays.',
    colour: '#74512f',
    rnaCodes: ['010000', '038000'],
    children: [
      ['histoire-locale', 'Histoire locale et généalogie', ['010015', '010017', '010005']],
      ['sauvegarde-du-patrimoine', 'Sauvegarde du patrimoine bâti', ['010020', '010022', '010010']],
      ['anciens-combattants', 'Anciens combattants et mémoire', ['038105', '038110']],
    ],
  },
  {
    slug: 'environnement',
    name: 'Nature et environnement',
    description: 'Observer, protéger, réparer, partager les ressources.',
    colour: '#556b22',
    rnaCodes: ['024000'],
    children: [
      ['protection-de-la-nature', 'Protection de la nature', ['024010', '024015', '024020', '024025', '024030']],
      ['transition-et-reemploi', 'Transition, réparation et réemploi', ['024050', '030050', '024040']],
      ['cadre-de-vie', 'Cadre de vie', ['024035', '024045', '024005']],
    ],
  },
  {
    slug: 'vie-locale',
    name: 'Vie locale, économie et citoyenneté',
    description: 'Animer le pays, entreprendre, s’informer et débattre.',
    colour: '#3f5573',
    rnaCodes: ['003000', '009000', '030000', '034000'],
    children: [
      [
        'foyers-et-centres-sociaux',
        'Foyers ruraux et espaces de vie sociale',
        ['009035', '019010', '030012', '019005'],
      ],
      ['commercants-et-producteurs', 'Commerçants et producteurs', ['022535', '023020', '023025']],
      ['citoyennete', 'Citoyenneté et débats', ['003060', '002015', '002020']],
      ['emploi-et-insertion', 'Emploi et insertion', ['030010', '030015', '019016', '019020']],
    ],
  },
];

/** Words that residents type, and that the names above do not hold. */
const words: Readonly<Record<string, string[]>> = {
  'marche-et-course': ['jogging', 'trail', 'marche nordique'],
  'gymnastique-et-bien-etre': ['gym', 'fitness', 'yoga', 'pilates'],
  'sports-collectifs': ['foot', 'rugby', 'basket', 'hand', 'volley'],
  'petanque-et-tir': ['boules', 'fléchettes'],
};
const wordsOf = (slug: string): Pick<DemoTheme, 'words'> => (words[slug] ? { words: words[slug] } : {});

export const themes: DemoTheme[] = chapters.flatMap((chapter, index) => [
  {
    slug: chapter.slug,
    name: chapter.name,
    description: chapter.description,
    parent: null,
    position: index + 1,
    colour: chapter.colour,
    rnaCodes: chapter.rnaCodes,
  },
  ...chapter.children.map(([slug, name, rnaCodes], rank) => ({
    slug,
    name,
    description: null,
    parent: chapter.slug,
    position: rank + 1,
    colour: null,
    rnaCodes,
    ...wordsOf(slug),
  })),
]);
