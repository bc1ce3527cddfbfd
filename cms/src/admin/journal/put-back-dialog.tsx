import { Box, Button, Checkbox, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { FormerState, JournalLine } from '../../domain/contract/desk/review.ts';
import { Difference } from '../kit/differences.tsx';
import { Notice } from '../kit/notice.tsx';
import { problemOf } from '../kit/problem.ts';
import { readFormer, revert } from './journal-api.ts';
import { chosenAtFirst, formerHeads, nothingWords, reverting as words } from './journal-words.ts';

interface PutBackProps {
  line: Pick<JournalLine, 'id' | 'subject'>;
  onClose: () => void;
  /** @param told what did not come back, and why */
  onDone: (told: readonly string[]) => void;
}

type Read = FormerState | { problem: string };

/**
 * Asks what of a line of the journal is put back: its own fields are ticked, those that changed since can be, and each is shown beside what
 * stands today. Shown while it is there.
 */
export const PutBackDialog = ({ line, onClose, onDone }: PutBackProps) => {
  const client = useFetchClient();
  const [former, setFormer] = useState<Read | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [underWay, setUnderWay] = useState(false);
  useEffect(() => {
    let alive = true;
    readFormer(client, line.id).then(
      (found) => {
        if (!alive) return;
        setFormer(found);
        setChosen(chosenAtFirst(found));
      },
      (error: unknown) => alive && setFormer({ problem: problemOf(error) }),
    );
    return () => {
      alive = false;
    };
  }, [client, line.id]);

  const doIt = async () => {
    if (chosen.length === 0) return setProblem(words.noneChosen);
    if (underWay) return;
    setUnderWay(true);
    try {
      const { told } = await revert(client, line.id, chosen);
      onDone(told);
    } catch (error) {
      setProblem(problemOf(error));
      setUnderWay(false);
    }
  };
  const canAct = former !== null && !('problem' in former) && former.fields.length > 0;
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{words.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Asked former={former} subject={line.subject} chosen={chosen} onChosen={setChosen} />
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">Annuler</Button>
          </Modal.Close>
          <Flex gap={3} alignItems="center">
            <Typography role="alert" variant="pi" textColor="danger600">
              {problem ?? ''}
            </Typography>
            {canAct && (
              <Button variant="danger-light" loading={underWay} onClick={() => void doIt()}>
                {words.act(chosen.length)}
              </Button>
            )}
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

interface AskedProps {
  former: Read | null;
  subject: string;
  chosen: readonly string[];
  onChosen: (fields: readonly string[]) => void;
}

const Asked = ({ former, subject, chosen, onChosen }: AskedProps) => {
  if (former === null) return <Loader>{words.loading}</Loader>;
  if ('problem' in former) return <Notice tone="warning" title={former.problem} />;
  if (former.fields.length === 0) return <Notice tone="neutral" title={nothingWords(former)} />;
  const others = former.fields.filter(({ own }) => !own);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography tag="p">{words.meaning(subject)}</Typography>
      {former.told.length > 0 && <Notice tone="neutral" title={former.told.join(' ')} />}
      <Group title={words.own} fields={former.fields.filter(({ own }) => own)} chosen={chosen} onChosen={onChosen} />
      {others.length > 0 && (
        <Group title={words.others} hint={words.othersHint} fields={others} chosen={chosen} onChosen={onChosen} />
      )}
      <Typography tag="p" variant="omega" textColor="neutral600">
        {words.agreements}
      </Typography>
    </Flex>
  );
};

interface GroupProps {
  title: string;
  hint?: string;
  fields: FormerState['fields'];
  chosen: readonly string[];
  onChosen: (fields: readonly string[]) => void;
}

const Group = ({ title, hint, fields, chosen, onChosen }: GroupProps) => (
  <Box role="group" aria-label={title}>
    <Typography tag="h3" variant="delta">
      {title}
    </Typography>
    {hint !== undefined && (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {hint}
      </Typography>
    )}
    {fields.map(({ difference, told }) => (
      <Box key={difference.field} paddingTop={3}>
        <Checkbox
          checked={chosen.includes(difference.field)}
          onCheckedChange={(state: boolean | 'indeterminate') =>
            onChosen(
              state === true ? [...chosen, difference.field] : chosen.filter((field) => field !== difference.field),
            )
          }
        >
          {difference.label}
        </Checkbox>
        <Box paddingTop={2}>
          <Difference difference={difference} heads={formerHeads} titled={false} />
        </Box>
        {told.map((sentence) => (
          <Box key={sentence} paddingTop={2}>
            <Notice tone="warning" title={sentence} />
          </Box>
        ))}
      </Box>
    ))}
  </Box>
);
