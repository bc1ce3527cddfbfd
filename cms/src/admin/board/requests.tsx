import { Box, Field, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { plural } from '../../domain/french.ts';
import { Card } from '../kit/card.tsx';
import { PlainTable } from '../kit/plain-table.tsx';
import { readRequests } from './board-api.ts';
import { findRequests, requestWords } from './board-words.ts';
import { RequestActs } from './request-acts.tsx';
import type { CampaignBoard, CampaignRequest } from '../../domain/contract/desk/campaign.ts';

interface RequestsProps {
  board: CampaignBoard;
  refresh: () => Promise<void>;
}

const MOST_SHOWN = 10;

/** « Retrouver une association »: the one that calls, whatever became of its letter. */
export const Requests = ({ board, refresh }: RequestsProps) => {
  const client = useFetchClient();
  const [requests, setRequests] = useState<CampaignRequest[]>([]);
  const [typed, setTyped] = useState('');
  const { campaign, totals } = board;
  // Read again when something moved, and only once somebody looks for one.
  const state = JSON.stringify(totals);
  const looksFor = typed.trim().length > 1;
  useEffect(() => {
    let alive = true;
    if (!looksFor) return;
    readRequests(client, campaign.id).then(
      (known) => alive && setRequests(known),
      () => undefined, // the list stays as it was
    );
    return () => {
      alive = false;
    };
  }, [client, campaign.id, state, looksFor]);

  const found = looksFor ? findRequests(requests, typed) : [];
  const now = new Date();
  return (
    <Card title="Retrouver une association">
      <Box maxWidth="40rem">
        <Field.Root name="association" hint="Quelques lettres de son nom, de sa commune ou de son adresse électronique">
          <Field.Label>Association</Field.Label>
          <TextInput
            value={typed}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
      </Box>
      <Typography tag="p" role="status" variant="pi" textColor="neutral600">
        {looksFor ? plural(found.length, 'association trouvée', 'associations trouvées') : ''}
      </Typography>
      {found.length > 0 && (
        <PlainTable
          caption="Associations trouvées"
          heads={['Association', 'Où elle en est', 'Agir']}
          rows={found.slice(0, MOST_SHOWN).map((one) => ({
            key: one.request,
            cells: [
              <Box key="name" maxWidth="30rem">
                <Typography tag="p" textColor="neutral800">
                  {one.name}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {[one.commune, one.email].filter(Boolean).join(' · ')}
                </Typography>
              </Box>,
              requestWords(one, now),
              campaign.stage === 'ouverte' ? (
                <RequestActs
                  key="acts"
                  campaign={campaign.id}
                  request={one}
                  revocable={one.state !== 'annulée'}
                  refresh={refresh}
                />
              ) : (
                '—'
              ),
            ],
          }))}
        />
      )}
    </Card>
  );
};
