import { expect, test } from 'vitest';
import { postalAddresses } from './postal-address-in-text.ts';

test.each([
  ['Chez Anne, 12 rue des Lilas, 33920 Saint-Savin, le mardi.', ['12 rue des Lilas, 33920 Saint-Savin']],
  ['Rendez-vous au 3 bis, allée des Tilleuls.', ['3 bis, allée des Tilleuls']],
  ['Inscriptions : 7 Avenue de l’Église\nLe matin.', ['7 Avenue de l’Église']],
  ['Écrire à : Lieu-dit Le Bourg 33620 Cavignac', ['Lieu-dit Le Bourg 33620 Cavignac']],
  ['Au 2 place de la Mairie, 4 cours du Général-Leclerc', ['2 place de la Mairie', '4 cours du Général-Leclerc']],
  ['12 rue des Lilas. Et encore : 12 rue des Lilas.', ['12 rue des Lilas']],
])('finds the postal address in « %s »', (text, addresses) => expect(postalAddresses(text)).toEqual(addresses));

test.each([
  'Depuis 1987, une place pour chacun. Le cours dure 1 h 30, 12 € la séance.',
  'Place de la Mairie, tous les mercredis de 14 h à 16 h.',
  '3 cours par semaine, 2 places restantes.',
  '3 cours de danse et 2 route',
  'Nous préparons la course des 10 km et la route des vins.',
  'Né en 1950 route incertaine',
])('finds none in « %s »', (text) => expect(postalAddresses(text)).toEqual([]));
