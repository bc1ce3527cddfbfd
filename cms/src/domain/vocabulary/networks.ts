import { defineVocabulary } from './vocabulary.ts';

/** Where an association can be followed. */
export const networks = defineVocabulary([
  { value: 'facebook', label: 'Facebook' },
  { value: 'instagram', label: 'Instagram' },
  { value: 'helloasso', label: 'HelloAsso' },
  { value: 'youtube', label: 'YouTube' },
  { value: 'linkedin', label: 'LinkedIn' },
  { value: 'mastodon', label: 'Mastodon' },
  { value: 'whatsapp', label: 'WhatsApp' },
  { value: 'autre', label: 'Autre réseau' },
]);

export type Network = (typeof networks.values)[number];
