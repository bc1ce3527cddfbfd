import { Box, Button, Flex, Radio, TextInput, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useRef, useState, type MutableRefObject } from 'react';
import { styled } from 'styled-components';
import type {
  DecideQuestion,
  ImportFault,
  ImportView,
  PlannedAct,
  PlannedLine,
  PlannedLines,
} from '../../domain/contract/desk/import.ts';
import { Card } from '../kit/card.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { Difference } from '../kit/differences.tsx';
import { Fold } from '../kit/fold.tsx';
import { Notice } from '../kit/notice.tsx';
import { saveFile } from '../kit/save-file.ts';
import { useAct } from '../kit/use-act.ts';
import { isFocusLost } from './focus.ts';
import { readFaultyFile, readLines } from './import-api.ts';
import { lineTexts, placeWords, whereWords, words, wordsOf } from './import-words.ts';
import { UnknownNames } from './unknown-names.tsx';

interface CardProps {
  view: ImportView;
  say: (asked: DecideQuestion) => Promise<boolean>;
  underWay: boolean;
}
type Tab = PlannedAct | 'incomplete';

const HEADS = { before: 'Dans l’annuaire', after: 'Après l’import' };

const Line = styled.li`
  list-style: none;
  padding: 1.2rem 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** What the lines of the file would do, tab by tab, and what is to be mended. */
export const LinesCard = ({ view, say, underWay }: CardProps) => {
  const { counts } = view;
  const { tabs, meaning, title } = lineTexts(view.source);
  const first = counts === null ? 'new' : (tabs.find(([act]) => counts[act] > 0)?.[0] ?? 'new');
  const [chosen, setChosen] = useState<Tab | null>(null);
  const actedRef = useRef<number | null>(null);
  if (counts === null) return null;
  // The last line of a tab that is mended leads on to the next tab.
  const tab = chosen !== null && counts[chosen] > 0 ? chosen : first;
  return (
    <Card title={title}>
      <UnknownNames view={view} say={say} underWay={underWay} />
      <Flex gap={2} wrap="wrap" role="group" aria-label={words.linesMeaning}>
        {tabs
          .filter(([act]) => counts[act] > 0)
          .map(([act, label]) => (
            <Button
              key={act}
              variant={act === tab ? 'default' : 'tertiary'}
              aria-pressed={act === tab}
              onClick={() => setChosen(act)}
            >
              {`${label} (${counts[act].toLocaleString('fr-FR')})`}
            </Button>
          ))}
      </Flex>
      <Typography textColor="neutral800">{meaning[tab]}</Typography>
      {tab === 'refused' && <AllFaulty view={view} say={say} underWay={underWay} />}
      <Lines key={tab} view={view} tab={tab} say={say} underWay={underWay} actedRef={actedRef} />
    </Card>
  );
};

/** What can be done with all the faulty lines at once. */
const AllFaulty = ({ view, say, underWay }: CardProps) => {
  const client = useFetchClient();
  const { act, underWay: downloading } = useAct();
  const words = wordsOf(view);
  const download = async () => {
    const file = await act(() => readFaultyFile(client, view.id));
    if (file) saveFile(file, `à corriger – ${view.fileName.replace(/\.[^.]+$/, '')}.xlsx`);
  };
  const count = view.counts?.refused ?? 0;
  return (
    <Flex gap={2} wrap="wrap">
      <ConfirmAct
        title={`${words.leaveCells}\u202f?`}
        meaning={words.leaveCellsMeaning(count)}
        label="Reprendre sans ces cellules"
        variant="default"
        onConfirm={async () => void (await say({ leaveFaultyCells: true }))}
      >
        <Button variant="secondary" loading={underWay}>
          {words.leaveCells}
        </Button>
      </ConfirmAct>
      <Button variant="tertiary" startIcon={<Download />} loading={downloading} onClick={() => void download()}>
        {words.faultyFile}
      </Button>
    </Flex>
  );
};

interface LinesProps extends CardProps {
  tab: Tab;
  /** The rank of the line that was just decided about, until its answer is shown. */
  actedRef: MutableRefObject<number | null>;
}

const Lines = ({ view, tab, say, underWay, actedRef }: LinesProps) => {
  const client = useFetchClient();
  const { act } = useAct();
  const [page, setPage] = useState(1);
  const [answer, setAnswer] = useState<PlannedLines | null>(null);
  const { id, plan } = view;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    let alive = true;
    void act(() => readLines(client, id, tab, page)).then((lines) => {
      if (alive && lines) setAnswer(lines);
    });
    return () => {
      alive = false;
    };
    // `act` is another function at each render, and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, id, tab, page, plan]);
  // Who works with the keyboard goes on where they were: at the same line, or at the one that took its place.
  useEffect(() => {
    const rank = actedRef.current;
    if (answer === null || rank === null) return;
    actedRef.current = null;
    const lines = list.current?.children;
    const line = lines?.[Math.min(rank, lines.length - 1)];
    if (line instanceof HTMLElement && isFocusLost()) (line.querySelector('input') ?? line).focus();
  }, [answer, actedRef]);
  const sayOf = (rank: number) => (asked: DecideQuestion) => {
    actedRef.current = rank;
    return say(asked);
  };
  if (answer === null) return null;
  return (
    <>
      <Box tag="ul" ref={list} aria-busy={underWay}>
        {answer.lines.map((line, rank) => (
          <Line key={line.line} tabIndex={-1}>
            <OneLine line={line} source={view.source} say={sayOf(rank)} underWay={underWay} />
          </Line>
        ))}
      </Box>
      {answer.pages > 1 && (
        <Flex gap={4} justifyContent="center">
          <Button variant="tertiary" disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {words.previous}
          </Button>
          <Typography textColor="neutral800">{words.pages(answer.page, answer.pages)}</Typography>
          <Button variant="tertiary" disabled={page >= answer.pages} onClick={() => setPage(page + 1)}>
            {words.next}
          </Button>
        </Flex>
      )}
    </>
  );
};

interface LineProps {
  line: PlannedLine;
  source: ImportView['source'];
  say: CardProps['say'];
  underWay: boolean;
}

/** What is over, elsewhere or a sum is set aside by itself: taking it is a decision of its own. */
const TAKE = 'take';

const OneLine = ({ line, source, say, underWay }: LineProps) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    <Flex justifyContent="space-between" gap={4} wrap="wrap">
      <Box>
        <Typography tag="h3" variant="delta">
          {line.name === '' ? '(sans nom)' : line.name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {whereWords(line, source)}
        </Typography>
      </Box>
      <Button
        variant="tertiary"
        size="S"
        disabled={underWay}
        onClick={() => void say({ lines: { [line.line]: line.act === 'left' ? TAKE : 'leave' } })}
      >
        {line.act === 'left' ? lineTexts(source).take : lineTexts(source).leave}
      </Button>
    </Flex>
    {line.faults.map((fault) => (
      <Mend key={`${fault.line}:${fault.column ?? ''}`} fault={fault} source={source} say={say} underWay={underWay} />
    ))}
    {line.act === 'asked' && <Which line={line} source={source} say={say} />}
    {line.missing.length > 0 && (
      <Notice tone="warning" title={words.missing}>
        {line.missing.map((one) => (
          <div key={one}>{one}</div>
        ))}
      </Notice>
    )}
    {line.remarks.map(({ line: at, letter, message }) => (
      <Typography key={`${at}${letter ?? ''}${message}`} variant="pi" textColor="neutral600">
        {source === 'events' ? message : `${letter === null ? `Ligne ${at}` : `${letter}${at}`}\u00a0: ${message}`}
      </Typography>
    ))}
    {line.differences.length > 0 && (
      <Fold title={line.act === 'new' ? lineTexts(source).will : 'Ce qui change'}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {line.differences.map((difference) => (
            <Difference key={difference.field} difference={difference} isNew={line.act === 'new'} heads={HEADS} />
          ))}
        </Flex>
      </Fold>
    )}
  </Flex>
);

/** A cell that could not be read: what it says, why, and another text in its place. */
const Mend = ({ fault, source, say, underWay }: Omit<LineProps, 'line'> & { fault: ImportFault }) => {
  const [text, setText] = useState(fault.text);
  const { line, column } = fault;
  const where =
    source === 'events' ? (fault.head ?? placeWords(source, line)) : words.cell(fault.letter, line, fault.head);
  if (column === null) return <Notice tone="danger" title={fault.message} />;
  const key = `${line}:${column}`;
  return (
    <Box padding={3} background="danger100" hasRadius>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="omega" textColor="neutral800">
          <strong>{where}</strong>
          {`\u00a0: ${fault.message}`}
        </Typography>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void say({ cells: { [key]: text } });
          }}
        >
          <Flex gap={2} wrap="wrap">
            <Box flex="1 1 24rem">
              <TextInput
                aria-label={where}
                value={text}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setText(event.target.value)}
              />
            </Box>
            <Button type="submit" disabled={underWay || text === fault.text}>
              {words.mend}
            </Button>
            <Button variant="tertiary" disabled={underWay} onClick={() => void say({ cells: { [key]: '' } })}>
              {words.emptyCell}
            </Button>
          </Flex>
        </form>
      </Flex>
    </Box>
  );
};

/** Is it one of the directory? */
const Which = ({ line, source, say }: Omit<LineProps, 'underWay'>) => (
  <Box>
    <Typography textColor="neutral800" tag="p" id={`asked-${line.line}`}>
      {lineTexts(source).asked}
    </Typography>
    <Radio.Group
      aria-labelledby={`asked-${line.line}`}
      onValueChange={(chosen: string) => void say({ lines: { [line.line]: chosen } })}
    >
      {line.candidates.map(({ documentId, name, commune }) => (
        <Radio.Item key={documentId} value={documentId}>
          {words.isThis(name, commune)}
        </Radio.Item>
      ))}
      <Radio.Item value="new">{lineTexts(source).isNew}</Radio.Item>
    </Radio.Group>
  </Box>
);
