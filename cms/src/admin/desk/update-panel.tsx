import { Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { QueuedAnswer } from '../../domain/contract/review.ts';
import type { PanelComponent } from '../edit-view/public-page-panel.tsx';
import { journalPaths } from '../journal/journal-api.ts';
import { ASSOCIATION_UID, deskPaths, readDesk } from './desk-api.ts';
import { age, summary, verifiedWords, type Verified } from './desk-words.ts';

/** « Mise à jour », beside the form of an association: when it was last checked, what waits, and what was decided. */
export const updatePanel: PanelComponent = ({ model, document }) => {
  if (model !== ASSOCIATION_UID || document?.documentId === undefined) return null;
  const { verifiedOn = null, verifiedBy = null } = document as Partial<Verified>;
  return {
    title: 'Mise à jour',
    content: <Update documentId={document.documentId} verified={{ verifiedOn, verifiedBy }} />,
  };
};

const Update = ({ documentId, verified }: { documentId: string; verified: Verified }) => {
  const { get } = useFetchClient();
  const [waiting, setWaiting] = useState<readonly QueuedAnswer[]>([]);
  useEffect(() => {
    let alive = true;
    readDesk({ get }).then(
      ({ answers }) => alive && setWaiting(answers.filter(({ association }) => association === documentId)),
      () => undefined, // whoever may not decide reads the rest
    );
    return () => {
      alive = false;
    };
  }, [get, documentId]);
  return (
    <Flex direction="column" alignItems="flex-start" gap={2} width="100%">
      <Typography tag="p" variant="omega" textColor="neutral700">
        {verifiedWords(verified)}
      </Typography>
      {waiting.map((answer) => (
        <Link key={answer.id} tag={RouterLink} to={deskPaths.answer(answer.id)}>
          {`Réponse à relire\u00a0: ${summary(answer)} (${age(answer.sentAt, new Date())})`}
        </Link>
      ))}
      <Link tag={RouterLink} to={journalPaths.of(documentId)}>
        Journal de cette fiche
      </Link>
    </Flex>
  );
};
