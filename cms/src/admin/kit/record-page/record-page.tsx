import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Blocker, Form, Page, useFetchClient, useForm, useNotification } from '@strapi/strapi/admin';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useHref, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { PRESENCE_SECONDS, type OpenRecord } from '../../../domain/contract/desk/record.ts';
import { saidContacts, type PlacedText, type SaidContacts } from '../../../domain/said-contacts.ts';
import { FilesOnTheirWay, useFilesOnTheirWay } from '../fields/on-their-way.ts';
import { Faults, UnreadTexts } from '../faults/form-context.ts';
import { Notice } from '../notice.tsx';
import { listPath, NEW, pagePath } from '../paths.ts';
import { problemOf } from '../problem.ts';
import { useAsked } from '../use-asked.ts';
import { usePolling } from '../use-polling.ts';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import { Drawer } from './drawer.tsx';
import { attributeOf, jumpTo, pathOfControl } from '../faults/faults-shown.ts';
import { usualSeconds } from './follow-publication.ts';
import { goToSection, Outline, sectionId } from './outline.tsx';
import { PreviewDrawer } from './preview-drawer.tsx';
import { PublishBar, type MoreAct } from './publish-bar.tsx';
import { discardDraft, openRecord, readPresence, readPublicPage, removeRecord, takeOffline } from './record-api.ts';
import type { RecordKind } from './record-kind.ts';
import { SaidDialog } from './said-dialog.tsx';
import { alsoHere, pageWords as words, restored, stateWords } from './record-words.ts';
import { useRecord } from './use-record.ts';
import { ScheduleDialog } from '../schedule/schedule-dialog.tsx';
import { ScheduleLine } from '../schedule/schedule-line.tsx';
import { nextMoment, scheduleWords } from '../schedule/schedule-words.ts';
import { useAtMoment } from '../schedule/use-at-moment.ts';

interface RecordPageProps<Value> {
  kind: RecordKind<Value>;
  /** Null for a new record. */
  documentId: string | null;
}

/** The page of a record: opens it, and shows its form in the frame. Give it `key={documentId}`. */
export const RecordPage = <Value,>({ kind, documentId }: RecordPageProps<Value>) => {
  const client = useFetchClient();
  const { answer: opened } = useAsked(
    useCallback(() => openRecord(client, kind.page, documentId), [client, kind.page, documentId]),
  );
  if (opened === null) return <Page.Loading>{words.loading}</Page.Loading>;
  if ('problem' in opened) return <Page.Error content={opened.problem} />;
  return <OpenedPage kind={kind} opened={opened} />;
};

const Body = styled.div`
  display: grid;
  grid-template-columns: 22rem minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;
  max-width: 128rem;
  padding: 2.4rem;
  /* On a phone the outline stands above: beside it, a form would be as wide as a word. */
  @media (max-width: 767px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;
const Anchor = styled.section`
  scroll-margin-top: 9.6rem;
  padding: 2.4rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  h2 {
    scroll-margin-top: 9.6rem;
  }
