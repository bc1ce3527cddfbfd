import { Box, Button, Checkbox, Flex, Grid, Modal, Radio, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useId, useState } from 'react';
import type { ListOutLook, TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { columnOf, type ListColumnKey } from '../../../domain/lists-out/columns.ts';
import type { ListDestination } from '../../../domain/vocabulary/list-destinations.ts';
import { listFormats, type ListFormat } from '../../../domain/vocabulary/list-formats.ts';
import { Notice } from '../../kit/notice.tsx';
import { problemOf } from '../../kit/problem.ts';
import { useAct } from '../../kit/use-act.ts';
import { DestinationField } from './destination-field.tsx';
import { noReason, reasonFaults, ReasonFields } from './reason-fields.tsx';
import { lookAtList, makeTable, saveMadeFile } from './take-out-api.ts';
import { lookWords, words } from './take-out-words.ts';

interface TableDialogProps {
  taken: TakenRecords;
  onClose: () => void;
}

/** A list as a workbook or a CSV: for whom, which columns, and why. Shown while it is there. */
export const TableDialog = ({ taken, onClose }: TableDialogProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [destination, setDestination] = useState<ListDestination>('office');
  const [format, setFormat] = useState<ListFormat>('xlsx');
  const [reason, setReason] = useState(noReason);
  const [look, setLook] = useState<ListOutLook | null>(null);
  // Kept over destinations: a column that one of them does not have comes back with the next.
  const [chosen, setChosen] = useState<readonly ListColumnKey[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { post } = client;
  const key = JSON.stringify([taken, destination]);
  useEffect(() => {
    let alive = true;
    lookAtList({ post }, { taken, destination }).then(
      (answer) => {
        if (!alive) return;
        setLook(answer);
        setProblem(null);
        setChosen((before) => [...new Set([...(before ?? []), ...(before === null ? answer.chosen : [])])]);
      },
      (error: unknown) => alive && setProblem(problemOf(error)),
    );
    return () => {
      alive = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for what is taken and for whom
  }, [post, key]);

  const offered = look?.columns ?? [];
  const columns = offered.filter((one) => chosen?.includes(one));
  const faults = isAsked ? reasonFaults(reason) : {};
  const download = async () => {
    setAsked(true);
    if (columns.length === 0 || reason.reason === null || Object.keys(reasonFaults(reason)).length > 0) return;
    const question = { taken, destination, format, columns, reason: reason.reason, words: reason.words.trim() };
    const failed = (error: unknown) => {
      setProblem(problemOf(error));
      return true;
    };
    const file = await act(() => makeTable(client, question), { done: words.downloaded, failed });
    if (!file) return;
    saveMadeFile(file);
    onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={words.close}>
          <Modal.Title>{words.tableTitle}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <DestinationField chosen={destination} onChange={setDestination} />
            {look !== null && (
              <Notice tone={look.count === 0 ? 'warning' : 'neutral'} title={lookWords(look)[0] ?? ''} live>
                {lookWords(look)
                  .slice(1)
                  .map((sentence) => (
                    <div key={sentence}>{sentence}</div>
                  ))}
              </Notice>
            )}
            <FormatChoice chosen={format} onChange={setFormat} />
            <ColumnChoice
              offered={offered}
              chosen={columns}
              fault={isAsked && columns.length === 0 && look !== null ? words.columnNeeded : null}
              onChange={(now) => setChosen([...(chosen ?? []).filter((one) => !offered.includes(one)), ...now])}
            />
            <ReasonFields chosen={reason} onChange={setReason} faults={faults} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{words.cancel}</Button>
          </Modal.Close>
          <Flex gap={3} alignItems="center" wrap="wrap" justifyContent="flex-end">
            <Typography role="alert" variant="pi" textColor="danger600">
              {problem ?? ''}
            </Typography>
            <Button loading={underWay} disabled={look === null || look.count === 0} onClick={() => void download()}>
              {words.download}
            </Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const FormatChoice = ({ chosen, onChange }: { chosen: ListFormat; onChange: (format: ListFormat) => void }) => (
  <Box>
    <Typography tag="h3" variant="delta">
      {words.format}
    </Typography>
    <Box paddingTop={2}>
      <Radio.Group aria-label={words.format} value={chosen} onValueChange={(value) => onChange(value as ListFormat)}>
        {listFormats.terms.map(({ value, label, description }) => (
          <Box key={value} paddingBottom={2}>
            <Radio.Item value={value}>{label}</Radio.Item>
            <Box paddingLeft={7}>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {description}
              </Typography>
            </Box>
          </Box>
        ))}
      </Radio.Group>
    </Box>
  </Box>
);

interface ColumnChoiceProps {
  offered: readonly ListColumnKey[];
  chosen: readonly ListColumnKey[];
  fault: string | null;
  onChange: (chosen: readonly ListColumnKey[]) => void;
}

const ColumnChoice = ({ offered, chosen, fault, onChange }: ColumnChoiceProps) => {
  const id = useId();
  return (
    <Box role="group" aria-label={words.columns} aria-describedby={id}>
      <Flex gap={3} alignItems="center" justifyContent="space-between" wrap="wrap">
        <Typography tag="h3" variant="delta">
          {words.columns}
        </Typography>
        <Flex gap={2}>
          <Button variant="ghost" size="S" onClick={() => onChange(offered)}>
            {words.allColumns}
          </Button>
          <Button variant="ghost" size="S" onClick={() => onChange([])}>
            {words.noColumns}
          </Button>
        </Flex>
      </Flex>
      <Typography
        id={id}
        tag="p"
        variant="pi"
        textColor={fault === null ? 'neutral600' : 'danger600'}
        {...(fault === null ? {} : { role: 'alert' })}
      >
        {fault ?? words.columnsHint}
      </Typography>
      <Grid.Root gap={2} paddingTop={2}>
        {offered.map((key) => (
          <Grid.Item key={key} col={6} xs={12}>
            <Checkbox
              checked={chosen.includes(key)}
              onCheckedChange={(state: boolean | 'indeterminate') =>
                onChange(state === true ? [...chosen, key] : chosen.filter((one) => one !== key))
              }
            >
              {columnOf(key).label}
            </Checkbox>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Box>
  );
};
