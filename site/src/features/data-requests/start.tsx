/** Entry of « Vos données ». */
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids } from '../service/page-config.ts';
import { pageConfig } from '../service/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../service/secret-of-link.ts';
import { DataRequests } from './data-requests.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('mes-donnees');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(<DataRequests ask={cmsClient(pageConfig().cmsUrl).ask} secret={secret} />, mount);
}