`;

/** Who else has the record open; nobody while that cannot be asked. */
function usePresence(kind: RecordKind<never>, documentId: string | null): readonly string[] {
  const client = useFetchClient();
  const { answer } = usePolling<readonly string[]>(
    async () =>
      documentId === null
        ? []
        : readPresence(client, kind.page, documentId).then(
            ({ others }) => others.map(({ name }) => name),
            () => [],
          ),
    () => PRESENCE_SECONDS * 1000,
  );
  useEffect(() => {
    if (documentId === null) return;
    return () => void readPresence(client, kind.page, documentId, true).catch(() => undefined);
  }, [client, kind.page, documentId]);
  return answer ?? [];
}

function useIsConnected(): boolean {
  const [connected, setConnected] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setConnected(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return connected;
}

/** Strapi's own guards of a form: another page, a closed tab, a session that ends. They watch a form of Strapi's. */
const LeaveGuard = ({ dirty, onProceed }: { dirty: boolean; onProceed: () => void }) => (
  <Form method="PUT" initialValues={{ typed: false }}>
    <Watched dirty={dirty} />
    <Blocker onProceed={onProceed} />
  </Form>
);
const Watched = ({ dirty }: { dirty: boolean }) => {
  const onChange = useForm('LeaveGuard', ({ onChange }) => onChange);
  useEffect(() => onChange('typed', dirty), [onChange, dirty]);
  return null;
};

type Open = 'preview' | 'history' | null;
type Asking = 'offline' | 'discard' | 'remove' | null;

const OpenedPage = <Value,>({ kind, opened }: { kind: RecordKind<Value>; opened: OpenRecord }) => {
  const page = useRecord(kind, opened);
  const files = useFilesOnTheirWay();
  const [awaits, setAwaits] = useState(false);
  const { record, value, faults, save } = page;
  const client = useFetchClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const connected = useIsConnected();
  const others = usePresence(kind as unknown as RecordKind<never>, record.documentId);
  const [open, setOpen] = useState<Open>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [planning, setPlanning] = useState(false);
  /** What texts say that nobody read there before: whoever publishes it has seen it. */
  const [toSay, setToSay] = useState<readonly SaidContacts<PlacedText>[]>([]);
  const [publicPage, setPublicPage] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const publishButton = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const title = kind.titleOf(value) || kind.words.fresh;

  // Its own address once it is saved, without leaving the page: the focus stays where it is.
  const address = useHref(pagePath(kind.page, record.documentId ?? NEW));
  useEffect(() => {
    if (record.documentId !== null && !window.location.pathname.endsWith(`/${record.documentId}`))
      window.history.replaceState(window.history.state, '', address);
  }, [record.documentId, address]);

  const isPublic = record.standing === 'published' || record.standing === 'modified';
  useEffect(() => {
    let alive = true;
    const { documentId } = record;
    if (documentId === null || !isPublic) return;
    readPublicPage(client, kind.uid, documentId).then(
      (url) => alive && setPublicPage(url),
      () => undefined, // the page serves without the link
    );
    return () => {
      alive = false;
    };
  }, [client, kind.uid, record, isPublic]);

  const summary = useRef<HTMLDivElement>(null);
  const saidOf = (one: Value) => saidContacts(kind.textsOf(kind.toContent(one)), record.saidOnline);
  const run = async (publish: boolean, seen = false) => {
    if ((publish ? !record.may.publish : !record.may.save) || awaits) return;
    if (!files.areSent()) {
      setAwaits(true);
      const arrived = await files.arrived();
      setAwaits(false);
      if (!arrived) {
        toggleNotification({ type: 'danger', message: words.notSent, timeout: 10_000 });
        return;
      }
      // The form as it is drawn with them.
      await new Promise((drawn) => window.setTimeout(drawn));
      await keys.current(publish, seen);
      return;
    }
    const news = publish && !seen && page.isReady() ? saidOf(kind.tidy(value)) : [];
    if (news.length > 0) {
      setToSay(news);
      return;
    }
    if (files.waiting > 0)
      toggleNotification({ type: 'info', message: words.undescribed(files.waiting), timeout: 10_000 });
    const saved = await save(publish);
    // In the step after, which draws the faults.
    if (!saved) window.requestAnimationFrame(() => summary.current?.focus());
  };
  const keys = useRef(run);
  useEffect(() => {
    keys.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const publish = event.key === 'Enter';
      if (!publish && event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (!event.repeat && document.querySelector('[role="dialog"], [role="alertdialog"]') === null)
        void keys.current(publish);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  /** To the control of a fault; where it has none here, to its section. */
  const lead = (path: string): boolean => {
    if (jumpTo(path)) return true;
    const section = kind.sections.find(({ attributes }) => attributes.includes(attributeOf(path)));
    if (section) goToSection(section.id);
    return section !== undefined;
  };
  /** The next fault after the one that has the focus. */
  const nextFault = () => {
    const paths = faults.map(({ path }) => path).filter((path) => path !== '');
    const here = document.activeElement === null ? null : pathOfControl(document.activeElement);
    const at = here === null ? -1 : paths.indexOf(here);
    const next = paths[(at + 1) % Math.max(1, paths.length)];
    if (next === undefined || !lead(next)) summary.current?.focus();
  };

  const openDrawer = (which: Exclude<Open, null>) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpen(which);
  };
  const closeDrawer = () => {
    flushSync(() => setOpen(null));
    opener.current?.focus();
  };

  const act = async (doIt: () => Promise<true>, done: string, after: () => Promise<void> | void) => {
    try {
      await doIt();
      toggleNotification({ type: 'success', message: done });
      await after();
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemOf(error), timeout: 10_000 });
    }
    setAsking(null);
    publishButton.current?.focus();
  };
  const { documentId } = record;
  const reopen = async () => page.replace(await openRecord(client, kind.page, documentId));
  // What was planned happens while the page is open, too; what is typed stays.
  useAtMoment(nextMoment(record.schedule), async () => {
    const fresh = await openRecord(client, kind.page, documentId);
    if (JSON.stringify(fresh.schedule) === JSON.stringify(record.schedule)) return;
    if (page.dirty) page.planned(fresh.schedule);
    else page.replace(fresh);
  });
  const closePlanning = () => {
    setPlanning(false);
    publishButton.current?.focus();
  };

  const more: MoreAct[] = [
    ...(publicPage !== null && isPublic
      ? [{ label: words.site, act: () => void window.open(publicPage, '_blank', 'noopener') }]
      : []),
    ...(documentId !== null && record.may.publish && record.schedule === null
      ? [{ label: scheduleWords.act, act: () => setPlanning(true) }]
      : []),
    ...(record.standing === 'modified' && record.may.save
      ? [{ label: words.discard, act: () => setAsking('discard') }]
      : []),
    ...(isPublic && record.may.publish
      ? [{ label: words.offline, danger: true, act: () => setAsking('offline') }]
      : []),
    ...(documentId !== null && record.may.remove
      ? [{ label: words.remove, danger: true, act: () => setAsking('remove') }]
      : []),
  ];
  const state = stateWords(
    {
      record,
      dirty: page.dirty,
      underWay: awaits ? 'sending' : page.underWay,
      online: page.online,
      refused: page.isRefused ? faults.length : 0,
      leftOut: page.leftOut,
      usualSeconds: usualSeconds(),
    },
    kind.words,
    new Date(),
  );

  const typing = useDeferredValue(value);
  const said = useMemo(
    () => saidContacts(kind.textsOf(kind.toContent(typing)), record.saidOnline),
    [kind, typing, record.saidOnline],
  );

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <PublishBar
        title={title}
        back={{ label: kind.words.list, path: listPath(kind.uid) }}
        state={state}
        presence={others.length > 0 ? alsoHere(others, kind.words) : null}
        faults={faults.length}
        mayPublish={record.may.publish}
        maySave={record.may.save}
        publishRef={publishButton}
        onFaults={nextFault}
        onPreview={kind.previews ? () => openDrawer('preview') : null}
        onHistory={kind.History && documentId !== null ? () => openDrawer('history') : null}
        more={more}
        planned={
          documentId !== null && record.schedule !== null ? (
            <ScheduleLine
              uid={kind.uid}
              documentId={documentId}
              online={isPublic}
              schedule={record.schedule}
              may={record.may.publish}
              onChange={() => setPlanning(true)}
              onGivenUp={() => page.planned(null)}
            />
          ) : null
        }
        notices={
          <>
            {!connected && <Notice tone="warning" title={words.cutOff} />}
            {!page.isKept && page.dirty && <Notice tone="warning" title={words.notKept} />}
            {page.takenOver !== null && (
              <Notice
                tone={page.takenOver.withdrawn.length > 0 ? 'warning' : 'working'}
                title={[...page.takenOver.withdrawn, ...page.takenOver.told].join(' ')}
              >
                <Button variant="tertiary" size="S" onClick={page.forgetTakenOver}>
                  {words.understood}
                </Button>
              </Notice>
            )}
          </>
        }
        onSave={() => void run(false)}
        onPublish={() => void run(true)}
      />
      <Body>
        <Outline
          sections={kind.sections}
          faults={faults}
          completeness={kind.completenessOf(value)}
          kind={kind.words}
          said={said}
        >
          {kind.Aside && <kind.Aside value={value} record={record} />}
        </Outline>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Notices>
            {page.restored !== null && (
              <Notice tone="working" title={restored(page.restored.at, new Date())} live>
                <Flex direction="column" alignItems="flex-start" gap={2}>
                  {page.restored.elsewhere && <p>{words.restoredElsewhere}</p>}
                  <Button variant="secondary" size="S" onClick={() => page.replace(record)}>
                    {words.restart}
                  </Button>
                </Flex>
              </Notice>
            )}
            {kind.Notices && <kind.Notices value={value} record={record} />}
            {faults.length > 0 && page.isRefused && (
              <Box ref={summary} tabIndex={-1}>
                <Notice tone="danger" title={words.faults(faults.length)}>
                  <ul>
                    {faults.map(({ path, message }, rank) => (
                      <li key={rank}>
                        <FaultLink path={path} message={message} lead={lead} />
                      </li>
                    ))}
                  </ul>
                </Notice>
              </Box>
            )}
          </Notices>
          <Faults.Provider value={faults}>
            <Flex
              ref={form}
              direction="column"
              alignItems="stretch"
              gap={4}
              onBlur={(event: React.FocusEvent) => {
                const path = pathOfControl(event.target);
                if (path !== null) page.leave(path);
              }}
            >
              <FilesOnTheirWay.Provider value={files.told}>
                <UnreadTexts.Provider value={page.tellUnread}>
                  {kind.sections.map(({ id, title: heading, Fields }) => (
                    <Anchor key={id} aria-labelledby={sectionId(id)}>
                      <Box paddingBottom={4}>
                        <Typography id={sectionId(id)} tag="h2" variant="beta" tabIndex={-1}>
                          {heading}
                        </Typography>
                      </Box>
                      <Fields value={value} onValue={page.change} record={record} />
                    </Anchor>
                  ))}
                </UnreadTexts.Provider>
              </FilesOnTheirWay.Provider>
            </Flex>
          </Faults.Provider>
        </Flex>
      </Body>
      {planning && documentId !== null && (
        <ScheduleDialog
          uid={kind.uid}
          documentId={documentId}
          online={isPublic}
          schedule={record.schedule}
          save={page.dirty && record.may.save ? () => save(false) : undefined}
          onPlanned={page.planned}
          onClose={closePlanning}
        />
      )}
      {open === 'preview' && kind.previews && (
        <PreviewDrawer
          page={kind.page}
          previews={kind.previews}
          question={{
            documentId,
            base: page.base.version,
            openedAt: page.base.openedAt,
            content: documentId === null ? page.content : page.typed,
          }}
          title={title}
          onClose={closeDrawer}
        />
      )}
      {open === 'history' && kind.History && documentId !== null && (
        <Drawer title={words.history} onClose={closeDrawer}>
          <kind.History documentId={documentId} />
        </Drawer>
      )}
      {toSay.length > 0 && (
        <SaidDialog
          said={toSay}
          onClose={() => setToSay([])}
          onText={(path) => {
            flushSync(() => setToSay([]));
            // After the dialog has given the focus back.
            window.setTimeout(() => lead(path));
          }}
          onPublish={() => {
            setToSay([]);
            void run(true, true);
          }}
        />
      )}
      {page.settling !== null && (
        <ConflictDialog
          conflicts={page.settling.conflict.conflicts}
          publishes={page.settling.publish}
          onChosen={(choices) => void page.settle(choices)}
          onClose={page.giveUpSettling}
        />
      )}
      {asking !== null && documentId !== null && (
        <Ask
          asking={asking}
          title={title}
          isPlanned={record.schedule !== null}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            if (asking === 'offline')
              return act(() => takeOffline(client, kind.uid, documentId), words.confirmOffline.done, reopen);
            if (asking === 'discard')
              return act(() => discardDraft(client, kind.uid, documentId), words.confirmDiscard.done, reopen);
            return act(
              () => removeRecord(client, kind.uid, documentId),
              words.confirmRemove.done,
              () => {
                page.replace(record); // nothing typed is left to warn of
                navigate(listPath(kind.uid));
              },
            );
          }}
        />
      )}
      <LeaveGuard dirty={page.dirty || page.isUnread || files.waiting > 0} onProceed={page.giveUp} />
    </Page.Main>
  );
};

const NoticeList = styled.div`
  a {
    color: ${({ theme }) => theme.colors.primary700};
  }
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  &:empty {
    display: none;
  }
