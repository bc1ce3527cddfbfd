import { Button, Checkbox, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import type { Merged, PairField, PairQuestion, PairView } from '../../domain/contract/desk/duplicates.ts';
import { sides, type FieldChoice, type Side } from '../../domain/duplicates/joined-content.ts';
import { Card } from '../kit/card.tsx';
import { Notice } from '../kit/notice.tsx';
import { duplicatePaths, recordPath } from '../kit/paths.ts';
import { useAsked } from '../kit/use-asked.ts';
import { useAct } from '../kit/use-act.ts';
import { ChooseField } from './choose-field.tsx';
import { readPair, sendDistinct, sendMerge, undoMerge } from './duplicates-api.ts';
import { meaningOf, sameWords, typeWords, words } from './duplicates-words.ts';
import { KeepCard } from './keep-card.tsx';
import { UndoMerge } from './undo-merge.tsx';
import { Why } from './why.tsx';

/** Two records side by side, and what becomes of them. */
export const PairPage = ({ question }: { question: PairQuestion }) => {
  const client = useFetchClient();
  const [merged, setMerged] = useState<Merged | null>(null);
  const { uid, first, second } = question;
  const { answer, refresh } = useAsked(
    useCallback(() => readPair(client, { uid, first, second }), [client, uid, first, second]),
  );
  if (answer === null) return <Page.Loading>{words.loading}</Page.Loading>;
  if ('problem' in answer) return <Page.Error content={answer.problem} />;
  const undone = async () => {
    setMerged(null);
    await refresh();
  };
  return (
    <Page.Main>
      <Page.Title>{words.pairTitle}</Page.Title>
      <Layouts.Header
        title={words.pairTitle}
        subtitle={typeWords(uid)}
        navigationAction={
          <Link tag={RouterLink} to={duplicatePaths.list} startIcon={<ArrowLeft />}>
            {words.back}
          </Link>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {merged === null ? (
            <Compare view={answer} refresh={refresh} onMerged={setMerged} />
          ) : (
            <Done merged={merged} onUndone={undone} />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** What was done, and the way back. */
const Done = ({ merged, onUndone }: { merged: Merged; onUndone: () => Promise<void> }) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const undo = async () => {
    if (await act(() => undoMerge(client, merged.id), { done: words.undone })) await onUndone();
  };
  return (
    <>
      <Notice tone="success" title={words.mergedTitle(merged.title)} live>
        {merged.told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <Flex gap={2} wrap="wrap">
        <LinkButton tag={RouterLink} to={recordPath(merged.uid, merged.documentId)} size="L">
          {words.open}
        </LinkButton>
        <LinkButton tag={RouterLink} to={duplicatePaths.list} size="L" variant="secondary">
          {words.next}
        </LinkButton>
        <UndoMerge title={merged.title} size="L" underWay={underWay} onUndo={undo} />
      </Flex>
    </>
  );
};

interface CompareProps {
  view: PairView;
  refresh: () => Promise<void>;
  onMerged: (merged: Merged) => void;
}

type Choices = Readonly<Record<string, FieldChoice>>;

const saysBoth = ({ first, second }: PairField): boolean => first.length > 0 && second.length > 0;

const Compare = ({ view, refresh, onMerged }: CompareProps) => {
  const client = useFetchClient();
  const navigate = useNavigate();
  const { act, underWay } = useAct();
  const [keep, setKeep] = useState<Side>(view.keep);
  const [choices, setChoices] = useState<Choices>({});
  const [publish, setPublish] = useState(view.publish);
  const question = { uid: view.uid, first: view.first.documentId, second: view.second.documentId };
  const chosen = (field: PairField): FieldChoice => choices[field.name] ?? field.proposed[keep];

  const merge = async () => {
    const asked = {
      ...question,
      ...{ keep, publish },
      versions: { first: view.first.version, second: view.second.version },
      choices: Object.fromEntries(view.fields.map((field) => [field.name, chosen(field)])),
    };
    const merged = await act(() => sendMerge(client, asked));
    // What somebody changed meanwhile is shown; what was chosen stays.
    if (merged) onMerged(merged);
    else await refresh();
  };
  const apart = async () => {
    const done = await act(() => sendDistinct(client, question, true), { done: words.distinctDone });
    if (done) void navigate(duplicatePaths.list);
  };
  const fields = (shown: readonly PairField[]) =>
    shown.map((field) => (
      <ChooseField
        key={field.name}
        field={field}
        choice={chosen(field)}
        onChoose={(choice) => setChoices({ ...choices, [field.name]: choice })}
      />
    ));
  const same = sameWords(view.same);
  const isModified = sides.some((side) => view[side].state === 'modifiée');
  const differing = view.fields.filter(saysBoth);
  const single = view.fields.filter((field) => !saysBoth(field));
  return (
    <>
      <Card
        title={words.why}
        action={
          <Button variant="secondary" loading={underWay} onClick={() => void apart()}>
            {words.distinct}
          </Button>
        }
      >
        {view.score === null ? (
          <Typography textColor="neutral800">{words.noReason}</Typography>
        ) : (
          <Why score={view.score} reasons={view.reasons} />
        )}
        {same !== null && <Typography textColor="neutral800">{same}</Typography>}
      </Card>
      <KeepCard view={view} keep={keep} onKeep={setKeep} />
      {differing.length > 0 && (
        <Card
          title={words.chooseTitle}
          action={
            <Flex gap={2} wrap="wrap">
              <Typography textColor="neutral800">{words.allOf}</Typography>
              {sides.map((side) => (
                <Button
                  key={side}
                  variant="tertiary"
                  size="S"
                  onClick={() =>
                    setChoices({ ...choices, ...Object.fromEntries(differing.map(({ name }) => [name, side])) })
                  }
                >
                  {side === 'first' ? words.first : words.second}
                </Button>
              ))}
            </Flex>
          }
        >
          <Typography textColor="neutral800">{words.chooseHint}</Typography>
          {fields(differing)}
        </Card>
      )}
      {single.length > 0 && (
        <Card title={words.onlyOne}>
          <Typography textColor="neutral800">{words.onlyOneHint}</Typography>
          {fields(single)}
        </Card>
      )}
      <Card title={words.mergeTitle}>
        {meaningOf(view, keep, publish).map((sentence) => (
          <Typography key={sentence} tag="p" textColor="neutral800">
            {sentence}
          </Typography>
        ))}
        <Checkbox checked={publish} onCheckedChange={(checked) => setPublish(checked === true)}>
          {words.publish}
        </Checkbox>
        {isModified && publish && <Typography textColor="neutral800">{words.publishHint}</Typography>}
        {view.mayMerge ? (
          <Flex>
            <Button size="L" loading={underWay} onClick={() => void merge()}>
              {words.merge}
            </Button>
          </Flex>
        ) : (
          <Notice tone="warning" title={words.mayNot} />
        )}
      </Card>
    </>
  );
};
