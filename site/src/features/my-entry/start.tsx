/** Entry of « Ma fiche »: the secret of the link, or the code of the letter, then the visit. */
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids } from '../service/page-config.ts';
import { pageConfig } from '../service/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../service/secret-of-link.ts';
import { MyEntry } from './my-entry.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('ma-fiche');

beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(<MyEntry cms={cmsClient(pageConfig().cmsUrl)} secret={secret} />, mount);
}