`;
const Notices = ({ children }: { children: ReactNode }) => <NoticeList>{children}</NoticeList>;

interface FaultLinkProps {
  path: string;
  message: string;
  lead: (path: string) => boolean;
}

const FaultLink = ({ path, message, lead }: FaultLinkProps) =>
  path === '' ? (
    <>{message}</>
  ) : (
    <a
      href={`#${path}`}
      onClick={(event) => {
        event.preventDefault();
        lead(path);
      }}
    >
      {message}
    </a>
  );

interface AskProps {
  asking: Exclude<Asking, null>;
  title: string;
  /** Something is planned, which the act ends. */
  isPlanned: boolean;
  onCancel: () => void;
  onConfirm: () => Promise<void>;
}

/** Asks before an act of the menu, which is gone by the time it is chosen. */
const Ask = ({ asking, title, isPlanned, onCancel, onConfirm }: AskProps) => {
  const [said, label, meaning] = {
    offline: [words.confirmOffline.title, words.offline, words.confirmOffline.meaning(title)] as const,
    discard: [words.confirmDiscard.title, words.discard, words.confirmDiscard.meaning] as const,
    remove: [words.confirmRemove.title, words.remove, words.confirmRemove.meaning(title)] as const,
  }[asking];
  return (
    <Dialog.Root open onOpenChange={(open: boolean) => !open && onCancel()}>
      <Dialog.Content>
        <Dialog.Header>{said}</Dialog.Header>
        <Dialog.Body>
          <Dialog.Description>
            <Typography variant="omega">
              {isPlanned && asking !== 'discard' ? `${meaning} ${scheduleWords.offlineToo}` : meaning}
            </Typography>
          </Dialog.Description>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              Annuler
            </Button>
          </Dialog.Cancel>
          <Button variant="danger-light" fullWidth onClick={() => void onConfirm()}>
            {label}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
