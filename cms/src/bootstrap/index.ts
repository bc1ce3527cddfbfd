import type { Core } from '@strapi/strapi';
import { createCampaignIndexes } from '../update/campaigns/indexes.ts';
import { installContentChangeTriggers } from '../platform/content-version/install-triggers.ts';
import { createMembershipIndexes } from '../associations/memberships/membership-store.ts';
import { applyAdminLayouts } from './admin-layouts.ts';
import { setUpApiTokens } from './api-tokens.ts';
import { setUpDeployerWebhook } from './deployer-webhook.ts';
import { setUpEditorRole } from './editor-role.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { closePublicAccess } from './public-access.ts';
import { createMissingSingleTypes } from './single-types.ts';
import { createUniqueIndexes } from '../rules/engine/unique-indexes.ts';

/** Everything a fresh database needs, and a later start checks. Each step may run any number of times. */
export async function bootstrap(strapi: Core.Strapi): Promise<void> {
  await createUniqueIndexes(strapi);
  await createCampaignIndexes(strapi);
  await createMembershipIndexes(strapi);
  await installContentChangeTriggers(strapi);
  await closePublicAccess(strapi);
  await setUpApiTokens(strapi);
  await setUpEditorRole(strapi);
  await createFirstAdministrator(strapi);
  await createMissingSingleTypes(strapi);
  await applyAdminLayouts({ strapi });
  await setUpDeployerWebhook(strapi);
}
