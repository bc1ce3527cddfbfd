import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { DecideQuestion, ImportView } from '../../domain/contract/desk/import.ts';
import { Notice } from '../kit/notice.tsx';
import { importPaths, listPaths } from '../kit/paths.ts';
import { isUnknown, problemOf } from '../kit/problem.ts';
import { useAct } from '../kit/use-act.ts';
import { usePolling } from '../kit/use-polling.ts';
import { ApplyCard } from './apply-card.tsx';
import { ColumnsCard } from './columns-card.tsx';
import { decide, readImport } from './import-api.ts';
import { GiveUp } from './give-up.tsx';
import { stageWords, words as importWords, wordsOf } from './import-words.ts';
import { LinesCard } from './lines-card.tsx';
import { RegisterCard } from './register-card.tsx';
import { RegisterNews } from './register-news.tsx';
import { ResultCard } from './result-card.tsx';

/** Milliseconds: while something is being done; and otherwise, since somebody else may look at it too. */
const SOON = 700;
const RARELY = 60_000;

/** One import: its columns, its lines, and what becomes of them; once done, what it did. */
export const ImportPage = ({ id }: { id: string }) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  // What an act answered is newer than what was asked before it.
  const [decided, setDecided] = useState<{ readonly view: ImportView; readonly rank: number } | null>(null);
  const { answer, refresh } = usePolling<ImportView | { problem: string; isGone: boolean }>(
    () =>
      readImport(client, id).then(
        (view) => {
          setDecided(null);
          return view;
        },
        (error: unknown) => ({ problem: problemOf(error), isGone: isUnknown(error) }),
      ),
    (last) => (last !== null && 'progress' in last && last.progress !== null ? SOON : RARELY),
  );
  const take = useCallback((view: ImportView) => setDecided((before) => ({ view, rank: (before?.rank ?? 0) + 1 })), []);
  const say = async (asked: DecideQuestion): Promise<boolean> => {
    const view = await act(() => decide(client, id, asked));
    if (view) take(view);
    return view !== null;
  };
  if (answer === null) return <Page.Loading>Lecture du fichier</Page.Loading>;
  if ('problem' in answer)
    return answer.isGone ? <Page.Error content={answer.problem} /> : <Unreadable id={id} problem={answer.problem} />;
  const view = decided?.view ?? answer;
  const { progress, failure } = view;
  const words = wordsOf(view);
  return (
    <Page.Main aria-busy={underWay}>
      <Page.Title>{view.fileName}</Page.Title>
      <Layouts.Header
        title={view.fileName}
        subtitle={stageWords(view, new Date())}
        navigationAction={
          <Flex justifyContent="flex-start">
            <Back to={view.source === 'bulk' ? listPaths.page : importPaths.list} label={words.back} />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {progress !== null && (
            <Notice tone="working" title={words.underWay(progress.what, progress.done, progress.total)} live>
              {words.underWayMeaning}
            </Notice>
          )}
          {failure !== null && <Notice tone="danger" title={failure} live />}
          {view.remarks.map((remark) => (
            <Notice key={remark} tone="neutral" title={remark} />
          ))}
          {view.source === 'rna' && progress === null && <RegisterNews />}
          {view.stage === 'draft' && progress === null && (
            <>
              {view.source === 'spreadsheet' && <ColumnsCard view={view} say={say} underWay={underWay} />}
              {view.register !== null && <RegisterCard register={view.register} say={say} underWay={underWay} />}
              <LinesCard view={view} say={say} underWay={underWay} />
              <ApplyCard view={view} say={say} underWay={underWay} refresh={refresh} />
            </>
          )}
          {view.stage !== 'draft' && <ResultCard view={view} refresh={refresh} />}
          {view.stage === 'draft' && progress === null && view.counts === null && (
            <Typography textColor="neutral600">{wordsOf(view).noLines}</Typography>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

const Back = ({ to, label }: { to: string; label: string }) => (
  <LinkButton tag={RouterLink} to={to} variant="ghost" size="S" startIcon={<ArrowLeft />}>
    {label}
  </LinkButton>
);

/** What cannot be shown can still be given up: it would stand among what waits until its time is over. */
const Unreadable = ({ id, problem }: { id: string; problem: string }) => (
  <Page.Main>
    <Page.Title>{importWords.unreadable}</Page.Title>
    <Layouts.Header
      title={importWords.unreadable}
      navigationAction={
        <Flex justifyContent="flex-start">
          <Back to={importPaths.list} label={importWords.back} />
        </Flex>
      }
    />
    <Layouts.Content>
      <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
        <Notice tone="danger" title={problem} live />
        <Flex>
          <GiveUp id={id} meaning={importWords.giveUpMeaning} />
        </Flex>
      </Flex>
    </Layouts.Content>
  </Page.Main>
);
