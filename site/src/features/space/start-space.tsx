/** Entry of the space of associations. */
import type { EntryChoices } from '@trame/cms/domain/contract/my-entry';
import { render } from 'preact';
import { cmsClient } from '../cms-api/client.ts';
import { ids, readConfig } from '../cms-api/page-config.ts';
import { sessionClient } from './session.ts';
import { SpaceApp } from './space-app.tsx';

const mount = document.getElementById(ids.mount);
if (mount) {
  const { cmsUrl, communes } = readConfig<Pick<EntryChoices, 'communes'>>();
  mount.replaceChildren();
  render(
    <SpaceApp
      session={sessionClient(cmsClient(cmsUrl))}
      communes={communes}
      signIn={() => location.replace('/connexion/')}
    />,
    mount,
  );
}
