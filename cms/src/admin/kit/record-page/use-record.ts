/** The state of an open record: what is saved, what is typed, and what becomes of both. */
import { isFetchError, useAuth, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenRecord, RecordData, SavedRecord } from '../../../domain/contract/desk/record.ts';
import { resolve } from '../../../domain/merge/resolve.ts';
import { same } from '../../../domain/merge/same.ts';
import { faultsIn, problemOf, type Fault } from '../problem.ts';
import type { Choices } from '../conflict/conflict-dialog.tsx';
import { afterSave, changedIn } from './changes.ts';
import { attributeOf, shownFaults } from '../faults/faults-shown.ts';
import type { Unread } from '../faults/form-context.ts';
import { useFollowed } from './follow-publication.ts';
import { forget, keep, readKept, type KeptKey } from './kept-values.ts';
import { saveRecord } from './record-api.ts';
import type { RecordKind } from './record-kind.ts';
import { pageWords as words, today, type Asked } from './record-words.ts';

/** Long enough for a word to be typed to its end. */
const KEEP_AFTER_MS = 400;

interface Settling {
  readonly conflict: Extract<SavedRecord, { kind: 'conflict' }>;
  readonly publish: boolean;
}

/** The draft that a form was made from, and when it was read. */
type Base = Pick<OpenRecord, 'version' | 'openedAt'>;

/** What the last save took over from others. */
export interface TakenOver {
  readonly told: readonly string[];
  readonly withdrawn: readonly string[];
}

/** What the rules say of a form, and the texts that it would lose. */
const withUnread = (faults: readonly Fault[], unread: ReadonlyMap<string, string>): readonly Fault[] =>
  unread.size === 0
    ? faults
    : [
        ...[...unread].map(([path, message]): Fault => ({ path, message })),
        ...faults.filter(({ path }) => !unread.has(path)),
      ];

