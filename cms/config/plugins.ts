import { DOCUMENT_TYPES, LARGEST_UPLOAD_BYTES, PICTURE_TYPES } from '../src/domain/uploads.ts';
import { readEnvironment } from '../src/environment.ts';
import { ACCESS_SECONDS, IDLE_SECONDS, LONGEST_SECONDS } from '../src/associations/sessions/lifespans.ts';

/** What the media library takes. Strapi recognises most of these by their first bytes, whatever the file says that it is. */
const UPLOAD_TYPES = [
  ...PICTURE_TYPES,
  ...DOCUMENT_TYPES,
  // The print shop's colour profile, of an edition on paper.
  'application/vnd.iccprofile',
];

/**
 * What a browser would run or render as a page. A list of its own, because first bytes are not enough: a file is served after
 * its extension, and Strapi only holds the extension against the types that are denied (`x.html` may begin with `%PDF`).
 */
const SCRIPTABLE_TYPES = [
  'text/html',
  'application/xhtml+xml',
  'image/svg+xml',
  'text/javascript',
  'application/javascript',
  'application/xml',
  'text/xml',
];

export default () => ({
  upload: {
    config: {
      sizeLimit: LARGEST_UPLOAD_BYTES,
      security: { allowedTypes: UPLOAD_TYPES, deniedTypes: SCRIPTABLE_TYPES },
      // The site makes its own sizes with sharp; the admin needs a thumbnail and one preview only.
      breakpoints: { medium: 750 },
    },
  },
  'users-permissions': {
    config: {
      jwtSecret: readEnvironment().JWT_SECRET,
      jwtManagement: 'refresh',
      sessions: {
        httpOnly: true,
        accessTokenLifespan: ACCESS_SECONDS,
        idleRefreshTokenLifespan: IDLE_SECONDS,
        maxRefreshTokenLifespan: LONGEST_SECONDS,
      },
      register: { allowedFields: [] },
    },
  },
});
