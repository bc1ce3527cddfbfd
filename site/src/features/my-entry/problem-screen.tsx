import type { Refused } from '../cms-api/client.ts';
import { OfficeContact, Screen } from '../cms-api/screen.tsx';
import { serviceWords } from '../cms-api/service-words.ts';
import { words } from './words.ts';

type Reason = Refused['code'] | 'absent';

const titled = (code: Reason) =>
  code in words.problem ? words.problem[code as keyof typeof words.problem] : words.problem.other;

/** Refusals that another try changes nothing about. */
export const isFinal = (code: Reason): boolean =>
  ['link-unknown', 'link-expired', 'link-revoked', 'link-used', 'closed', 'absent', 'forbidden'].includes(code);

interface Props {
  readonly code: Reason;
  /** What the CMS said; its own sentence wins where ours has none. */
  readonly message: string;
  readonly onRetry: () => void;
}

/** Why the page cannot be shown, what to do about it, and whom to call. */
export function ProblemScreen({ code, message, onRetry }: Props) {
  const { title, text } = titled(code);
  return (
    <Screen title={title}>
      <div class="flow">
        <p class="lead">{text || message}</p>
        {!isFinal(code) && (
          <p>
            <button class="button" type="button" onClick={onRetry}>
              {serviceWords.retry}
            </button>
          </p>
        )}
        <OfficeContact />
      </div>
    </Screen>
  );
}
