import type { EntryChoices, SentAnswer } from '@trame/cms/domain/contract/associations/my-entry';
import { changedFields } from '@trame/cms/domain/entry/difference';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { takenBack, type TakenBack } from '@trame/cms/domain/entry/taken-back';
import { channelsInWords } from '@trame/cms/domain/consent';
import { Notice, Screen } from '../service/screen.tsx';
import { serviceWords } from '../service/service-words.ts';
import { ChangesList, type LogoPictures } from '../entry-form/changes-list.tsx';
import { formatMoment } from '@trame/cms/domain/moments';
import { TroubleNotice, type Trouble } from './trouble-notice.tsx';
import { words } from './words.ts';

interface Props {
  readonly before: EntryForm;
  readonly after: EntryForm;
  /** Addresses of the logo as it is, and as it would be; null where there is none. */
  readonly pictures: LogoPictures;
  readonly choices: EntryChoices;
  /** By contact of `before`: the page that takes it out at once. */
  readonly withdrawals: readonly (string | null)[];
  /** Changes of one's own that wait: a new answer replaces them, be it that nothing changed. */
  readonly waiting: SentAnswer | null;
  readonly trouble: Trouble | null;
  readonly busy: boolean;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

/** The changes in words, before they leave. */
export function ReviewScreen({
  before,
  after,
  pictures,
  choices,
  withdrawals,
  waiting,
  trouble,
  busy,
  onSend,
  onBack,
}: Props) {
  const nothing = changedFields(before, after).length === 0;
  const confirmed = waiting ? words.review.nothingWhileWaiting(formatMoment(waiting.at)) : words.review.nothing;
  return (
    <Screen title={words.review.title} lead={nothing ? confirmed : words.review.lead}>
      <div class="flow">
        {trouble?.kind === 'moved' && <TroubleNotice trouble={trouble} />}
        {!nothing && <ChangesList before={before} after={after} pictures={pictures} choices={choices} />}
        <AtOnce taken={takenBack(before.contacts, after.contacts)} withdrawals={withdrawals} />
        {trouble?.kind === 'refused' && <TroubleNotice trouble={trouble} />}
        <div class="actions actions--end">
          <button class="button" type="button" disabled={busy} onClick={onSend}>
            {busy ? serviceWords.sending : nothing ? words.review.confirm : words.review.send}
          </button>
          <button class="link-button" type="button" onClick={onBack}>
            {words.review.back}
          </button>
        </div>
      </div>
    </Screen>
  );
}

interface AtOnceProps {
  readonly taken: readonly TakenBack[];
  readonly withdrawals: readonly (string | null)[];
}

/** A number stays public until the office has read the answer: whoever does not want to wait does not have to. */
function AtOnce({ taken, withdrawals }: AtOnceProps) {
  if (taken.length === 0) return null;
  const say = words.review.atOnce;
  return (
    <Notice title={say.title}>
      {taken.map(({ rank, contact, channels }) => {
        const link = withdrawals[rank] ?? null;
        const who = contact.name || contact.role || say.someone;
        return (
          <div key={rank}>
            <p>{say.stays(who, channelsInWords(channels))}</p>
            {link !== null && (
              <p>
                <a class="tall-link" href={link} target="_blank" rel="noopener">
                  {say.act(who)}
                </a>
              </p>
            )}
          </div>
        );
      })}
      <p>{say.meaning}</p>
    </Notice>
  );
}
