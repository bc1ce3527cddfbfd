import { parsePhone } from '../../domain/phone.ts';
import { wellFormed } from '../engine/well-formed.ts';

/** Telephone numbers are stored in E.164, whatever way they are typed. */
export const phoneNumbers = wellFormed(
  [
    { uid: 'api::association.association', field: 'contacts.*.phone' },
    { uid: 'api::event.event', field: 'registration.*.value', when: ({ kind }) => kind === 'téléphone' },
    { uid: 'api::site-settings.site-settings', field: 'operatorPhone' },
    { uid: 'api::legal.legal', field: 'publisherPhone' },
    { uid: 'api::legal.legal', field: 'hostPhone' },
  ],
  parsePhone,
);
