import { mediaOf } from '../engine/media.ts';
import type { Rule, Values } from '../engine/rule.ts';
import { textOf } from '../../domain/visit.ts';

/** Strapi measures every picture that it can read; one without dimensions is damaged, or something else under that name. */
const isUnreadable = (file: Values): boolean =>
  textOf(file['mime']).startsWith('image/') && !(Number(file['width']) > 0);

/** Every image that is published is one: the site and the booklet make their sizes from it. */
export const readableImages: Rule = {
  onPublish: ({ strapi, uid, record }) =>
    mediaOf(strapi, uid, record)
      .filter(({ file }) => isUnreadable(file))
      .map(({ file, path }) => ({
        path,
        message: `L’image «\u00a0${textOf(file['name']) || 'sans nom'}\u00a0» ne se lit pas\u00a0: elle est abîmée, ou n’est pas une image. Remplacez-la.`,
      })),
};
