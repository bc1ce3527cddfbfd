import { parseWebAddress } from '../../domain/web-address.ts';
import { wellFormed } from '../engine/well-formed.ts';

/** Web addresses are stored whole: `www.example.org` becomes `https://www.example.org`. */
export const webAddresses = wellFormed(
  [
    { uid: 'api::association.association', field: 'website' },
    { uid: 'api::association.association', field: 'networks.*.url' },
    { uid: 'api::event.event', field: 'onlineUrl' },
    { uid: 'api::event.event', field: 'registration.*.value', when: ({ kind }) => kind === 'lien' },
    { uid: 'api::guide.guide', field: 'source.url' },
    { uid: 'api::commune.commune', field: 'website' },
    { uid: 'api::site-settings.site-settings', field: 'operatorWebsite' },
  ],
  parseWebAddress,
);
