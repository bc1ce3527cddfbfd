/** Entry of « Lettres de l’office ». */
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids } from '../service/page-config.ts';
import { pageConfig } from '../service/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../service/secret-of-link.ts';
import { UnsubscribeByLetter } from './unsubscribe.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('desinscription');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(<UnsubscribeByLetter ask={cmsClient(pageConfig().cmsUrl).ask} secret={secret} />, mount);
}