export function useRecord<Value>(kind: RecordKind<Value>, opened: OpenRecord) {
  const client = useFetchClient();
  const { toggleNotification } = useNotification();
  const editor = String(useAuth('RecordPage', ({ user }) => user?.id) ?? '');
  const keyOf = useCallback(
    (documentId: string | null): KeptKey => ({ editor, page: kind.page, documentId }),
    [editor, kind],
  );

  const [kept] = useState(() => readKept(localStorage, keyOf(opened.documentId), Date.now()));
  const [record, setRecord] = useState(opened);
  /** The draft that the form was made from; not always the newest one. */
  const [base, setBase] = useState(
    kept === null
      ? { version: opened.version, openedAt: opened.openedAt }
      : { version: kept.base, openedAt: kept.openedAt },
  );
  const [restoredAt, setRestoredAt] = useState(kept?.at ?? null);
  const [value, setValue] = useState(() => kind.toValue({ ...opened.content, ...kept?.content }));
  const [isKept, setIsKept] = useState(true);
  const [underWay, setUnderWay] = useState<'saving' | 'publishing' | null>(null);
  const [settling, setSettling] = useState<Settling | null>(null);
  const [takenOver, setTakenOver] = useState<TakenOver | null>(null);
  const [refusedFaults, setRefusedFaults] = useState<{ faults: readonly Fault[]; content: RecordData } | null>(null);
  const [askedToPublish, setAskedToPublish] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  /** By path: a text stands there that chooses nothing, and is not in the form's value. */
  const [unread, setUnread] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState<Asked | null>(null);

  const contentOf = useCallback((one: Value) => kind.toContent(kind.tidy(one)), [kind]);
  const savedContent = useMemo(() => contentOf(kind.toValue(record.content)), [contentOf, kind, record]);
  const content = useMemo(() => contentOf(value), [contentOf, value]);
  const typed = useMemo(() => changedIn(savedContent, content), [savedContent, content]);
  const dirty = Object.keys(typed).length > 0;

  const latest = useRef({ value, record });
  useEffect(() => {
    latest.current = { value, record };
  });

  // What is typed stays on the device until it is saved or given up.
  useEffect(() => {
    const key = keyOf(record.documentId);
    if (!dirty) {
      forget(localStorage, key);
      return;
    }
    const write = () =>
      setIsKept(
        keep(localStorage, key, { at: Date.now(), base: base.version, openedAt: base.openedAt, content: typed }),
      );
    const timer = window.setTimeout(write, KEEP_AFTER_MS);
    // A tab that is closed does not wait.
    window.addEventListener('pagehide', write);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pagehide', write);
    };
  }, [keyOf, record.documentId, dirty, typed, base]);

  const live = useMemo(() => withUnread(kind.faultsOf(value, today(new Date())), unread), [kind, value, unread]);
  const server = useMemo(
    () =>
      (refusedFaults?.faults ?? []).filter(({ path }) => {
        const attribute = attributeOf(path);
        return same(refusedFaults?.content[attribute], content[attribute]);
      }),
    [refusedFaults, content],
  );
  const faults = useMemo(
    // It is told once its field was left.
    () => shownFaults({ live, server, left: new Set([...left, ...unread.keys()]), asked: askedToPublish }),
    [live, server, left, unread, askedToPublish],
  );

  const tell = (type: 'success' | 'info' | 'danger', message: string) =>
    toggleNotification({ type, message, timeout: type === 'danger' ? 10_000 : 5_000 });

  const busy = useRef(false);
  async function send(publish: boolean, sent: RecordData, changes: RecordData, from: Base): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setUnderWay(publish ? 'publishing' : 'saving');
    try {
      const { documentId } = record;
      const result = await saveRecord(client, kind.page, {
        documentId,
        base: from.version,
        openedAt: from.openedAt,
        content: changes,
        publish,
      });
      if (result.kind === 'conflict') {
        setSettling({ conflict: result, publish });
        return false;
      }
      const now = contentOf(latest.current.value);
      forget(localStorage, keyOf(documentId));
      setRecord(result.record);
      setBase(result.record);
      setValue(kind.toValue(afterSave(result.record.content, sent, now)));
      setRestoredAt(null);
      setSettling(null);
      setRefusedFaults(null);
      setTakenOver(result.told.length + result.withdrawn.length > 0 ? result : null);
      if (publish) {
        setAskedToPublish(false);
        const at = result.record.publishedAt ?? new Date().toISOString();
        setAsked({ contentVersion: result.contentVersion, at });
      } else {
        setAsked(null);
        tell('success', result.record.standing === 'modified' ? words.savedModified : words.saved(kind.words));
      }
      return true;
    } catch (error) {
      const found = faultsIn(error);
      setRefusedFaults(found.length === 0 ? null : { faults: found, content: sent });
      if (found.length === 0 || found.every(({ path }) => path === '')) {
        const problem = found[0]?.message ?? problemOf(error);
        // A refusal says what to mend; silence, that nothing is lost.
        tell('danger', isFetchError(error) && error.status !== undefined ? problem : `${problem} ${words.kept}`);
      }
      return false;
    } finally {
      busy.current = false;
      setUnderWay(null);
    }
  }

  /** @returns whether it is saved; when it is not, the faults, the dialog or a notification say why */
  async function save(publish: boolean): Promise<boolean> {
    const tidied = kind.tidy(value);
    setValue(tidied);
    const sent = kind.toContent(tidied);
    const isNew = record.documentId === null;
    const changes = isNew ? sent : changedIn(savedContent, sent);
    const nothing = !isNew && Object.keys(changes).length === 0;
    if (!publish && nothing) {
      tell('info', words.nothingToSave);
      return true;
    }
    if (publish && nothing && record.standing === 'published') {
      tell('info', words.nothingToPublish);
      return true;
    }
    if (publish) {
      setAskedToPublish(true);
      if (withUnread(kind.faultsOf(tidied, today(new Date())), unread).length > 0) return false;
    }
    return send(publish, sent, changes, base);
  }

  /** Saves what was chosen. Whether the record is online is chosen with an empty path: then it is saved, and not published. */
  async function settle(choices: Choices): Promise<boolean> {
    if (settling === null) return false;
    const { conflict, publish } = settling;
    const fields = conflict.conflicts.filter(({ path }) => path !== '');
    const chosen = resolve(conflict.merged, fields, (path) => choices[path] ?? 'theirs');
    const staysOffline = choices[''] === 'theirs';
    const from = { version: conflict.version, openedAt: null };
    return send(publish && !staysOffline, contentOf(latest.current.value), chosen, from);
  }

  const change = useCallback((next: Value | ((before: Value) => Value)) => {
    setValue(next);
  }, []);

  const tellUnread = useMemo<Unread>(
    () => ({
      tell: (path, message) =>
        setUnread((before) => {
          if ((before.get(path) ?? null) === message) return before;
          const next = new Map(before);
          if (message === null) next.delete(path);
          else next.set(path, message);
          return next;
        }),
    }),
    [],
  );

  /** The form as the record is now saved; what was typed is given up. */
  const replace = useCallback(
    (fresh: OpenRecord) => {
      forget(localStorage, keyOf(fresh.documentId));
      setRecord(fresh);
      setBase(fresh);
      setValue(kind.toValue(fresh.content));
      setRestoredAt(null);
      setTakenOver(null);
      setRefusedFaults(null);
      setAskedToPublish(false);
      setAsked(null);
    },
    [keyOf, kind],
  );

  /** What is planned for the record is no part of the form. */
  const planned = useCallback(
    (schedule: OpenRecord['schedule']) => setRecord((before) => ({ ...before, schedule })),
    [],
  );

  const leave = useCallback(
    (path: string) => setLeft((before) => (before.has(path) ? before : new Set([...before, path]))),
    [],
  );

  return {
    record,
    value,
    change,
    content,
    base,
    typed,
    dirty,
    faults,
    /** Something was asked for and not done: all that is to be mended is listed. */
    isRefused: askedToPublish || server.length > 0,
    underWay,
    restored: restoredAt === null ? null : { at: restoredAt, elsewhere: base.version !== record.version },
    isKept,
    tellUnread,
    /** Nothing keeps it from being published, as far as this page knows. */
    isReady: () => withUnread(kind.faultsOf(kind.tidy(value), today(new Date())), unread).length === 0,
    isUnread: unread.size > 0,
    takenOver,
    forgetTakenOver: () => setTakenOver(null),
    settling,
    save,
    settle,
    giveUpSettling: () => setSettling(null),
    replace,
    planned,
    giveUp: () => forget(localStorage, keyOf(record.documentId)),
    leave,
    ...useFollowed(asked, kind.uid, record.documentId),
  };
}
