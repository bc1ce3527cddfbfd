/** Entry of « Vos données ». */
import { render } from 'preact';
import { cmsClient } from '../cms-api/client.ts';
import { ids } from '../cms-api/page-config.ts';
import { pageConfig } from '../cms-api/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../cms-api/secret-of-link.ts';
import { OwnData } from './own-data.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('donnees');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(
    <OwnData ask={cmsClient(pageConfig().cmsUrl).ask} token={typeof secret === 'string' ? null : secret.token} />,
    mount,
  );
}
