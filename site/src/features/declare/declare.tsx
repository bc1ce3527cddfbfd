/** A new association, step by step: is it listed already, its entry, a last look, thanks. No account, nothing published by itself. */
import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import type { Ask } from '../service/client.ts';
import type { DraftBox } from '../service/drafts.ts';
import { Screen } from '../service/screen.tsx';
import { DescribeScreen } from './describe-screen.tsx';
import { FirstScreen } from './first-screen.tsx';
import { LookAlikesScreen } from './look-alikes-screen.tsx';
import { SendScreen } from './send-screen.tsx';
import { useDeclaration } from './use-declaration.ts';
import { words } from './words.ts';

interface Props {
  readonly ask: Ask;
  readonly choices: EntryChoices;
  readonly drafts: DraftBox;
}

export function Declare({ ask, choices, drafts }: Props) {
  const declaration = useDeclaration(ask, drafts);
  const { go, checked, refused, busy, received } = declaration;

  if (declaration.screen === 'thanks' && received) {
    return (
      <Screen title={words.thanks.title} lead={words.thanks.lead}>
        <div class="flow">
          {received.receiptTo !== null && <p>{words.thanks.receipt(received.receiptTo)}</p>}
          <p>
            <a class="button" href="/">
              {words.thanks.home}
            </a>
          </p>
        </div>
      </Screen>
    );
  }
  if (declaration.screen === 'alike') {
    return (
      <LookAlikesScreen
        found={declaration.alike}
        onNone={() => go(checked ? 'review' : 'form')}
        onBack={() => history.back()}
      />
    );
  }
  if (declaration.screen === 'form') {
    return (
      <DescribeScreen
        entry={declaration.entry}
        onEntry={declaration.type}
        choices={choices}
        faults={declaration.faults}
        onFaults={declaration.setFaults}
        kept={declaration.isKept}
        onChecked={declaration.review}
        onBack={() => history.back()}
      />
    );
  }
  if (declaration.screen === 'review' && checked) {
    return (
      <SendScreen
        entry={checked}
        choices={choices}
        refused={refused}
        addressFault={declaration.addressFault}
        busy={busy}
        onSend={(email, website2) => void declaration.send(email, website2)}
        onBack={() => history.back()}
      />
    );
  }
  return (
    <FirstScreen
      entry={declaration.entry}
      onEntry={declaration.type}
      rnaId={declaration.rnaId}
      onRnaId={declaration.setRnaId}
      legalForm={declaration.legalForm}
      onLegalForm={declaration.setLegalForm}
      choices={choices}
      draft={declaration.draft}
      onResume={declaration.resume}
      onErase={declaration.erase}
      faults={declaration.firstFaults}
      onFaults={declaration.setFirstFaults}
      refused={refused}
      busy={busy}
      onNext={() => void declaration.begin()}
    />
  );
}
