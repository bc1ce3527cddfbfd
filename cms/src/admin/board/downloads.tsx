import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { FileCsv, FilePdf } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { CampaignBoard } from '../../domain/contract/review.ts';
import { Card } from '../desk/card.tsx';
import { useAct } from '../desk/use-act.ts';
import { readCsv, readLettersPdf } from './board-api.ts';

/** Long enough for the browser to have read what it saves. */
const FORGET_AFTER_MS = 60_000;

/** Saves a file under a name; it cannot be a plain link, which would not carry the session. */
function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), FORGET_AFTER_MS);
}

const fileName = (title: string, ending: string): string =>
  `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.${ending}`;

/** The board as a spreadsheet, and the letters to print for whom no mail reaches. */
export const Downloads = ({ campaign: { id, title, stage } }: { campaign: CampaignBoard['campaign'] }) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [silent, setSilent] = useState(false);
  const saveCsv = async () => save(await readCsv(client, id), fileName(title, 'csv'));
  const saveLetters = async () => save(await readLettersPdf(client, id, silent), fileName(`Lettres ${title}`, 'pdf'));
  return (
    <Card title="À télécharger">
      <Flex gap={4} wrap="wrap" alignItems="center">
        <Button variant="tertiary" startIcon={<FileCsv />} loading={underWay} onClick={() => void act(saveCsv)}>
          Tableau de suivi (CSV)
        </Button>
        {stage === 'ouverte' && (
          <>
            <Button variant="tertiary" startIcon={<FilePdf />} loading={underWay} onClick={() => void act(saveLetters)}>
              Lettres à poster (PDF)
            </Button>
            <Checkbox
              checked={silent}
              onCheckedChange={(state: boolean | 'indeterminate') => setSilent(state === true)}
            >
              Aussi pour les associations qui n’ont pas répondu
            </Checkbox>
          </>
        )}
      </Flex>
      {stage === 'ouverte' && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          Une page par association que le courriel n’atteint pas, avec son adresse pour une enveloppe à fenêtre.
        </Typography>
      )}
    </Card>
  );
};
