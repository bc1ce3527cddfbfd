/** Entry of the space of associations. */
import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids, readConfig } from '../service/page-config.ts';
import { sessionClient } from './session.ts';
import { AccountApp } from './account-app.tsx';

const mount = document.getElementById(ids.mount);
if (mount) {
  const { cmsUrl, communes } = readConfig<Pick<EntryChoices, 'communes'>>();
  mount.replaceChildren();
  render(
    <AccountApp
      session={sessionClient(cmsClient(cmsUrl))}
      communes={communes}
      signIn={() => location.replace('/connexion/')}
    />,
    mount,
  );
}
