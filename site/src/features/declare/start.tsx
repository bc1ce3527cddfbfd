/** Entry of « Déclarer une association ». */
import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import { render } from 'preact';
import { cmsClient } from '../service/client.ts';
import { ids, readConfig } from '../service/page-config.ts';
import { draftBox } from '../service/drafts.ts';
import { Declare } from './declare.tsx';

const mount = document.getElementById(ids.mount);
if (mount) {
  const { cmsUrl, choices } = readConfig<{ choices: EntryChoices }>();
  mount.replaceChildren();
  render(<Declare ask={cmsClient(cmsUrl).ask} choices={choices} drafts={draftBox('declarer')} />, mount);
}
