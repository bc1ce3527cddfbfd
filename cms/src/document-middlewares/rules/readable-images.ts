import type { Fault, Rule, Values } from '../engine/rule.ts';
import { isValues, textOf } from '../engine/visit.ts';

/** Strapi measures every picture that it can read; one without dimensions is damaged, or something else under that name. */
const isUnreadable = (file: unknown): file is Values =>
  isValues(file) && textOf(file['mime']).startsWith('image/') && !(Number(file['width']) > 0);

/** Every image that is published is one: the site and the booklet make their sizes from it. */
export const readableImages: Rule = {
  onPublish({ strapi, uid, record }) {
    const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
    return Object.entries(attributes)
      .filter(([, { type }]) => type === 'media')
      .flatMap(([name]): Fault[] => {
        const value = record[name];
        const files: unknown[] = Array.isArray(value) ? value : [value];
        return files.filter(isUnreadable).map((file) => ({
          path: [name],
          message: `L’image «\u00a0${textOf(file['name']) || 'sans nom'}\u00a0» ne se lit pas\u00a0: elle est abîmée, ou n’est pas une image. Remplacez-la.`,
        }));
      });
  },
};
