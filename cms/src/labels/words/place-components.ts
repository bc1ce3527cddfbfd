import type { Layout } from '../layout.ts';
import { wordsOfEntry } from '../words-of-entry.ts';

export const address: Layout = {
  uid: 'place.address',
  mainField: 'street',
  rows: [['street'], ['complement'], ['postalCode', 'city'], ['public'], ['latitude', 'longitude']],
  fields: wordsOfEntry('address.'),
};

export const accessibility: Layout = {
  uid: 'place.accessibility',
  mainField: 'note',
  rows: [['mobility', 'hearing', 'sight'], ['intellectual', 'psychological'], ['note']],
  fields: wordsOfEntry('accessibility.'),
};
