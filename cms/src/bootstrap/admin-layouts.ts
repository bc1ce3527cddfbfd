import type { Core } from '@strapi/strapi';
import { mergeConfiguration, shippedConfiguration, type Configuration } from '../labels/configuration.ts';
import type { Layout } from '../labels/layout.ts';
import { componentLayouts, contentTypeLayouts } from '../labels/layouts.ts';

/** The two services of the content manager that hold configurations; Strapi does not export their types. */
interface ConfigurationService {
  findConfiguration(model: { uid: string }): Promise<Configuration>;
  updateConfiguration(model: { uid: string }, configuration: Configuration): Promise<unknown>;
}

type Shipped = Record<string, { layout: string; configuration: Configuration }>;

/**
 * Gives every type and component its French words, its order and its columns in the admin. Runs at every start: costs one
 * read when nothing new ships, and never undoes what an editor chose (`mergeConfiguration`).
 */
export async function applyAdminLayouts({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'trame', key: 'admin_layouts' });
  const shippedBefore = ((await store.get({})) ?? {}) as Shipped;
  const contentManager = strapi.plugin('content-manager');
  const contentTypes: ConfigurationService = contentManager.service('content-types');
  const components: ConfigurationService = contentManager.service('components');
  const jobs = [
    ...contentTypeLayouts.map((layout) => ({ layout, service: contentTypes })),
    ...componentLayouts.map((layout) => ({ layout, service: components })),
  ].filter(({ layout }) => shippedBefore[layout.uid]?.layout !== fingerprint(layout));
  if (jobs.length === 0) return;

  const shippedNow: Shipped = { ...shippedBefore };
  for (const { layout, service } of jobs) {
    const model = { uid: layout.uid };
    const current = await service.findConfiguration(model);
    const shipped = shippedConfiguration(layout, current);
    const merged = mergeConfiguration(current, shipped, shippedBefore[layout.uid]?.configuration ?? null);
    await service.updateConfiguration(model, merged);
    shippedNow[layout.uid] = { layout: fingerprint(layout), configuration: shipped };
  }
  await store.set({ value: shippedNow });
  strapi.log.info(
    `Présentation des fiches dans l’administration : ${jobs.length} mise${jobs.length > 1 ? 's' : ''} à jour.`,
  );
}

/** Layouts are small and literal: the text itself is the fingerprint that a change cannot escape. */
function fingerprint(layout: Layout): string {
  return JSON.stringify(layout);
}
