import { LARGEST_UPLOAD_BYTES } from '../src/domain/uploads.ts';
import { publicUrl, readEnvironment } from '../src/environment.ts';

export default () => [
  'global::health', // asked all the time: before the log
  'global::request-log', // without what was asked for
  'strapi::errors',
  'strapi::security',
  'global::answer-headers', // what Strapi leaves out, and HSTS behind TLS only
  'global::public-api', // its routes have their own origins, limits and refusals
  // By default Strapi reflects any origin, with credentials.
  { name: 'strapi::cors', config: { origin: [publicUrl(readEnvironment())], credentials: true } },
  'strapi::query',
  'global::private-queries',
  'global::too-large-files',
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
  'global::uploaded-pictures',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'favicon.png' } },
  'global::unused-uploads',
  'global::upload-caching',
  'strapi::public',
];
