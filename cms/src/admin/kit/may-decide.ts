import { ASSOCIATION_UID } from './paths.ts';

/**
 * Who may publish associations decides about answers and runs campaigns. Without it, neither the links in the menu nor the
 * pages are shown; the server asks for the same right (`platform/http/admin-route.ts`).
 */
export const MAY_DECIDE = [{ action: 'plugin::content-manager.explorer.publish', subject: ASSOCIATION_UID }];
