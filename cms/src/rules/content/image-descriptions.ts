import type { Core } from '@strapi/strapi';
import { imageHashes } from '../../api/export/records/rich-text.ts';
import { mediaOf } from '../engine/media.ts';
import type { Fault, Path, Rule, Values } from '../engine/rule.ts';
import { isValues, textOf } from '../../domain/visit.ts';
import { findMany } from '../../platform/database/records.ts';

const message = (file: Values): string =>
  `L’image «\u00a0${textOf(file['name']) || 'sans nom'}\u00a0» n’a pas de texte de remplacement. ` +
  'Ouvrez-la dans la médiathèque et décrivez-la en une phrase, pour qui ne la voit pas.';

const isUndescribedImage = (file: unknown): file is Values =>
  isValues(file) && textOf(file['mime']).startsWith('image/') && textOf(file['alternativeText']).trim() === '';

async function undescribedInText(strapi: Core.Strapi, blocks: unknown, path: Path): Promise<Fault[]> {
  const hashes = imageHashes(blocks);
  if (hashes.length === 0) return [];
  const files = await findMany<Values>(strapi, 'plugin::upload.file', {
    select: ['name', 'mime', 'alternativeText'],
    where: { hash: { $in: hashes } },
  });
  return files.filter(isUndescribedImage).map((file) => ({ path, message: message(file) }));
}

/** Every image that is published says what it shows (RGAA 1.1): in media fields, in those of components, inside texts. */
export const imageDescriptions: Rule = {
  async onPublish({ strapi, uid, record }) {
    const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
    const faults: Fault[] = [];
    for (const [name, { type }] of Object.entries(attributes)) {
      if (type === 'blocks') faults.push(...(await undescribedInText(strapi, record[name], [name])));
    }
    const undescribed = mediaOf(strapi, uid, record).filter(({ file }) => isUndescribedImage(file));
    return [...faults, ...undescribed.map(({ file, path }) => ({ path, message: message(file) }))];
  },
};
