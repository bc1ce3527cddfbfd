/** Entry of « Se connecter ». */
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids } from '../service/page-config.ts';
import { pageConfig } from '../service/screen.tsx';
import { beginAnewWithLink, forgetSecret, secretOfLink } from '../service/secret-of-link.ts';
import { SignIn } from './sign-in.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('connexion');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(
    <SignIn
      cms={cmsClient(pageConfig().cmsUrl)}
      secret={secret}
      onSignedIn={() => {
        forgetSecret('connexion');
        location.assign('/espace/');
      }}
    />,
    mount,
  );
}
