import { readEnvironment } from '../src/environment.ts';

export const LARGEST_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Strapi checks what a file really is from its first bytes; SVG and HTML can carry scripts and are refused. */
const UPLOAD_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  // Attachments of guides and resources that associations must be able to fill in: model statutes, minutes, budgets.
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
];

export default () => ({
  upload: {
    config: {
      sizeLimit: LARGEST_UPLOAD_BYTES,
      security: { allowedTypes: UPLOAD_TYPES },
      // The site makes its own sizes with sharp; the admin needs a thumbnail and one preview only.
      breakpoints: { medium: 750 },
    },
  },
  'users-permissions': {
    config: {
      jwtSecret: readEnvironment().JWT_SECRET,
      jwtManagement: 'refresh',
      sessions: { httpOnly: true },
      register: { allowedFields: [] },
    },
  },
});
