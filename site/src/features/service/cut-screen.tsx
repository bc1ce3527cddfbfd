import type { ComponentChildren } from 'preact';
import { OfficeContact, Screen } from './screen.tsx';
import { serviceWords } from './service-words.ts';

interface Props {
  /** The form for the code of the letter. */
  readonly code: ComponentChildren;
  /** Asks for another letter. */
  readonly again: string;
  readonly onAgain: () => void;
}

/** The link of a letter that can be asked for again came without its secret. */
export function CutScreen({ code, again, onAgain }: Props) {
  return (
    <Screen key="cut" title={serviceWords.code.cut} lead={serviceWords.code.cutHelp}>
      <div class="flow">
        {code}
        <p>
          <button class="link-button" type="button" onClick={onAgain}>
            {again}
          </button>
        </p>
        <OfficeContact />
      </div>
    </Screen>
  );
}
