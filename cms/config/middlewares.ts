import { publicUrl, readEnvironment } from '../src/environment.ts';
import { LARGEST_UPLOAD_BYTES } from './plugins.ts';

export default () => [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'global::public-door', // its routes have their own origins, limits and refusals
  // By default Strapi reflects any origin, with credentials.
  { name: 'strapi::cors', config: { origin: [publicUrl(readEnvironment())], credentials: true } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '2mb', // the longest guide with its blocks is some 100 kB
      formLimit: '256kb',
      textLimit: '256kb',
      formidable: { maxFileSize: LARGEST_UPLOAD_BYTES },
    },
  },
  'global::sent-files',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'favicon.png' } },
  'global::upload-caching',
  'strapi::public',
];
