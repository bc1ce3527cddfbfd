import type { Received } from '@trame/cms/domain/contract/associations/my-entry';
import { typography } from '@trame/cms/domain/french';
import { Screen } from '../service/screen.tsx';
import { serviceWords } from '../service/service-words.ts';
import { words } from './words.ts';

interface Props {
  readonly received: Received;
  readonly score: { readonly points: number; readonly missing: readonly string[] };
  readonly onImprove: () => void;
  readonly onLeave: (() => void) | undefined;
}

/** Thanks, what happens next, and what would make the entry more useful. */
export function ThanksScreen({ received: { received, receiptTo }, score, onImprove, onLeave }: Props) {
  return (
    <Screen
      title={words.thanks.title}
      lead={received.kind === 'modification' ? words.thanks.changed : words.thanks.unchanged}
    >
      <div class="flow">
        <p>{receiptTo === null ? words.thanks.noReceipt : words.thanks.receipt(receiptTo)}</p>
        <section class="sheet flow" aria-labelledby="completude">
          <h2 id="completude">
            {score.missing.length === 0 ? words.thanks.scoreFull : words.thanks.score(score.points)}
          </h2>
          {score.missing.length > 0 && (
            <>
              <meter class="score" min={0} max={100} value={score.points} aria-labelledby="completude" />
              <p>{words.thanks.advice}</p>
              <ul>
                {score.missing.map((advice) => (
                  <li key={advice}>{typography(advice)}</li>
                ))}
              </ul>
              <button class="button button--quiet" type="button" onClick={onImprove}>
                {words.thanks.improve}
              </button>
            </>
          )}
        </section>
        {onLeave ? (
          <p>
            <button class="button" type="button" onClick={onLeave}>
              {serviceWords.leave}
            </button>
          </p>
        ) : (
          <p class="soft">
            {words.thanks.again} {words.thanks.close}
          </p>
        )}
      </div>
    </Screen>
  );
}
