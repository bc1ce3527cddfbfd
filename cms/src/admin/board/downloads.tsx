import { Button, Flex, Typography } from '@strapi/design-system';
import { Download, FileCsv, FilePdf } from '@strapi/icons';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
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
export const Downloads = ({ campaign: { id, title } }: { campaign: CampaignBoard['campaign'] }) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [without, setWithout] = useState(false);
  return (
    <Card title="À télécharger">
      <Flex gap={2} wrap="wrap">
        <Button
          variant="tertiary"
          startIcon={<FileCsv />}
          endIcon={<Download />}
          loading={underWay}
          onClick={() => void act(async () => save(await readCsv(client, id), fileName(title, 'csv')))}
        >
          Tableau de suivi (CSV)
        </Button>
        {!without && (
          <Button
            variant="tertiary"
            startIcon={<FilePdf />}
            endIcon={<Download />}
            loading={underWay}
            onClick={() =>
              void act(async () => save(await readLettersPdf(client, id), fileName(`lettres ${title}`, 'pdf')), {
                failed: (error) => {
                  const missing = isFetchError(error) && error.status === 404;
                  if (missing) setWithout(true);
                  return missing;
                },
              })
            }
          >
            Lettres à poster (PDF)
          </Button>
        )}
      </Flex>
      {without && (
        <Typography tag="p" role="status">
          Il n’y a pas de lettre à poster.
        </Typography>
      )}
    </Card>
  );
};
