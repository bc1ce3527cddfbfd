import type { DemoAudience } from '../demo-content.ts';

export const audiences: DemoAudience[] = [
  { slug: 'tout-petits', name: 'Tout-petits', position: 1, ageMin: 0, ageMax: 5 },
  { slug: 'enfants', name: 'Enfants', position: 2, ageMin: 6, ageMax: 11 },
  { slug: 'adolescents', name: 'Adolescents', position: 3, ageMin: 12, ageMax: 17 },
  { slug: 'adultes', name: 'Adultes', position: 4, ageMin: 18, ageMax: null },
  { slug: 'seniors', name: 'Seniors', position: 5, ageMin: 60, ageMax: null },
  { slug: 'familles', name: 'Familles', position: 6, ageMin: null, ageMax: null },
  {
    slug: 'personnes-en-situation-de-handicap',
    name: 'Personnes en situation de handicap',
    position: 7,
    ageMin: null,
    ageMax: null,
  },
];
