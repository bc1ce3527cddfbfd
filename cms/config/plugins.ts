import { readEnvironment } from '../src/environment.ts';
import { ACCESS_SECONDS, IDLE_SECONDS, LONGEST_SECONDS } from '../src/sessions/lifespans.ts';

export const LARGEST_UPLOAD_BYTES = 10 * 1024 * 1024;

/** What the media library takes. Strapi recognises most of these by their first bytes, whatever the file says that it is. */
const UPLOAD_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  // The print shop's colour profile, of an edition on paper.
  'application/vnd.iccprofile',
  // Attachments of guides and resources that associations must be able to fill in: model statutes, minutes, budgets.
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
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
