import {
  Box,
  Button,
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  LinkButton,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { BulkChange, BulkPlan, BulkRun } from '../../../domain/contract/desk/bulk-edit.ts';
import type { RecordLists } from '../../../domain/contract/desk/finding.ts';
import type { TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { Notice } from '../../kit/notice.tsx';
import { importPaths } from '../../kit/paths.ts';
import { PlainTable } from '../../kit/plain-table.tsx';
import { problemOf } from '../../kit/problem.ts';
import { typeName } from '../../kit/record-types.ts';
import { useAct } from '../../kit/use-act.ts';
import { applyBulk, planBulk, readBulkRun } from './take-out-api.ts';
import { applyLabel, bulkChange, bulkKinds, planWords, underWayWords, words, type BulkKind } from './take-out-words.ts';

interface BulkDialogProps {
  taken: TakenRecords;
  choices: Pick<RecordLists, 'communes' | 'themes'>;
  onClose: () => void;
  /** Something has changed: what is shown of the list is of before. */
  onDone: () => void;
}

const AGAIN_MS = 500;

/** One change of many records: chosen, shown, made. Shown while it is there. */
export const BulkDialog = ({ taken, choices, onClose, onDone }: BulkDialogProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [kind, setKind] = useState<BulkKind>('add-theme');
  const [id, setId] = useState<string | null>(null);
  const [fault, setFault] = useState<string>();
  const [plan, setPlan] = useState<BulkPlan | null>(null);
  const [run, setRun] = useState<BulkRun | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const failed = (error: unknown) => {
    setProblem(problemOf(error));
    return true;
  };
  const change = bulkChange(kind, id);

  const look = async () => {
    if (change === null) return setFault(words.whichNeeded);
    setProblem(null);
    const made = await act(() => planBulk(client, { taken, change }), { failed });
    if (made) setPlan(made);
  };
  const doIt = async () => {
    if (change === null || plan === null) return;
    setProblem(null);
    const begun = await act(() => applyBulk(client, { taken, change, plan: plan.plan }), { failed });
    if (begun) setRun(begun);
  };
  const { get } = client;
  useEffect(() => {
    if (run === null || run.edit !== null || run.failure !== null) return;
    let alive = true;
    const timer = window.setTimeout(() => {
      readBulkRun({ get }, run.id).then(
        (now) => {
          if (!alive) return;
          setRun(now);
          if (now.edit !== null) onDone();
          if (now.failure !== null) {
            setProblem(now.failure);
            setRun(null);
            setPlan(null);
          }
        },
        (error: unknown) => {
          if (!alive) return;
          setProblem(problemOf(error));
          setRun(null);
          setPlan(null);
        },
      );
    }, AGAIN_MS);
    return () => {
      alive = false;
      window.clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once for each answer
  }, [get, run]);

  const isDone = run !== null && run.edit !== null;
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={words.close}>
          <Modal.Title>{words.bulkTitle}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {run !== null ? (
            <Notice
              tone={isDone ? 'success' : 'working'}
              title={isDone ? `${plan?.name ?? ''}\u00a0: c’est fait.` : underWayWords(run.done, run.total)}
              live
            >
              {words.undoable}
            </Notice>
          ) : plan !== null && change !== null ? (
            <Plan plan={plan} what={change.what} />
          ) : (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root name="changement">
                <Field.Label>{words.what}</Field.Label>
                <SingleSelect
                  value={kind}
                  onChange={(value) => {
                    setKind(value as BulkKind);
                    setId(null);
                    setFault(undefined);
                  }}
                >
                  {bulkKinds.map(({ value, label }) => (
                    <SingleSelectOption key={value} value={value}>
                      {label}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              <Which
                kind={kind}
                choices={choices}
                chosen={id}
                fault={fault}
                onChange={(now) => {
                  setId(now);
                  setFault(undefined);
                }}
              />
              <Typography variant="pi" textColor="neutral600">
                {words.undoable}
              </Typography>
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{isDone ? words.close : words.cancel}</Button>
          </Modal.Close>
          <Flex gap={3} alignItems="center" wrap="wrap" justifyContent="flex-end">
            <Typography role="alert" variant="pi" textColor="danger600">
              {problem ?? ''}
            </Typography>
            {isDone ? (
              <LinkButton tag={RouterLink} to={importPaths.page(run.edit ?? '')} variant="secondary">
                {words.see}
              </LinkButton>
            ) : plan === null ? (
              <Button loading={underWay} onClick={() => void look()}>
                {words.look}
              </Button>
            ) : (
              run === null && (
                <>
                  <Button variant="tertiary" onClick={() => setPlan(null)}>
                    {words.again}
                  </Button>
                  <Button loading={underWay} disabled={plan.changed === 0} onClick={() => void doIt()}>
                    {applyLabel(plan.changed)}
                  </Button>
                </>
              )
            )}
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

interface WhichProps {
  kind: BulkKind;
  choices: BulkDialogProps['choices'];
  chosen: string | null;
  fault: string | undefined;
  onChange: (chosen: string | null) => void;
}

const Which = ({ kind, choices, chosen, fault, onChange }: WhichProps) => {
  const choice = bulkKinds.find(({ value }) => value === kind)?.choice ?? null;
  if (choice === null) return null;
  const options = choice === 'theme' ? choices.themes : choices.communes;
  return (
    <Field.Root name="lequel" required error={fault} key={kind}>
      <Field.Label>{words.which[choice]}</Field.Label>
      <Combobox
        placeholder={words.choose}
        value={chosen ?? ''}
        onChange={(value) => onChange(value === undefined || value === '' ? null : String(value))}
        onClear={() => onChange(null)}
        clearLabel={words.untick}
      >
        {options.map(({ id, name }) => (
          <ComboboxOption key={id} value={id}>
            {name}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
    </Field.Root>
  );
};

/** What changes is shown first; what stays as it is, with its reason, after it. */
const RANK = { changed: 0, left: 1, same: 2 } as const;
const SHOWN_AT_FIRST = 20;

const Plan = ({ plan, what }: { plan: BulkPlan; what: BulkChange['what'] }) => {
  const [isWhole, setWhole] = useState(false);
  const lines = plan.lines.filter(({ act }) => act !== 'same').sort((a, b) => RANK[a.act] - RANK[b.act]);
  const shown = isWhole ? lines : lines.slice(0, SHOWN_AT_FIRST);
  const [first = '', ...rest] = planWords(plan, what);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Notice tone={plan.changed === 0 ? 'warning' : 'neutral'} title={`${plan.name}. ${first}`} live>
        {rest.map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </Notice>
      {shown.length > 0 && (
        <PlainTable
          caption={words.planCaption}
          heads={words.planHeads}
          rows={shown.map(({ uid, documentId, title, act, before, after, note }) => ({
            key: documentId,
            cells: [
              <Box key="title">
                <Wrapped text={title} />
                <Typography variant="pi" textColor="neutral600">
                  {typeName(uid)?.one ?? ''}
                </Typography>
              </Box>,
              <Wrapped key="before" text={before} />,
              <Wrapped key="after" text={act === 'changed' ? after : before} />,
              <Wrapped key="note" text={note ?? ''} />,
            ],
          }))}
        />
      )}
      {shown.length < lines.length && (
        <Button variant="tertiary" onClick={() => setWhole(true)}>
          {`Afficher les ${lines.length.toLocaleString('fr-FR')} lignes`}
        </Button>
      )}
    </Flex>
  );
};

const Wrapped = ({ text }: { text: string }) => (
  <Box maxWidth="24rem" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
    <Typography textColor="neutral800">{text}</Typography>
  </Box>
);
