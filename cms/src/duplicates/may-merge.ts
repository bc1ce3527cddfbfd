import type { Core } from '@strapi/strapi';
import type { DuplicateType } from '../domain/contract/desk/duplicates.ts';
import { isAllowed, type AdminContext, type Permission } from '../platform/http/admin-route.ts';

/** Of two records one is changed and one is deleted, and what comes of it may go online: who may do all of it merges. */
const NEEDED: readonly Permission['action'][] = ['create', 'update', 'delete', 'publish'];

export const mayMerge = (strapi: Core.Strapi, context: Pick<AdminContext, 'state'>, uid: DuplicateType): boolean =>
  NEEDED.every((action) => isAllowed(strapi, context, { action, uid }));
