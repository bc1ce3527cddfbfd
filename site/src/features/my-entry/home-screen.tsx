import type { OpenedEntry, SentAnswer } from '@trame/cms/domain/contract/associations/my-entry';
import { formatDay } from '@trame/cms/domain/dates';
import { typography } from '@trame/cms/domain/french';
import { changedFields } from '@trame/cms/domain/entry/difference';
import { useEffect, useState } from 'preact/hooks';
import type { ForNowSection } from './for-now.tsx';
import type { EntryDoor } from './entry-door.ts';
import { Notice, Screen } from '../service/screen.tsx';
import { isFinal } from '../service/problem-screen.tsx';
import { Refusal } from '../service/refusal.tsx';
import type { Refused } from '../service/client.ts';
import { serviceWords } from '../service/service-words.ts';
import type { Draft } from '../service/drafts.ts';
import { PublicView } from '../entry-form/public-view.tsx';
import { AbandonDialog, type Waiting } from './abandon-dialog.tsx';
import { namedFields, TroubleNotice, type Trouble } from './trouble-notice.tsx';
import { formatMoment } from '@trame/cms/domain/moments';
import { words } from './words.ts';

interface Props {
  readonly opened: OpenedEntry;
  readonly door: EntryDoor;
  readonly draft: Draft | null;
  readonly trouble: Trouble | null;
  readonly busy: boolean;
  readonly onResume: (draft: Draft) => void;
  readonly onErase: () => void;
  readonly onUnchanged: () => void;
  readonly onChange: () => void;
  readonly onLeave: (() => void) | undefined;
}

/** What is printed, what we publish, and the two answers, which stay in sight. */
export function HomeScreen(props: Props) {
  const { opened, door, draft, trouble, busy, onResume, onErase, onUnchanged, onChange, onLeave } = props;
  const { association, campaign, answered } = opened;
  const [asked, setAsked] = useState<Waiting | null>(null);
  /** Who has said once that the changes may go is not asked again when the sending has to be tried again. */
  const [agreed, setAgreed] = useState(false);
  const waiting = waitingOf(opened, draft);
  const answerUnchanged = () => (waiting && !agreed ? setAsked(waiting) : onUnchanged());
  return (
    <Screen title={association.name} lead={words.home.lead}>
      <div class="flow">
        {trouble?.kind === 'moved' && <Notice alert>{words.home.conflict}</Notice>}
        {trouble?.kind === 'refused' && isFinal(trouble.refused.code) && <TroubleNotice trouble={trouble} />}
        {answered && <AnsweredNotice answered={answered} sent={opened.sent !== null} />}
        {draft && (
          <Notice title={words.draft.title(formatMoment(draft.at))}>
            {draft.version !== opened.version && <p>{words.draft.moved}</p>}
            <p class="actions">
              <button class="button" type="button" onClick={() => onResume(draft)}>
                {words.draft.resume}
              </button>
              <button class="link-button" type="button" onClick={onErase}>
                {words.draft.erase}
              </button>
            </p>
          </Notice>
        )}
        <div class="published">
          <section class="printed" aria-labelledby="imprime">
            <h2 id="imprime">{words.home.printed}</h2>
            <PrintedPicture door={door} name={association.name} />
          </section>
          <section class="sheet" aria-labelledby="publie">
            <h2 id="publie">{words.home.published}</h2>
            <p class="soft small">
              {association.verifiedOn === null
                ? words.home.neverVerified
                : words.home.verified(formatDay(association.verifiedOn))}
            </p>
            {opened.pageUrl && (
              <p class="small">
                <a class="tall-link" href={opened.pageUrl}>
                  {words.home.seePage}
                </a>
              </p>
            )}
            <PublicView entry={opened.entry} choices={opened.choices} />
          </section>
        </div>
        <ForNowWhenLoaded door={door} first={opened.forNow} />
        {onLeave && (
          <p>
            <button class="link-button" type="button" onClick={onLeave}>
              {serviceWords.leave}
            </button>
          </p>
        )}
      </div>
      <div class="choice" role="group" aria-label={words.home.choice}>
        {trouble?.kind === 'refused' && !isFinal(trouble.refused.code) && (
          <Refusal refused={trouble.refused} title={words.review.failed} fixed />
        )}
        {campaign && <p class="choice-until small">{words.home.until(formatDay(campaign.closesOn))}</p>}
        <button class="button" type="button" disabled={busy} onClick={answerUnchanged}>
          {busy ? serviceWords.sending : words.home.unchanged}
        </button>
        <button class="button button--quiet" type="button" disabled={busy} onClick={onChange}>
          {words.home.change}
        </button>
      </div>
      <AbandonDialog
        waiting={asked}
        onKeep={() => setAsked(null)}
        onAbandon={() => {
          setAsked(null);
          setAgreed(true);
          onUnchanged();
        }}
      />
    </Screen>
  );
}

