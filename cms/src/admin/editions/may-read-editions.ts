import { EDITION_UID } from '../kit/paths.ts';

/** Without it, neither the link nor the pages are shown. */
export const MAY_READ_EDITIONS = [{ action: 'plugin::content-manager.explorer.read', subject: EDITION_UID }];
