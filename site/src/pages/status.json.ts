/** Which release is this, of which content: what the deployer, the tests and a monitor read. */
import { buildEnv } from '../build-env.ts';
import { content } from '../content/content.ts';

export const GET = (): Response =>
  Response.json({
    release: buildEnv.TRAME_RELEASE_ID,
    contentVersion: buildEnv.TRAME_CONTENT_VERSION,
    builtAt: buildEnv.TRAME_BUILT_AT,
    counts: {
      associations: content.associations.all.length,
      events: content.events.all.length,
      guides: content.guides.all.length,
      resources: content.resources.all.length,
      actionPlans: content.actionPlans.length,
      actions: content.actions.length,
      themes: content.themes.all.length,
      communes: content.communes.all.length,
    },
  });
