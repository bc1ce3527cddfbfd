import type { DemoVenue } from '../demo-content.ts';
import { accessible } from '../authoring.ts';
import { communes } from '../communes.ts';

/** Places of the demonstration: plausible names, not an inventory of what really exists. `shift` is in hundredths of a degree. */
function venue(
  slug: string,
  name: string,
  street: string,
  commune: string,
  shift: [latitude: number, longitude: number],
  access: [kinds: string, note: string | null] | null,
): DemoVenue {
  const found = communes.find((candidate) => candidate.slug === commune);
  if (!found) throw new Error(`Unknown commune: ${commune}`);
  const moved = (degrees: number | null, hundredths: number) =>
    degrees === null ? null : Math.round((degrees + hundredths / 100) * 1000) / 1000;
  return {
    slug,
    name,
    street,
    postalCode: found.postalCodes[0] ?? null,
    city: null,
    commune,
    latitude: moved(found.latitude, shift[0]),
    longitude: moved(found.longitude, shift[1]),
    accessibility: access ? accessible(access[0], access[1]) : null,
  };
}

export const venues: DemoVenue[] = [
  venue(
    'salle-des-acacias',
    'Salle des Acacias',
    '4 rue des Acacias',
    'saint-savin',
    [0.1, 0.2],
    ['mh', 'Entrée de plain-pied, boucle magnétique à demander à l’accueil.'],
  ),
  venue(
    'gymnase-de-la-plaine',
    'Gymnase de la Plaine',
    '12 avenue des Sports',
    'saint-savin',
    [-0.2, 0.3],
    ['m', 'Ascenseur jusqu’aux gradins.'],
  ),
  venue(
    'theatre-de-poche',
    'Théâtre de poche',
    '7 place du Marché-aux-Grains',
    'saint-savin',
    [0.05, -0.1],
    ['mh', 'Deux places pour fauteuil au premier rang.'],
  ),
  venue('foyer-de-cezac', 'Foyer rural de Cézac', '2 chemin du Foyer', 'cezac', [0.1, 0.1], ['m', null]),
  venue(
    'salle-du-moulin-de-cubnezais',
    'Salle du Moulin',
    '15 route du Moulin',
    'cubnezais',
    [0.1, -0.2],
    ['m', 'Rampe sur le côté droit de la salle.'],
  ),
  venue('halle-de-cavignac', 'Halle de Cavignac', 'Place de la Halle', 'cavignac', [0, 0.1], ['m', null]),
  venue(
    'gymnase-des-coteaux',
    'Gymnase des Coteaux',
    '3 allée du Stade',
    'saint-yzan-de-soudiac',
    [0.1, 0.1],
    ['mi', 'Vestiaire adapté.'],
  ),
  venue(
    'espace-du-rail',
    'Espace du Rail',
    '1 place de la Gare-aux-Histoires',
    'saint-mariens',
    [0.1, 0.05],
    ['mhs', 'Bande de guidage depuis le parking, plan en relief à l’entrée.'],
  ),
  venue('plan-d-eau-de-laruscade', 'Plan d’eau', 'Chemin des Pins', 'laruscade', [-0.3, 0.4], null),
  venue('salle-des-pins', 'Salle des Pins', '6 rue des Résiniers', 'laruscade', [0.1, 0], ['m', null]),
  venue('foyer-de-donnezac', 'Foyer communal de Donnezac', '1 place des Landes', 'donnezac', [0, 0.1], null),
  venue('stade-de-marsas', 'Stade de Marsas', 'Chemin des Vignes-Basses', 'marsas', [-0.2, 0.1], null),
  venue(
    'grange-de-marcenais',
    'La Grange de Marcenais',
    '9 route du Vallon',
    'marcenais',
    [0.1, -0.1],
    ['m', 'Sol en gravier sur trente mètres.'],
  ),
  venue('foyer-de-civrac', 'Foyer de Civrac', '3 place des Tilleuls', 'civrac-de-blaye', [0, 0.1], ['m', null]),
  venue(
    'salle-de-saint-vivien',
    'Salle municipale de Saint-Vivien',
    '1 le Bourg',
    'saint-vivien-de-blaye',
    [0, 0.1],
    null,
  ),
];
