/** Two records side by side, in words: where they differ, what is proposed, what would be carried over. */
import type { Core } from '@strapi/strapi';
import type { DuplicateType, PairQuestion, PairView, SideRecord } from '../domain/contract/desk/duplicates.ts';
import { pairOf } from '../domain/duplicates/candidates.ts';
import { isEmptyValue, offeredFields, sides, type Side } from '../domain/duplicates/joined-content.ts';
import { addressKindOf } from '../domain/former-addresses.ts';
import { plural } from '../domain/french.ts';
import { publicPaths } from '../domain/public-paths.ts';
import { textOf } from '../domain/visit.ts';
import { linksTo } from '../entries/bin/links.ts';
import { valuesInWords, type AttributeValue } from '../entries/content-words.ts';
import { fieldLabel } from '../entries/field-words.ts';
import { contentAttributes } from '../entries/record-content.ts';
import type { IndexedRecord } from '../entries/record-index/indexed-record.ts';
import { findSchedule } from '../entries/schedule/schedule-store.ts';
import { findOne } from '../platform/database/records.ts';
import type { AdminContext } from '../platform/http/admin-route.ts';
import { Refused } from '../platform/http/refused.ts';
import { readBoth, type BothVersions } from './both-versions.ts';
import { fieldsOfType } from './fields-of-type.ts';
import { mayMerge } from './may-merge.ts';
import { reasonsInWords, seenBy, toComparable, toPaired } from './read-pairs.ts';
import { namingInWords } from './what-names.ts';

const words = {
  gone: 'Une de ces deux fiches n’est plus là\u00a0: elle a été supprimée, ou réunie avec une autre. Revenez à la liste des doublons.',
  scheduled: 'Ce qui est programmé pour cette fiche ne se fera pas\u00a0: programmez-le sur la fiche qui reste.',
};

/** How many records of a type name one, by the type; what an association writes itself is not counted twice. */
const NAMED_BY: Readonly<Record<string, (count: number) => string>> = {
  'api::event.event': (count) => plural(count, 'événement'),
  'api::resource.resource': (count) => plural(count, 'ressource'),
  'api::guide.guide': (count) => plural(count, 'guide'),
  'api::action.action': (count) => plural(count, 'action'),
  'api::home.home': () => 'la page d’accueil, qui la met en avant',
  'api::edition.edition': (count) => plural(count, 'édition papier', 'éditions papier'),
};

async function linksInWords(strapi: Core.Strapi, uid: DuplicateType, documentId: string): Promise<string[]> {
  const named = new Map<string, Set<string>>();
  for (const link of await linksTo(strapi, uid, documentId))
    named.set(link.uid, (named.get(link.uid) ?? new Set()).add(link.documentId));
  return [...named].flatMap(([by, ids]) => NAMED_BY[by]?.(ids.size) ?? []);
}

export const pathOf = (uid: DuplicateType, { published }: BothVersions): string | null => {
  const [kind, slug] = [addressKindOf(uid), textOf(published?.content['slug'])];
  return kind === null || slug === '' ? null : publicPaths[kind](slug);
};

async function sideOf(
  strapi: Core.Strapi,
  uid: DuplicateType,
  record: IndexedRecord,
  both: BothVersions,
): Promise<SideRecord> {
  const { documentId } = record;
  const { connection } = strapi.db;
  return {
    ...toPaired(record),
    version: both.version,
    updatedAt: both.draft.updatedAt,
    path: pathOf(uid, both),
    carried: [...(await linksInWords(strapi, uid, documentId)), ...(await namingInWords(connection, uid, documentId))],
    notes: (await findSchedule(connection, { uid, documentId })) === null ? [] : [words.scheduled],
  };
}

/** When a record was made, in milliseconds. */
async function madeAt(strapi: Core.Strapi, uid: DuplicateType, documentId: string): Promise<number> {
  const where = { documentId, publishedAt: null };
  const row = await findOne<{ createdAt: Date | string }>(strapi, uid, { select: ['createdAt'], where });
  return row ? new Date(row.createdAt).getTime() : 0;
}

/**
 * The record that is proposed to stay: the one online, else the one verified last, else the older one, whose address stands on
 * paper. What the other says besides is taken over anyway.
 */
async function proposedToKeep(
  strapi: Core.Strapi,
  { uid, first, second }: PairQuestion,
  both: Readonly<Record<Side, BothVersions>>,
): Promise<Side> {
  const measures: readonly ((one: BothVersions) => string | number)[] = [
    ({ published }) => (published === null ? 0 : 1),
    ({ draft }) => textOf(draft.content['verifiedOn']),
  ];
  for (const measure of measures) {
    const [left, right] = [measure(both.first), measure(both.second)];
    if (left !== right) return left > right ? 'first' : 'second';
  }
  return (await madeAt(strapi, uid, first)) <= (await madeAt(strapi, uid, second)) ? 'first' : 'second';
}

/** @throws {Refused} when one of them is not there, or the account may not read it */
export async function viewPair(
  strapi: Core.Strapi,
  context: Pick<AdminContext, 'state'>,
  question: PairQuestion,
): Promise<PairView> {
  const { uid } = question;
  const { find } = await seenBy(strapi, context);
  const [first, second] = sides.map((side) => find(uid, question[side]));
  const [ofFirst, ofSecond] = [
    await readBoth(strapi, uid, question.first),
    await readBoth(strapi, uid, question.second),
  ];
  if (!first || !second || !ofFirst || !ofSecond || question.first === question.second)
    throw new Refused('unknown', words.gone);
  const both = { first: ofFirst, second: ofSecond };
  const contents = { first: ofFirst.draft.content, second: ofSecond.draft.content };
  const keep = await proposedToKeep(strapi, question, both);
  const fields = fieldsOfType(strapi, uid);
  const [ifFirst, ifSecond] = sides.map((side) => offeredFields(fields, contents, side));
  const attributes = new Map(contentAttributes(strapi, uid));
  const offered = ifFirst ?? [];
  const said = await valuesInWords(
    strapi,
    offered.flatMap(({ name }) =>
      sides.map((side): AttributeValue => [attributes.get(name) ?? { type: 'string' }, contents[side][name]]),
    ),
  );
  const differing = new Set(offered.map(({ name }) => name));
  const pair = pairOf(toComparable(first), toComparable(second));
  return {
    uid,
    first: await sideOf(strapi, uid, first, ofFirst),
    second: await sideOf(strapi, uid, second, ofSecond),
    score: pair?.score ?? null,
    reasons: reasonsInWords(pair?.reasons ?? []),
    keep,
    publish:
      (ofFirst.published !== null || ofSecond.published !== null) &&
      first.state !== 'modifiée' &&
      second.state !== 'modifiée',
    fields: offered.map(({ name, choices, proposed }, rank) => ({
      name,
      label: fieldLabel(uid, name),
      first: said[2 * rank] ?? [],
      second: said[2 * rank + 1] ?? [],
      choices: [...choices],
      proposed: { first: proposed, second: ifSecond?.[rank]?.proposed ?? proposed },
    })),
    same: fields
      .filter(
        ({ name, goesWith }) => goesWith === undefined && !differing.has(name) && !isEmptyValue(contents.first[name]),
      )
      .map(({ name }) => fieldLabel(uid, name)),
    mayMerge: mayMerge(strapi, context, uid),
  };
}