/** What would be lost by saying that nothing changed; null when nothing would. */
function waitingOf({ answered, sent }: OpenedEntry, draft: Draft | null): Waiting | null {
  const replaced = answered?.kind === 'modification' && answered.state === 'à relire' ? answered : null;
  if (!replaced && !draft) return null;
  return {
    sent: replaced && {
      when: formatMoment(replaced.at),
      fields: sent ? namedFields(changedFields(sent.base, sent.entry)) : '',
    },
    typed: draft && formatMoment(draft.at),
  };
}

/** What became of the last answer: an association that comes back from a refusal reads why once more. */
function AnsweredNotice({ answered, sent }: { answered: SentAnswer; sent: boolean }) {
  const when = formatMoment(answered.at);
  if (answered.state === 'refusée') {
    return (
      <Notice title={words.home.answered.refused(when)}>
        {answered.reason && <p>{typography(answered.reason)}</p>}
        <p>{sent ? words.home.answered.again : words.home.answered.erased}</p>
      </Notice>
    );
  }
  return (
    <Notice>
      <p>{answered.state === 'acceptée' ? words.home.answered.accepted(when) : words.home.answered.waiting(when)}</p>
      {sent && <p>{words.home.answered.goOn}</p>}
    </Notice>
  );
}

/** Right after a publication the printing reads the new content first, while the site is being built: it may take a minute. */
const PICTURE_TRIES = 4;
const PICTURE_PAUSE_MS = 8_000;
const mayComeLater = (code: Refused['code']): boolean => code === 'unavailable' || code === 'network';

/** The room of the picture is kept before it comes; without it the page says so and works. */
function PrintedPicture({ door, name }: { door: EntryDoor; name: string }) {
  const [state, setState] = useState<{ url: string } | 'loading' | 'late' | 'absent'>('loading');
  useEffect(() => {
    let url: string | null = null;
    let left = false;
    let timer: number | undefined;
    const ask = (times: number): void =>
      void door.picture().then((answer) => {
        if (left) return;
        if (answer.ok) {
          url = URL.createObjectURL(answer.value);
          setState({ url });
        } else if (mayComeLater(answer.code) && times < PICTURE_TRIES) {
          timer = window.setTimeout(() => ask(times + 1), PICTURE_PAUSE_MS);
        } else setState(mayComeLater(answer.code) ? 'late' : 'absent');
      });
    ask(1);
    return () => {
      left = true;
      window.clearTimeout(timer);
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [door]);
  if (state === 'absent') return <p class="soft">{words.home.notPrinted}</p>;
  if (state === 'late') return <p class="soft">{words.home.noPicture}</p>;
  return (
    <div class="printed-picture" aria-busy={state === 'loading'}>
      {state === 'loading' ? (
        <p class="soft">{words.home.pictureComes}</p>
      ) : (
        <img src={state.url} alt={words.home.printedAlt(name)} onError={() => setState('late')} />
      )}
    </div>
  );
}

/** Comes after the page: who has an answer to give does not wait for it. */
function ForNowWhenLoaded(props: Parameters<typeof ForNowSection>[0]) {
  const [Section, setSection] = useState<typeof ForNowSection | null>(null);
  useEffect(() => {
    import('./for-now.tsx').then(
      (loaded) => setSection(() => loaded.ForNowSection),
      // The network is cut: what the page is about works without it.
      () => undefined,
    );
  }, []);
  return Section && <Section {...props} />;
}
