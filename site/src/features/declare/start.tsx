/** Entry of « Déclarer une association ». */
import type { EntryChoices } from '@trame/cms/domain/contract/my-entry';
import { render } from 'preact';
import { cmsClient } from '../cms-api/client.ts';
import { ids, readConfig } from '../cms-api/page-config.ts';
import { draftBox } from '../entry-form/drafts.ts';
import { Declare } from './declare.tsx';

const mount = document.getElementById(ids.mount);
if (mount) {
  const { cmsUrl, choices } = readConfig<{ choices: EntryChoices }>();
  mount.replaceChildren();
  render(<Declare ask={cmsClient(cmsUrl).ask} choices={choices} drafts={draftBox('declarer')} />, mount);
}
