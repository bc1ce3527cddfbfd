/** Entry of « Répondre à un message ». */
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids } from '../service/page-config.ts';
import { pageConfig } from '../service/screen.tsx';
import { beginAnewWithLink, secretOfLink } from '../service/secret-of-link.ts';
import { AnswerByLetter } from './answer-message.tsx';

const mount = document.getElementById(ids.mount);
const secret = secretOfLink('repondre');
beginAnewWithLink();

if (mount) {
  mount.replaceChildren();
  render(<AnswerByLetter ask={cmsClient(pageConfig().cmsUrl).ask} secret={secret} />, mount);
}
