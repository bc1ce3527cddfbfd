interface Plugin {
  routes: Record<string, unknown>;
}

/**
 * Takes the public routes of the accounts' plugin away: passwords, registration, providers, its own sessions, and the reading
 * of accounts. Accounts are used by `/api/session` and `/api/espace` alone, which know no password.
 */
export default function closeNativeRoutes(plugin: Plugin): Plugin {
  plugin.routes['content-api'] = { type: 'content-api', routes: [] };
  return plugin;
}
