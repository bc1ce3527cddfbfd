import { parseEmail } from '../../domain/email.ts';
import { wellFormed } from '../engine/well-formed.ts';

export const emailAddresses = wellFormed(
  [
    { uid: 'api::association.association', field: 'contacts.*.email' },
    { uid: 'api::event.event', field: 'registration.*.value', when: ({ kind }) => kind === 'courriel' },
    { uid: 'api::site-settings.site-settings', field: 'operatorEmail' },
    { uid: 'api::legal.legal', field: 'publisherEmail' },
  ],
  parseEmail,
);
