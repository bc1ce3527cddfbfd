import { Box, Field, Flex, NumberInput, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { columnFields, columnKeys, type ColumnKey } from '../../domain/import/columns.ts';
import type { DecideQuestion, ImportColumn, ImportView } from '../../domain/contract/desk/import.ts';
import { Card } from '../kit/card.tsx';
import { Fold } from '../kit/fold.tsx';
import { Notice } from '../kit/notice.tsx';
import { PlainTable } from '../kit/plain-table.tsx';
import { PlainSelect } from './plain-select.tsx';
import { activityGroups, personGroups, words } from './import-words.ts';

interface CardProps {
  view: ImportView;
  say: (asked: DecideQuestion) => Promise<boolean>;
  underWay: boolean;
}

const SECTIONS = [...new Set(columnKeys.map((key) => columnFields[key].section))];

/** Of which activity is asked where the table tells several apart; of whom, wherever a column is of a person. */
const asksGroup = (columns: readonly ImportColumn[], { target }: ImportColumn): boolean => {
  if (target.field === 'note' || target.field === 'leave') return false;
  const { group } = columnFields[target.field];
  if (group !== 'activity') return group === 'person';
  const labels = columns.filter((one) => one.target.field === 'activityLabel');
  return labels.length > 1 || target.group !== '';
};

/** What each column holds: guessed, and corrected by hand. */
export const ColumnsCard = ({ view, say, underWay }: CardProps) => {
  const kept = view.columns.filter(({ target }) => target.field === 'note');
  return (
    <Card title={words.columns}>
      <Typography textColor="neutral800">{words.columnsMeaning}</Typography>
      {view.remembered && (
        <Typography variant="pi" textColor="neutral600">
          {words.remembered}
        </Typography>
      )}
      {kept.length > 0 && (
        <Notice
          tone="neutral"
          title={words.notRecognised(kept.map(({ letter, head }) => words.column(letter, head)))}
        />
      )}
      <Fold title={words.fold(view.columns)} open={!view.remembered}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <WhichTable view={view} say={say} />
          <Columns view={view} say={say} underWay={underWay} />
        </Flex>
      </Fold>
    </Card>
  );
};

const Columns = ({ view, say, underWay }: CardProps) => (
  <Box style={{ overflowX: 'auto' }}>
    <PlainTable
      caption={words.columns}
      heads={words.columnHeads}
      rows={view.columns.map((column) => ({
        key: String(column.index),
        cells: [
          <Box key="head" maxWidth="20rem" style={{ whiteSpace: 'normal' }}>
            <Typography fontWeight="bold" textColor="neutral800">
              {words.column(column.letter, column.head)}
            </Typography>
            {column.hidden && <Typography variant="pi" textColor="neutral600">{` ${words.hidden}`}</Typography>}
          </Box>,
          <Box key="samples" maxWidth="28rem" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
            <Typography variant="pi" textColor="neutral600">
              {column.samples.join(' · ')}
            </Typography>
          </Box>,
          <Target
            key="target"
            column={column}
            asksGroup={asksGroup(view.columns, column)}
            say={say}
            underWay={underWay}
          />,
        ],
      }))}
    />
  </Box>
);

const WhichTable = ({ view, say }: Pick<CardProps, 'view' | 'say'>) => (
  <Flex gap={4} alignItems="flex-end" wrap="wrap">
    {view.sheets.length > 1 && (
      <Box minWidth="20rem">
        <Field.Root name="sheet">
          <Field.Label>{words.sheet}</Field.Label>
          <SingleSelect value={view.sheet ?? ''} onChange={(sheet) => void say({ sheet: String(sheet) })}>
            {view.sheets
              .filter(({ rows }) => rows > 0)
              .map(({ name, hidden }) => (
                <SingleSelectOption key={name} value={name}>
                  {hidden ? words.hiddenSheet(name) : name}
                </SingleSelectOption>
              ))}
          </SingleSelect>
        </Field.Root>
      </Box>
    )}
    <Box width="14rem">
      <Field.Root name="headLine">
        <Field.Label>{words.headLine}</Field.Label>
        <NumberInput
          placeholder={words.noHeads}
          value={view.headLine ?? undefined}
          onValueChange={(line: number | undefined) =>
            void say({ headLine: line !== undefined && line > 0 ? Math.trunc(line) : null })
          }
        />
      </Field.Root>
    </Box>
  </Flex>
);

interface TargetProps extends Omit<CardProps, 'view'> {
  column: ImportColumn;
  asksGroup: boolean;
}

const Target = ({ column, asksGroup, say, underWay }: TargetProps) => {
  const { target, index } = column;
  const name = words.column(column.letter, column.head);
  const change = (changed: Partial<ImportColumn['target']>) =>
    void say({ columns: { [index]: { ...target, ...changed } } });
  const group = target.field === 'note' || target.field === 'leave' ? null : columnFields[target.field].group;
  const groups = !asksGroup ? [] : group === 'person' ? personGroups : activityGroups;
  const isOther = groups.length > 0 && !groups.some(([value]) => value === target.group);
  return (
    <Flex direction="column" alignItems="stretch" gap={1} minWidth="22rem">
      <PlainSelect
        label={words.becomes(name)}
        value={target.field}
        disabled={underWay}
        onValue={(field) => change({ field: field as ColumnKey | 'note' | 'leave', group: '', role: '', day: null })}
      >
        <option value="leave">{words.leave}</option>
        <option value="note">{words.note}</option>
        {SECTIONS.map((section) => (
          <optgroup key={section} label={section}>
            {columnKeys
              .filter((key) => columnFields[key].section === section)
              .map((key) => (
                <option key={key} value={key}>
                  {columnFields[key].label}
                  {key === target.field && target.day !== null ? ` (${target.day})` : ''}
                </option>
              ))}
          </optgroup>
        ))}
      </PlainSelect>
      {groups.length > 0 && (
        <PlainSelect
          label={group === 'person' ? words.ofWhom(name) : words.ofWhich(name)}
          value={target.group}
          disabled={underWay}
          onValue={(chosen) =>
            change({ group: chosen, role: group === 'person' && !/^\d*$/.test(chosen) ? chosen : '' })
          }
        >
          {groups.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          {isOther && <option value={target.group}>{target.group}</option>}
        </PlainSelect>
      )}
    </Flex>
  );
};
