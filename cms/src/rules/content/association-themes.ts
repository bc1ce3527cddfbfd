import type { Rule } from '../engine/rule.ts';

/** An association without a theme would be in no chapter of the booklet and on no list of the site. */
export const associationThemes: Rule = {
  appliesTo: ['api::association.association'],
  onPublish: ({ record: { themes } }) =>
    Array.isArray(themes) && themes.length > 0
      ? []
      : [
          {
            path: ['themes'],
            message: 'Choisissez au moins un thème\u00a0; le premier décide du chapitre dans le guide imprimé.',
          },
        ],
};
