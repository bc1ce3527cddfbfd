import { Button, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { FileCsv, FilePdf } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Card } from '../kit/card.tsx';
import { saveFile } from '../kit/save-file.ts';
import { useAct } from '../kit/use-act.ts';
import { LongList } from '../kit/long-list.tsx';
import { Notice } from '../kit/notice.tsx';
import { associationPath } from '../kit/paths.ts';
import { checkLetters, readCsv, readLettersPdf } from './board-api.ts';
import { envelopeFault, envelopeMeaning, envelopeTitle } from './envelope-words.ts';
import type { CampaignBoard, LettersCheck } from '../../domain/contract/desk/campaign.ts';

const fileName = (title: string, ending: string): string =>
  `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.${ending}`;

/** The board as a spreadsheet, and the letters to print for whom no mail reaches. */
export const Downloads = ({ campaign: { id, title, stage } }: { campaign: CampaignBoard['campaign'] }) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [silent, setSilent] = useState(false);
  const saveCsv = async () => saveFile(await readCsv(client, id), fileName(title, 'csv'));
  const [check, setCheck] = useState<LettersCheck | null>(null);
  const saveLetters = async () => {
    setCheck(null);
    saveFile(await readLettersPdf(client, id, silent), fileName(`Lettres ${title}`, 'pdf'));
  };
  /** Paper is posted as it is: what an envelope cannot hold is said before it is printed. */
  const checkThenSave = async () => {
    const found = await checkLetters(client, id, silent);
    if (found.faults.length === 0) await saveLetters();
    else setCheck(found);
  };
  return (
    <Card title="À télécharger">
      <Flex gap={4} wrap="wrap" alignItems="center">
        <Button variant="tertiary" startIcon={<FileCsv />} loading={underWay} onClick={() => void act(saveCsv)}>
          Tableau de suivi (CSV)
        </Button>
        {stage === 'ouverte' && (
          <>
            <Button
              variant="tertiary"
              startIcon={<FilePdf />}
              loading={underWay}
              onClick={() => void act(checkThenSave)}
            >
              Lettres à poster (PDF)
            </Button>
            <Checkbox
              checked={silent}
              onCheckedChange={(state: boolean | 'indeterminate') => {
                setSilent(state === true);
                setCheck(null);
              }}
            >
              Aussi pour les associations qui n’ont pas répondu
            </Checkbox>
          </>
        )}
      </Flex>
      {check && (
        <Notice tone="warning" title={envelopeTitle(check)} live>
          <Typography tag="p">{envelopeMeaning}</Typography>
          <LongList items={check.faults} keyOf={({ association, part }) => `${association} ${part}`}>
            {(fault) => (
              <Typography>
                <Link tag={RouterLink} to={associationPath(fault.association)}>
                  {fault.name}
                </Link>
                {`\u00a0: ${envelopeFault(fault)}.`}
              </Typography>
            )}
          </LongList>
          <Button variant="secondary" startIcon={<FilePdf />} loading={underWay} onClick={() => void act(saveLetters)}>
            Imprimer quand même
          </Button>
        </Notice>
      )}
      {stage === 'ouverte' && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          Une page par association que le courriel n’atteint pas, avec son adresse pour une enveloppe à fenêtre.
        </Typography>
      )}
    </Card>
  );
};
