import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useId, useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Column } from './fields.tsx';

interface RowsProps<Row> {
  rows: readonly Row[];
  /** The most that an entry may have. */
  most: number;
  titleOf: (row: Row, rank: number) => string;
  empty: () => Row;
  addLabel: string;
  removeLabel: string;
  /** Rows within rows stand a level lower. */
  heading?: 'h3' | 'h4';
  onRows: (rows: Row[]) => void;
  children: (row: Row, rank: number, change: (row: Row) => void) => ReactNode;
}

/** A list of activities, contacts, days: each row can be changed and removed, and one more be added. The focus never falls back to the top of the page. */
export const Rows = <Row,>({
  rows,
  most,
  titleOf,
  empty,
  addLabel,
  removeLabel,
  heading = 'h3',
  onRows,
  children,
}: RowsProps<Row>) => {
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const focusIn = (selector: string) => list.current?.querySelector<HTMLElement>(selector)?.focus();
  const add = () => {
    flushSync(() => onRows([...rows, empty()]));
    focusIn(`[data-row="${rows.length}"] input`);
  };
  const remove = (rank: number) => {
    flushSync(() => onRows(rows.filter((_, other) => other !== rank)));
    // On the same button of the row that took its place, else on the button that adds.
    const next = Math.min(rank, rows.length - 2);
    if (next >= 0) focusIn(`[data-row="${next}"] [data-remove]`);
    else focusIn('[data-add]');
  };
  return (
    <div ref={list}>
      <Column>
        {rows.map((row, rank) => (
          <Box
            key={rank}
            data-row={rank}
            role="group"
            aria-labelledby={`${id}-${rank}`}
            padding={4}
            hasRadius
            background="neutral100"
            borderColor="neutral200"
          >
            <Column>
              <Flex justifyContent="space-between" alignItems="center" gap={2}>
                <Typography id={`${id}-${rank}`} tag={heading} variant="delta">
                  {titleOf(row, rank)}
                </Typography>
                <Button variant="danger-light" size="S" startIcon={<Trash />} data-remove onClick={() => remove(rank)}>
                  {removeLabel}
                </Button>
              </Flex>
              {children(row, rank, (changed) => onRows(rows.map((other, place) => (place === rank ? changed : other))))}
            </Column>
          </Box>
        ))}
        {rows.length < most && (
          <Flex>
            <Button variant="secondary" size="S" startIcon={<Plus />} data-add onClick={add}>
              {addLabel}
            </Button>
          </Flex>
        )}
      </Column>
    </div>
  );
};
