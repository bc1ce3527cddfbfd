/** Strapi's documents, as the program's own middlewares and services see them. */
import type { Core } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { isValues, textOf, type Values } from '../../domain/visit.ts';

/** What Strapi hands to a document middleware. A middleware may put `data` right before it goes on. */
export interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  readonly params: { readonly documentId?: string; data?: unknown; readonly status?: string };
}

export type Next = () => Promise<unknown>;

/** Has a type a draft beside what is published? @param uid of a type of the model */
export const hasDrafts = (strapi: Core.Strapi, uid: string): boolean =>
  contentTypes.hasDraftAndPublish(strapi.getModel(uid as 'api::theme.theme'));

/** The documentId of what an act of Strapi's gives back. */
export const documentIdOf = (result: unknown): string | undefined =>
  isValues(result) && typeof result['documentId'] === 'string' ? result['documentId'] : undefined;

/** What a record of any type is called, empty when it has no name yet. */
export const titleOf = (record: Values | null): string => textOf(record?.['name']) || textOf(record?.['title']);
