/** Entry of « Retirer un contact ». */
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids } from '../service/page-config.ts';
import { pageConfig } from '../service/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../service/secret-of-link.ts';
import { WithdrawByLetter } from './withdraw.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('retrait');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(<WithdrawByLetter ask={cmsClient(pageConfig().cmsUrl).ask} secret={secret} />, mount);
}
