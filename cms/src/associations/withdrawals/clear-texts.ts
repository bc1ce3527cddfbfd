/** A number that is withdrawn leaves the texts of its association too: a box that is not ticked protects nobody otherwise. */
import type { Core } from '@strapi/strapi';
import { leavesNoRow, textsToClear, type Change } from '../../domain/entry/texts.ts';
import { slugify } from '../../domain/slug.ts';
import type { Withheld } from '../../domain/withheld-contacts.ts';
import { freeSlug } from '../../entries/free-slug.ts';
import { deleteRows } from '../../platform/database/delete-rows.ts';
import type { StoredVersion } from './stored-versions.ts';

const ASSOCIATION = 'api::association.association';

interface Attribute {
  readonly type: string;
  readonly component?: string;
}

/** The model of the row at a path of an association: a component of the schema, or a file of the media library. */
export function modelAt(strapi: Core.Strapi, path: Change['holderPath']): string {
  let uid: string = ASSOCIATION;
  for (const key of path) {
    if (typeof key === 'number') continue;
    const { attributes } = strapi.getModel(uid as typeof ASSOCIATION) as { attributes: Record<string, Attribute> };
    uid = attributes[key]?.type === 'media' ? 'plugin::upload.file' : (attributes[key]?.component ?? '');
  }
  return uid;
}

/** What is written for one change. An address on the site is made anew when nothing is left of it, and stays one's own. */
async function storedValue(strapi: Core.Strapi, change: Change, version: StoredVersion, name: string) {
  if (change.path !== 'slug') return change.value || null;
  return freeSlug(strapi, ASSOCIATION, change.value || slugify(name), version.documentId);
}

/**
 * Clears the texts of one version: every text of the catalogue (`domain/entry/fields.ts`), whoever may read it.
 * @returns how many were changed
 */
export async function clearTexts(
  strapi: Core.Strapi,
  version: StoredVersion,
  withdrawn: readonly Withheld[],
): Promise<number> {
  const changes = textsToClear(version, withdrawn, 'stored');
  const name = changes.find(({ path }) => path === 'name')?.value ?? version.name ?? '';
  for (const change of changes) {
    const id = change.holder['id'] as number;
    if (leavesNoRow(change)) {
      const [list = ''] = change.holderPath;
      await deleteRows(strapi, ASSOCIATION, String(list), [id]);
    } else {
      const data = { [change.key]: await storedValue(strapi, change, version, name) };
      await strapi.db.query(modelAt(strapi, change.holderPath)).update({ where: { id }, data });
    }
  }
  return changes.length;
}
