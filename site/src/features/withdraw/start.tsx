/** Entry of « Retirer un contact ». */
import { render } from 'preact';
import { cmsClient } from '../cms-api/client.ts';
import { ids } from '../cms-api/page-config.ts';
import { pageConfig } from '../cms-api/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../cms-api/secret-of-link.ts';
import { ClosedScreen, Withdraw } from './withdraw.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('retrait');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(
    typeof secret === 'string' ? (
      <ClosedScreen
        code={secret === 'absent' ? 'absent' : 'link-unknown'}
        message=""
        onRetry={() => location.reload()}
      />
    ) : (
      <Withdraw ask={cmsClient(pageConfig().cmsUrl).ask} token={secret.token} />
    ),
    mount,
  );
}
