import { Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Twins } from '../../domain/contract/desk/finding.ts';
import { StoppedAddresses } from '../../domain/contract/desk/list-letter.ts';
import { Desk, type QueuedAnswer } from '../../domain/contract/desk/review.ts';
import type { OpenRecord } from '../../domain/contract/desk/record.ts';
import type { OfficeForm } from '../../domain/entry/office-form.ts';
import { Notice } from '../kit/notice.tsx';
import { deskPaths, recordPath } from '../kit/paths.ts';
import { pageWords as words } from './association-words.ts';

/** What an editor should know before changing this association. */
export const Notices = ({ value, record }: { value: OfficeForm; record: OpenRecord }) => (
  <>
    <WaitingAnswers documentId={record.documentId} />
    <LookAlikes value={value} record={record} />
    <StoppedLetters documentId={record.documentId} />
  </>
);

/** Answers of the association that nobody has read yet; nothing for an account that may not decide about them. */
const WaitingAnswers = ({ documentId }: { documentId: string | null }) => {
  const { get } = useFetchClient();
  const [waiting, setWaiting] = useState<readonly QueuedAnswer[]>([]);
  useEffect(() => {
    let alive = true;
    if (documentId === null) return;
    get<unknown>('/trame/desk').then(
      ({ data }) =>
        alive && setWaiting(Desk.parse(data).answers.filter(({ association }) => association === documentId)),
      () => undefined, // the page serves without it
    );
    return () => {
      alive = false;
    };
  }, [get, documentId]);
  return waiting.map(({ id }) => (
    <Notice key={id} tone="warning" title={words.waiting}>
      <Link tag={RouterLink} to={deskPaths.answer(id)}>
        {words.readAnswer}
      </Link>
    </Notice>
  ));
};

/** Addresses that want no letter to a list any more; nothing for an account that may not read contacts. */
const StoppedLetters = ({ documentId }: { documentId: string | null }) => {
  const { get } = useFetchClient();
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  useEffect(() => {
    let alive = true;
    if (documentId === null) return;
    get<unknown>(`/trame/lists-out/letter/stopped/${encodeURIComponent(documentId)}`).then(
      ({ data }) => alive && setAddresses(StoppedAddresses.parse(data).addresses),
      () => undefined, // the page serves without it
    );
    return () => {
      alive = false;
    };
  }, [get, documentId]);
  return addresses.length === 0 ? null : (
    <Notice tone="neutral" title={words.stoppedLetters(addresses)}>
      {words.stoppedLettersMeaning}
    </Notice>
  );
};

/** Long enough for a name to be typed to its end. */
const ASK_AFTER_MS = 600;

/** Associations that may be this one: asked for while a new one is typed, and while one was never published. */
const LookAlikes = ({ value, record }: { value: OfficeForm; record: OpenRecord }) => {
  const { get } = useFetchClient();
  const [twins, setTwins] = useState<Twins['found']>([]);
  const isNew = record.standing === 'new' || record.standing === 'draft';
  const [contact] = value.contacts;
  const question = JSON.stringify({
    type: 'association',
    name: value.name.trim().slice(0, 300),
    commune: value.commune ?? '',
    phone: (contact?.phone ?? '').slice(0, 60),
    email: (contact?.email ?? '').slice(0, 254),
    rnaId: value.rnaId.slice(0, 30),
    except: record.documentId ?? '',
  });
  const isAsked = isNew && (value.name.trim().length >= 3 || value.rnaId !== '');
  useEffect(() => {
    let alive = true;
    if (!isAsked) return;
    const timer = window.setTimeout(() => {
      get<unknown>('/trame/look-alikes', { params: JSON.parse(question) as Record<string, string> }).then(
        ({ data }) => alive && setTwins(Twins.parse(data).found),
        () => undefined, // the server warns once more when it is printed
      );
    }, ASK_AFTER_MS);
    return () => {
      alive = false;
      window.clearTimeout(timer);
    };
  }, [get, question, isAsked]);
  if (!isAsked || twins.length === 0) return null;
  return (
    <Notice tone="warning" title={words.lookAlikes(twins.length)} live>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography tag="p" variant="omega">
          {words.lookAlikesHelp}
        </Typography>
        {twins.map(({ uid, documentId, title, detail, why }) => (
          <Flex key={documentId} gap={2} alignItems="baseline">
            <Link tag={RouterLink} to={recordPath(uid, documentId)}>
              {title}
            </Link>
            <Typography variant="pi" textColor="neutral700">
              {[detail, why].filter(Boolean).join(' · ')}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Notice>
  );
};
