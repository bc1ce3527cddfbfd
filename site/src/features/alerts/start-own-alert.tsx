/** Entry of the page of an alert. */
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids } from '../service/page-config.ts';
import { pageConfig } from '../service/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../service/secret-of-link.ts';
import { OwnAlertByLetter } from './own-alert.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('alerte');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(<OwnAlertByLetter ask={cmsClient(pageConfig().cmsUrl).ask} secret={secret} />, mount);
}
