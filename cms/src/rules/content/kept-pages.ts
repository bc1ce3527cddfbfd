import type { Rule } from '../engine/rule.ts';

const names: Record<string, string> = {
  'api::home.home': 'La page d’accueil',
  'api::legal.legal': 'La fiche des mentions légales',
  'api::site-settings.site-settings': 'La fiche des réglages du site',
};

/** The site cannot be built without these; unpublishing one by mistake would stop every later publication. */
export const keptPages: Rule = {
  appliesTo: Object.keys(names),
  onRemove: ({ uid }) => [
    { path: [], message: `${names[uid] ?? ''} est indispensable au site\u00a0: modifiez-la plutôt que de la retirer.` },
  ],
};
