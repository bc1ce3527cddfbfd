import type { ComponentChildren } from 'preact';
import type { Refused } from './client.ts';
import { OfficeContact, Screen } from './screen.tsx';
import { problemWords } from './problem-words.ts';
import { serviceWords } from './service-words.ts';

/** `absent`: the address says no secret. `cut`: it says something that is none. */
export type Reason = Refused['code'] | 'absent' | 'cut';

const titled = (code: Reason) =>
  code in problemWords ? problemWords[code as keyof typeof problemWords] : problemWords.other;

/** May the letter's code open what its link does not? */
export const hasLostItsLink = (code: Reason): boolean => ['absent', 'cut', 'link-unknown'].includes(code);

/** The link has had its time: whoever keeps the entry signs in by a letter, all year round. */
export const isOver = (code: Reason): boolean => ['link-expired', 'closed'].includes(code);

/** Refusals that another try changes nothing about. */
export const isFinal = (code: Reason): boolean =>
  ['link-unknown', 'link-expired', 'link-revoked', 'link-used', 'closed', 'absent', 'cut', 'forbidden'].includes(code);

interface Props {
  readonly code: Reason;
  /** What the CMS said; its own sentence wins where ours has none. */
  readonly message: string;
  readonly onRetry: () => void;
  /** Another way in. */
  readonly children?: ComponentChildren;
}

/** Why the page cannot be shown, what to do about it, and whom to call. */
export function ProblemScreen({ code, message, onRetry, children }: Props) {
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
        {children}
        <OfficeContact />
      </div>
    </Screen>
  );
}
