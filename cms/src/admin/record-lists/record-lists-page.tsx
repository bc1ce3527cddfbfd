import { Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useFetchClient, useRBAC } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  anyRecord,
  type FoundRecord,
  type RecordCriteria,
  type RecordList,
  type RecordLists,
} from '../../domain/contract/desk/finding.ts';
import { criteriaInWords } from '../../domain/contract/desk/criteria-in-words.ts';
import { MOST_TICKED, type TickedRecord } from '../../domain/contract/desk/lists-out.ts';
import { Card } from '../kit/card.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { Notice } from '../kit/notice.tsx';
import { useAsked } from '../kit/use-asked.ts';
import { readRecordLists } from '../kit/record-lists.ts';
import { useAct } from '../kit/use-act.ts';
import { CriteriaFields } from './criteria-fields.tsx';
import { asks, readAddress, writeAddress, type Looked } from './list-address.ts';
import { ListMenu } from './list-menu.tsx';
import { ListRecords } from './list-records.tsx';
import { deleteList, markOpened } from './record-lists-api.ts';
import { deleting, listsWords as words, unreadableWords } from './record-lists-words.ts';
import { SaveList } from './save-list.tsx';
import { BulkEditsCard } from './take-out/bulk-edits-card.tsx';
import { ListActs } from './take-out/list-acts.tsx';

/** « Listes »: those of ours, those of the office, and whatever criteria ask for. The address says what is looked at. */
export const RecordListsPage = () => {
  const { get } = useFetchClient();
  const { answer: lists, replace } = useAsked(useCallback(() => readRecordLists({ get }), [get]));
  if (lists === null) return <Page.Loading>Chargement des listes</Page.Loading>;
  if ('problem' in lists) return <Page.Error content={lists.problem} />;
  return <Lists lists={lists} onLists={replace} />;
};

const tickedOf = ({ uid, documentId }: FoundRecord): TickedRecord => ({ uid, documentId });
const isSame = (one: TickedRecord, other: TickedRecord): boolean =>
  one.uid === other.uid && one.documentId === other.documentId;

const nameIn =
  (list: RecordLists['communes']) =>
  (id: string): string | undefined =>
    list.find((one) => one.id === id)?.name;

const Lists = ({ lists, onLists }: { lists: RecordLists; onLists: (lists: RecordLists) => void }) => {
  const [search, setSearch] = useSearchParams();
  const { allowedActions } = useRBAC(MAY_DECIDE);
  const looked = readAddress(search);
  const named = lists.lists.find(({ id }) => id === looked.list) ?? null;
  const criteria = named?.criteria ?? looked.criteria;
  const look = (next: Partial<Looked>) => setSearch(writeAddress({ ...looked, page: 1, ...next }));
  const mayKeep = allowedActions.canPublish === true;

  const { post } = useFetchClient();
  const opened = named?.by === null ? null : (named?.id ?? null);
  useEffect(() => {
    if (opened !== null && mayKeep) markOpened({ post }, opened);
  }, [post, opened, mayKeep]);

  // What is ticked is of one list: another one begins with none.
  const of = JSON.stringify(criteria);
  const [ticks, setTicks] = useState<{ of: string; records: readonly TickedRecord[] }>({ of, records: [] });
  const ticked = ticks.of === of ? ticks.records : [];
  const tick = (records: readonly TickedRecord[]) => setTicks({ of, records: records.slice(0, MOST_TICKED) });
  const [rank, setRank] = useState(0);
  const inWords = criteriaInWords(criteria, { commune: nameIn(lists.communes), theme: nameIn(lists.themes) });
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header title={words.title} subtitle={words.subtitle} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          {lists.unreadable > 0 && <Notice tone="warning" title={unreadableWords(lists.unreadable)} />}
          {looked.list !== null && named === null && <Notice tone="warning" title={words.unknownList} live />}
          <Card title="Choisir une liste">
            <ListMenu title={words.ours} lists={lists.lists.filter(({ by }) => by === null)} chosen={looked.list} />
            <ListMenu
              title={words.office}
              lists={lists.lists.filter(({ by }) => by !== null)}
              chosen={looked.list}
              none={words.none}
            />
          </Card>
          <Card
            title={named?.name ?? (asks(criteria) ? words.chosen : words.all)}
            action={
              <Flex gap={2} wrap="wrap">
                {named !== null && (
                  <Button variant="tertiary" onClick={() => look({ list: null, criteria })}>
                    {words.refine}
                  </Button>
                )}
                {named !== null && named.by !== null && mayKeep && (
                  <DeleteList
                    list={named}
                    onDeleted={(rest) => {
                      onLists(rest);
                      look({ list: null, criteria: anyRecord });
                    }}
                  />
                )}
                {(named !== null || asks(criteria)) && (
                  <Button variant="tertiary" onClick={() => look({ list: null, criteria: anyRecord })}>
                    {words.clear}
                  </Button>
                )}
              </Flex>
            }
          >
            {named === null ? (
              <CriteriaFields
                criteria={criteria}
                choices={lists}
                onChange={(next: RecordCriteria) => look({ list: null, criteria: next })}
              />
            ) : (
              <Typography tag="p" variant="omega" textColor="neutral700">
                {named.sentence || inWords}
                {named.by !== null && ` (enregistrée par ${named.by})`}
              </Typography>
            )}
            {named === null && asks(criteria) && mayKeep && (
              <SaveList
                key={JSON.stringify(criteria)}
                criteria={criteria}
                onSaved={(all, name) => {
                  onLists(all);
                  const saved = all.lists.find((one) => one.by !== null && one.name === name);
                  if (saved) look({ list: saved.id });
                }}
              />
            )}
            <ListRecords
              criteria={criteria}
              page={looked.page}
              onPage={(page) => look({ page })}
              empty={named !== null && named.by === null ? words.noneLeft : words.empty}
              rank={rank}
              isTicked={(record) => ticked.some((one) => isSame(one, record))}
              onTick={(record, isOn) =>
                tick([...ticked.filter((one) => !isSame(one, record)), ...(isOn ? [tickedOf(record)] : [])])
              }
            >
              {({ records, total }) => (
                <ListActs
                  taken={{ criteria, ticked: ticked.length === 0 ? null : [...ticked] }}
                  total={total}
                  choices={lists}
                  mayChange={mayKeep}
                  onUntick={() => tick([])}
                  onTickPage={() => tick(records.map(tickedOf))}
                  onChanged={() => setRank((before) => before + 1)}
                />
              )}
            </ListRecords>
          </Card>
          {mayKeep && <BulkEditsCard rank={rank} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

const DeleteList = ({ list, onDeleted }: { list: RecordList; onDeleted: (lists: RecordLists) => void }) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const { title, meaning } = deleting(list);
  const doIt = async () => {
    const rest = await act(() => deleteList(client, list.id), { done: words.deleted });
    if (rest) onDeleted(rest);
  };
  return (
    <ConfirmAct title={title} meaning={meaning} label={words.delete} variant="danger-light" onConfirm={doIt}>
      <Button variant="danger-light" loading={underWay}>
        {words.delete}
      </Button>
    </ConfirmAct>
  );
};
