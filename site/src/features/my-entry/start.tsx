/** Entry of « Ma fiche »: the secret of the link, then the visit. */
import { render } from 'preact';
import { cmsClient } from '../cms-api/client.ts';
import { ids } from '../cms-api/page-config.ts';
import { pageConfig } from '../cms-api/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../cms-api/secret-of-link.ts';
import { draftBox } from '../entry-form/drafts.ts';
import { doorOfLink } from './entry-door.ts';
import { EntryVisit } from './entry-visit.tsx';
import { ProblemScreen } from './problem-screen.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('ma-fiche');

beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(
    typeof secret === 'string' ? (
      <ProblemScreen
        code={secret === 'absent' ? 'absent' : 'link-unknown'}
        message=""
        onRetry={() => location.reload()}
      />
    ) : (
      <EntryVisit
        door={doorOfLink(secret.token, cmsClient(pageConfig().cmsUrl))}
        draftsOf={(association) => draftBox(`fiche:${association}`)}
      />
    ),
    mount,
  );
}
