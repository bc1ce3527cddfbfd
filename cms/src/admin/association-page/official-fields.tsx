/** Fields that come from the national register: read, until somebody says that they know better. */
import { Button, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState, type ReactNode } from 'react';
import { RegisterEntry } from '../../domain/contract/desk/register.ts';
import { officialWords as words } from './association-words.ts';

/** Whether an entry is one of the register's; not known to be for an account that may not ask. */
function useRegisterEntry(documentId: string | null): RegisterEntry {
  const { get } = useFetchClient();
  const [entry, setEntry] = useState<RegisterEntry>({ known: false, asOf: null });
  useEffect(() => {
    let alive = true;
    if (documentId === null) return;
    get<unknown>(`/trame/register/entries/${documentId}`).then(
      ({ data }) => alive && setEntry(RegisterEntry.parse(data)),
      () => undefined, // the page serves without it
    );
    return () => {
      alive = false;
    };
  }, [get, documentId]);
  return entry;
}

interface OfficialProps {
  documentId: string | null;
  children: (isLocked: boolean) => ReactNode;
}

/** @param children the fields, told whether they are locked */
export const OfficialFields = ({ documentId, children }: OfficialProps) => {
  const { known, asOf } = useRegisterEntry(documentId);
  const [isUnlocked, setUnlocked] = useState(false);
  const isLocked = known && !isUnlocked;
  return (
    <>
      {children(isLocked)}
      {known && (
        <Flex gap={3} wrap="wrap" aria-live="polite">
          <Lock aria-hidden fill="neutral600" />
          <Typography variant="pi" textColor="neutral600">
            {isLocked ? words.locked(asOf) : words.unlocked}
          </Typography>
          {isLocked && (
            <Button variant="tertiary" size="S" onClick={() => setUnlocked(true)}>
              {words.unlock}
            </Button>
          )}
        </Flex>
      )}
    </>
  );
};
