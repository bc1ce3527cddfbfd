/** The directory as an import is compared with it: every draft as its form, in a dozen queries however many there are. */
import type { Core } from '@strapi/strapi';
import { KnownAssociations, type KnownAssociation } from '../domain/import/match.ts';
import { officeFormOf } from '../domain/entry/office-form.ts';
import { readStates, type KnownState } from './known-state.ts';

export const ASSOCIATION = 'api::association.association';

export interface Directory {
  readonly known: KnownAssociations;
  readonly states: ReadonlyMap<string, KnownState>;
}

export async function readDirectory(strapi: Core.Strapi): Promise<Directory> {
  const states = await readStates(strapi, ASSOCIATION);
  const associations = [...states].map(([documentId, { content, isPublished }]): KnownAssociation => ({
    documentId,
    form: officeFormOf(content),
    isPublished,
  }));
  return { known: new KnownAssociations(associations), states };
}
