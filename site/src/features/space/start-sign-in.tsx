/** Entry of « Se connecter ». */
import { render } from 'preact';
import { cmsClient } from '../cms-api/client.ts';
import { ids } from '../cms-api/page-config.ts';
import { pageConfig } from '../cms-api/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../cms-api/secret-of-link.ts';
import { SignIn } from './sign-in.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('connexion');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(
    <SignIn
      cms={cmsClient(pageConfig().cmsUrl)}
      token={typeof secret === 'string' ? null : secret.token}
      onSignedIn={() => {
        sessionStorage.removeItem('trame:lien:connexion'); // spent
        location.assign('/espace/');
      }}
    />,
    mount,
  );
}
