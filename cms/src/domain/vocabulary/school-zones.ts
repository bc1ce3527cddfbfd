import { defineVocabulary } from './vocabulary.ts';

/** Zones of the school calendar (Code de l’éducation, art. D521-1 and following), by the académies that each is made of. */
export const schoolZones = defineVocabulary([
  {
    value: 'A',
    label: 'Zone A',
    description: 'Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers',
  },
  {
    value: 'B',
    label: 'Zone B',
    description:
      'Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg',
  },
  { value: 'C', label: 'Zone C', description: 'Créteil, Montpellier, Paris, Toulouse, Versailles' },
]);

export type SchoolZone = (typeof schoolZones.values)[number];
