import type { Core } from '@strapi/strapi';
import type { Fault, Rule } from '../engine/rule.ts';
import { findOne } from '../../platform/database/records.ts';

const UID = 'api::edition.edition';

const FROZEN: Fault = {
  path: [],
  message:
    'Cette édition est figée\u00a0: l’imprimeur a reçu ses fichiers, elle ne se modifie plus et ne se supprime plus. ' +
    'Pour en préparer une autre, dupliquez-la.',
};

async function faultsOf(strapi: Core.Strapi, documentId: string | undefined): Promise<readonly Fault[]> {
  if (documentId === undefined) return [];
  const edition = await findOne<{ stage: string | null }>(strapi, UID, { select: ['stage'], where: { documentId } });
  return edition?.stage === 'figée' ? [FROZEN] : [];
}

/** What was frozen can be printed again, identical, years later: nobody changes or deletes its record. A copy of it is free. */
export const frozenEditions: Rule = {
  appliesTo: [UID],
  onSave: ({ strapi, action, documentId }) => (action === 'update' ? faultsOf(strapi, documentId) : []),
  onRemove: ({ strapi, documentId }) => faultsOf(strapi, documentId),
};
