import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Plus, Trash } from '@strapi/icons';
import { useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { styled } from 'styled-components';
import { UNFOLD } from '../faults/faults-shown.ts';
import { words } from './editor-words.ts';
import { Column } from './fields.tsx';
import { Faults } from '../faults/form-context.ts';

interface RowsProps<Row> {
  /** Of the list in the form: "activities", "activities.0.slots". */
  path: string;
  rows: readonly Row[];
  /** The most that an entry may have. */
  most: number;
  titleOf: (row: Row, rank: number) => string;
  /** Beside the title of a folded row: what it says. Rows without it are never folded. */
  summaryOf?: (row: Row) => string;
  empty: () => Row;
  addLabel: string;
  removeLabel: string;
  /** Rows within rows stand a level lower. */
  heading?: 'h3' | 'h4';
  onRows: (rows: Row[]) => void;
  children: (row: Row, rank: number, change: (row: Row) => void) => ReactNode;
}

/** More than this many are folded at first: the page would be too long to find anything in. */
const MOST_UNFOLDED = 3;

/** The name of a row is what it is found by: what it says gives way first. */
const Title = styled(Typography)`
  flex-shrink: 0;
  max-width: 60%;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

/** The list with two neighbours changed for each other. */
function swapped<Row>(rows: readonly Row[], rank: number, other: number): Row[] {
  const moved = [...rows];
  const [one, two] = [rows[rank], rows[other]];
  if (one === undefined || two === undefined) return moved;
  moved[rank] = two;
  moved[other] = one;
  return moved;
}

/**
 * A list of activities, contacts, networks: each row can be folded, changed, moved and removed, and one more be added. The focus
 * never falls back to the top of the page, and nothing but the row's own button ever folds it.
 */
export const Rows = <Row,>({
  path,
  rows,
  most,
  titleOf,
  summaryOf,
  empty,
  addLabel,
  removeLabel,
  heading = 'h3',
  onRows,
  children,
}: RowsProps<Row>) => {
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const faults = useContext(Faults);
  const [folded, setFolded] = useState<readonly boolean[]>(() =>
    rows.map(() => summaryOf !== undefined && rows.length > MOST_UNFOLDED),
  );
  const focusIn = (selector: string) => list.current?.querySelector<HTMLElement>(selector)?.focus();
  const fold = (rank: number, state: boolean) =>
    setFolded((before) => rows.map((_, other) => (other === rank ? state : (before[other] ?? false))));

  const add = () => {
    flushSync(() => onRows([...rows, empty()]));
    focusIn(`[data-row="${rows.length}"] input`);
  };
  const remove = (rank: number) => {
    flushSync(() => {
      setFolded(folded.filter((_, other) => other !== rank));
      onRows(rows.filter((_, other) => other !== rank));
    });
    // On the same button of the row that took its place, else on the button that adds.
    const next = Math.min(rank, rows.length - 2);
    if (next >= 0) focusIn(`[data-row="${next}"] [data-remove]`);
    else focusIn('[data-add]');
  };
  const move = (rank: number, to: number) => {
    flushSync(() => {
      setFolded(
        swapped(
          rows.map((_, other) => folded[other] ?? false),
          rank,
          to,
        ),
      );
      onRows(swapped(rows, rank, to));
    });
    const direction = to < rank ? 'up' : 'down';
    const isLast = to === 0 || to === rows.length - 1;
    focusIn(`[data-row="${to}"] [data-move="${isLast ? (direction === 'up' ? 'down' : 'up') : direction}"]`);
  };

  return (
    <div ref={list} data-path={path}>
      <Column>
        {rows.map((row, rank) => {
          const isFolded = folded[rank] ?? false;
          const title = titleOf(row, rank);
          const at = `${path}.${rank}`;
          const isWrong = faults.some((fault) => fault.path === at || fault.path.startsWith(`${at}.`));
          return (
            <FoldedRow key={rank} path={at} onUnfold={() => fold(rank, false)}>
              <Box
                data-row={rank}
                role="group"
                aria-labelledby={`${id}-${rank}`}
                padding={isFolded ? 2 : 4}
                hasRadius
                background="neutral100"
                borderColor={isWrong ? 'danger600' : 'neutral200'}
              >
                <Column>
                  <Flex justifyContent="space-between" alignItems="center" gap={2}>
                    <Flex gap={2} alignItems="center" minWidth={0} flex="1">
                      {summaryOf && (
                        <IconButton
                          variant="ghost"
                          label={isFolded ? words.rows.unfold(title) : words.rows.fold(title)}
                          aria-expanded={!isFolded}
                          onClick={() => fold(rank, !isFolded)}
                        >
                          {isFolded ? <ChevronRight /> : <ChevronDown />}
                        </IconButton>
                      )}
                      <Title id={`${id}-${rank}`} tag={heading} variant="delta">
                        {title}
                      </Title>
                      {isFolded && (
                        <Typography variant="pi" textColor={isWrong ? 'danger600' : 'neutral600'} ellipsis>
                          {isWrong ? words.rows.wrong : summaryOf?.(row)}
                        </Typography>
                      )}
                    </Flex>
                    <Flex gap={1}>
                      {rank > 0 && (
                        <IconButton
                          variant="ghost"
                          data-move="up"
                          label={words.rows.up(title)}
                          onClick={() => move(rank, rank - 1)}
                        >
                          <ArrowUp />
                        </IconButton>
                      )}
                      {rank < rows.length - 1 && (
                        <IconButton
                          variant="ghost"
                          data-move="down"
                          label={words.rows.down(title)}
                          onClick={() => move(rank, rank + 1)}
                        >
                          <ArrowDown />
                        </IconButton>
                      )}
                      {isFolded ? (
                        <IconButton
                          variant="ghost"
                          data-remove
                          label={`${removeLabel}\u00a0: ${title}`}
                          onClick={() => remove(rank)}
                        >
                          <Trash />
                        </IconButton>
                      ) : (
                        <Button
                          variant="danger-light"
                          size="S"
                          startIcon={<Trash />}
                          data-remove
                          onClick={() => remove(rank)}
                        >
                          {removeLabel}
                        </Button>
                      )}
                    </Flex>
                  </Flex>
                  {!isFolded &&
                    children(row, rank, (changed) =>
                      onRows(rows.map((other, place) => (place === rank ? changed : other))),
                    )}
                </Column>
              </Box>
            </FoldedRow>
          );
        })}
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

/** Opens when something in it is looked for. */
const FoldedRow = ({ path, onUnfold, children }: { path: string; onUnfold: () => void; children: ReactNode }) => {
  const row = useRef<HTMLDivElement>(null);
  const latest = useRef(onUnfold);
  useEffect(() => {
    latest.current = onUnfold;
  });
  useEffect(() => {
    const element = row.current;
    const unfold = () => latest.current();
    element?.addEventListener(UNFOLD, unfold);
    return () => element?.removeEventListener(UNFOLD, unfold);
  }, []);
  return (
    <div ref={row} data-path={path}>
      {children}
    </div>
  );
};
