import type { Core } from '@strapi/strapi';
import { createCampaignIndexes } from '../campaigns/indexes.ts';
import { installContentChangeTriggers } from '../content-version/install-triggers.ts';
import { createMembershipIndexes } from '../memberships/membership-store.ts';
import { createOutbox } from '../mail/outbox.ts';
import { createAccessLinks } from '../sessions/access-links.ts';
import { createDataLinks } from '../own-data/data-links.ts';
import { createOfflineWarnings } from '../truth/warnings.ts';
import { applyAdminLayouts } from './admin-layouts.ts';
import { setUpApiTokens } from './api-tokens.ts';
import { setUpDeployerWebhook } from './deployer-webhook.ts';
import { setUpEditorRole } from './editor-role.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { closePublicAccess } from './public-access.ts';
import { createMissingSingleTypes } from './single-types.ts';
import { createUniqueIndexes } from './unique-indexes.ts';

/** Everything a fresh database needs, and a later start checks. Each step may run any number of times. */
export async function bootstrap(strapi: Core.Strapi): Promise<void> {
  await createUniqueIndexes(strapi);
  await createCampaignIndexes(strapi);
  await createMembershipIndexes(strapi);
  await installContentChangeTriggers(strapi);
  await createOutbox(strapi);
  await createOfflineWarnings(strapi);
  await createDataLinks(strapi);
  await createAccessLinks(strapi);
  await closePublicAccess(strapi);
  await setUpApiTokens(strapi);
  await setUpEditorRole(strapi);
  await createFirstAdministrator(strapi);
  await createMissingSingleTypes(strapi);
  await applyAdminLayouts({ strapi });
  await setUpDeployerWebhook(strapi);
}
