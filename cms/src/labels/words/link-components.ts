import type { Layout } from '../layout.ts';
import { wordsOfEntry } from '../words-of-entry.ts';

export const network: Layout = {
  uid: 'link.network',
  mainField: 'network',
  rows: [['network', 'url']],
  fields: wordsOfEntry('networks.*.'),
};

export const source: Layout = {
  uid: 'link.source',
  mainField: 'label',
  rows: [['label', 'url']],
  fields: {
    label: { label: 'Nom de la source', help: 'D’où vient l’information.' },
    url: { label: 'Lien', placeholder: 'https://' },
  },
};

export const externalId: Layout = {
  uid: 'link.external-id',
  mainField: 'source',
  rows: [['source', 'externalId']],
  fields: {
    source: { label: 'Où', help: 'Rempli par les imports : à ne pas modifier.', placeholder: 'openagenda' },
    externalId: { label: 'Identifiant' },
  },
};
