import { Box, Button, Checkbox, Flex, Grid, Radio, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useId, useState } from 'react';
import type { TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { columnOf, type ListColumnKey } from '../../../domain/lists-out/columns.ts';
import type { ListDestination } from '../../../domain/vocabulary/list-destinations.ts';
import { listFormats, type ListFormat } from '../../../domain/vocabulary/list-formats.ts';
import { DestinationField } from './destination-field.tsx';
import { FileDialog } from './file-dialog.tsx';
import { LookNotice } from './look-notice.tsx';
import { noReason, reasonFaults, ReasonFields } from './reason-fields.tsx';
import { makeTable } from './take-out-api.ts';
import { words } from './take-out-words.ts';
import { useListLook } from './use-list-look.ts';
import { useMadeFile } from './use-made-file.ts';

interface TableDialogProps {
  taken: TakenRecords;
  onClose: () => void;
}

/** A list as a workbook or a CSV: for whom, which columns, and why. */
export const TableDialog = ({ taken, onClose }: TableDialogProps) => {
  const client = useFetchClient();
  const [destination, setDestination] = useState<ListDestination>('office');
  const [format, setFormat] = useState<ListFormat>('xlsx');
  const [reason, setReason] = useState(noReason);
  // Kept over destinations: a column that one of them does not have comes back with the next. Null until somebody chose.
  const [chosen, setChosen] = useState<readonly ListColumnKey[] | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { make, underWay, problem, setProblem } = useMadeFile(onClose);
  const look = useListLook({ taken, destination }, setProblem);

  const offered = look?.columns ?? [];
  const columns = chosen === null ? (look?.chosen ?? []) : offered.filter((one) => chosen.includes(one));
  const download = () => {
    setAsked(true);
    const { reason: why, words: own } = reason;
    if (columns.length === 0 || why === null || Object.keys(reasonFaults(reason)).length > 0) return;
    void make(() =>
      makeTable(client, { taken, destination, format, columns: [...columns], reason: why, words: own.trim() }),
    );
  };
  return (
    <FileDialog
      title={words.tableTitle}
      label={words.download}
      problem={problem}
      underWay={underWay}
      disabled={look === null || look.count === 0}
      onMake={download}
      onClose={onClose}
    >
      <DestinationField chosen={destination} onChange={setDestination} />
      <LookNotice look={look} />
      <FormatChoice chosen={format} onChange={setFormat} />
      <ColumnChoice
        offered={offered}
        chosen={columns}
        fault={isAsked && columns.length === 0 && look !== null ? words.columnNeeded : null}
        onChange={(now) => setChosen([...(chosen ?? []).filter((one) => !offered.includes(one)), ...now])}
      />
      <ReasonFields chosen={reason} onChange={setReason} faults={isAsked ? reasonFaults(reason) : {}} />
    </FileDialog>
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
