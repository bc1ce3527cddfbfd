/** Which release is this, of which content: what the deployer, the tests and a monitor read. */
import { RELEASE_STATUS_FORMAT, type ReleaseStatus } from '@trame/cms/domain/contract/site/release-status';
import { content } from '../content/content.ts';
import { thisRelease } from '../content/this-release.ts';

export const GET = (): Response => {
  const { id, contentVersion, builtAt, booklet } = thisRelease();
  const status: ReleaseStatus = {
    format: RELEASE_STATUS_FORMAT,
    release: id,
    contentVersion,
    builtAt,
    booklet,
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
  };
  return Response.json(status);
};
