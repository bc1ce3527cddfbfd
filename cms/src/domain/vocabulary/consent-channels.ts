import { defineVocabulary } from './vocabulary.ts';

/**
 * Where a contact may appear. The names are those of the boolean fields of a contact (decision 10 of the design).
 *
 * People read these labels before they agree: a channel that nothing is made for yet says « à venir » (`servedChannels`).
 */
export const consentChannels = defineVocabulary([
  { value: 'web', label: 'Site internet', description: 'Le site public et l’annuaire PDF qu’on y télécharge.' },
  { value: 'print', label: 'Annuaire imprimé', description: 'Le livret remis à l’imprimeur.' },
  {
    value: 'professionals',
    label: 'Partenaires professionnels (à venir)',
    description: 'Un annuaire réservé aux professionnels du territoire, qui n’existe pas encore.',
  },
  {
    value: 'openData',
    label: 'Données ouvertes',
    description:
      'Des fichiers que chacun peut copier et réutiliser, avec les contacts qui l’acceptent ici et sur le site.',
  },
]);

export type ConsentChannel = (typeof consentChannels.values)[number];

/** The channels that something is made for today: whoever opens another comes by here, and to the words that announce it. */
export const servedChannels = ['web', 'print', 'openData'] as const satisfies readonly ConsentChannel[];

/**
 * The channels that an export is made for. Open data is made from that of the site, of contacts that agreed to both
 * (decision 0050): what stands in a file that everybody may copy onto a site is on the web.
 */
export const exportChannels = ['web', 'print'] as const satisfies readonly ConsentChannel[];
export type ExportChannel = (typeof exportChannels)[number];
