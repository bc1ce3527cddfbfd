import type { Layout } from '../layout.ts';
import { wordsOfEntry } from '../words-of-entry.ts';

export const contact: Layout = {
  uid: 'contact.contact',
  mainField: 'role',
  rows: [
    ['role', 'name'],
    ['phone', 'email'],
    ['web', 'print'],
    ['professionals', 'openData'],
    ['consentDate', 'consentSource'],
  ],
  fields: wordsOfEntry('contacts.*.'),
};
