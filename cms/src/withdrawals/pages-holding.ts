/** Where a number that is withdrawn stands outside the entry: events and guides, of this association or of anybody. */
import type { Core } from '@strapi/strapi';
import { disclosures, type Withheld } from '../domain/withheld-contacts.ts';
import { publicUrl, readEnvironment } from '../environment.ts';
import { oneLine } from '../mail/message.ts';
import { clearedText } from './clear-texts.ts';

const EVENT = 'api::event.event';
const GUIDE = 'api::guide.guide';

/** A page, draft or published, for whoever edits it. */
export interface HoldingPage {
  readonly kind: 'événement' | 'guide';
  /** Without what is withdrawn: it is told in a letter, and kept in the journal. */
  readonly title: string;
  /** Where it is edited. */
  readonly link: string;
}

export interface OtherPages {
  /** Events of this association alone, whose way to register it was: it is one no more. */
  readonly removed: readonly HoldingPage[];
  /** Pages that say it still. They may be somebody else's text: an editor decides. */
  readonly holding: readonly HoldingPage[];
}

interface TextRow {
  readonly id: number;
  readonly [field: string]: unknown;
}
interface PageRow extends TextRow {
  readonly documentId: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
}
interface EventRow extends PageRow {
  readonly organiserName: string | null;
  readonly organisers: readonly { readonly documentId: string }[];
  readonly registration: readonly (TextRow & { readonly value: string | null })[];
  readonly accessibility: TextRow | null;
}
interface GuideRow extends PageRow {
  readonly body: unknown;
  readonly source: TextRow | null;
}

/** Longer than what may stand between two digits of a number: two texts never make one. */
const APART = '\n\n\n\n';
const OF_EVENT = ['title', 'summary', 'description', 'period', 'place', 'onlineUrl', 'organiserName', 'price'];
const OF_GUIDE = ['title', 'summary', 'place'];

const fieldsOf = (row: TextRow | null, fields: readonly string[]): string =>
  fields.map((field) => (typeof row?.[field] === 'string' ? row[field] : '')).join(APART);

interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
  readonly image?: { readonly alternativeText?: string | null; readonly caption?: string | null };
}

/** What a reader of Strapi's blocks reads, words of one block in one piece whatever is bold in it; where links lead, after it. */
function blockText(blocks: unknown): string {
  const aside: string[] = [];
  const said = ({ type, text, url, children, image }: Node): string => {
    aside.push(url ?? '', image?.alternativeText ?? '', image?.caption ?? '');
    const inner = (text ?? '') + (children ?? []).map(said).join('');
    return type === 'text' || type === 'link' ? inner : `${APART}${inner}${APART}`;
  };
  const main = Array.isArray(blocks) ? (blocks as Node[]).map(said).join(APART) : '';
  return [main, ...aside.filter((part) => part !== '')].join(APART);
}

const eventText = (row: EventRow): string =>
  [fieldsOf(row, OF_EVENT), fieldsOf(row.accessibility, ['note'])].join(APART);
const guideText = (row: GuideRow): string =>
  [fieldsOf(row, OF_GUIDE), blockText(row.body), fieldsOf(row.source, ['label', 'url'])].join(APART);

const says = (text: string | null, withdrawn: readonly Withheld[]): boolean =>
  disclosures(text ?? '', withdrawn).length > 0;

/** Others are served in between, and a territory's guides need not fit in memory together. */
const AT_ONCE = 200;

/** Every version of every page of a type, some at a time. */
async function* everyRow<Row extends PageRow>(strapi: Core.Strapi, uid: string, populate: object) {
  for (let last = 0; ;) {
    const rows = (await strapi.db
      .query(uid)
      .findMany({ where: { id: { $gt: last } }, orderBy: { id: 'asc' }, limit: AT_ONCE, populate })) as Row[];
    yield* rows;
    const next = rows.at(-1)?.id;
    if (next === undefined || rows.length < AT_ONCE) return;
    last = next;
  }
}

function pageOf(kind: HoldingPage['kind'], rows: readonly PageRow[], withdrawn: readonly Withheld[]): HoldingPage {
  const row = rows.find(({ publishedAt }) => publishedAt !== null) ?? rows[0];
  const uid = kind === 'guide' ? GUIDE : EVENT;
  return {
    kind,
    title: oneLine(clearedText((row?.title ?? '').normalize('NFKC'), withdrawn)),
    link: `${publicUrl(readEnvironment())}/admin/content-manager/collection-types/${uid}/${row?.documentId ?? ''}`,
  };
}

/** Rows by the document that they are versions of, in the order in which they were found. */
function byDocument<Row extends PageRow>(rows: readonly Row[]): Row[][] {
  const documents = new Map<string, Row[]>();
  for (const row of rows) documents.set(row.documentId, [...(documents.get(row.documentId) ?? []), row]);
  return [...documents.values()];
}

/** Is this association, and nobody else, the organiser, in what is published and in the draft? */
async function isOrganisedBy(strapi: Core.Strapi, documentId: string, associationId: string): Promise<boolean> {
  const versions = (await strapi.db
    .query(EVENT)
    .findMany({ where: { documentId }, populate: { organisers: { select: ['documentId'] } } })) as EventRow[];
  const organisers = new Set(versions.flatMap((row) => row.organisers.map((organiser) => organiser.documentId)));
  return (
    organisers.size === 1 &&
    organisers.has(associationId) &&
    versions.every(({ organiserName }) => (organiserName ?? '').trim() === '')
  );
}

/** Deletes ways to register, row by row: no rule about events has a word in it. Within the caller's transaction. */
async function deleteRegistrations(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  const { joinTable } = strapi.db.metadata.get(EVENT).attributes['registration'] as unknown as {
    joinTable: { name: string; inverseJoinColumn: { name: string } };
  };
  await strapi.db.transaction(async ({ trx }) => {
    await trx(joinTable.name)
      .where({ field: 'registration' })
      .whereIn(joinTable.inverseJoinColumn.name, [...ids])
      .delete();
  });
  await strapi.db.query('agenda.registration').deleteMany({ where: { id: { $in: [...ids] } } });
}

/**
 * Looks for what is withdrawn in every event and guide, drafts included. A way to register for an event that this association
 * organises alone is its own, and is removed at once from the draft and from what is published; all else is only named.
 */
export async function clearOtherPages(
  strapi: Core.Strapi,
  associationId: string,
  withdrawn: readonly Withheld[],
): Promise<OtherPages> {
  const removed: HoldingPage[] = [];
  const holding: HoldingPage[] = [];

  const events: EventRow[] = [];
  const waysOf = (row: EventRow) => row.registration.filter(({ value }) => says(value, withdrawn));
  for await (const row of everyRow<EventRow>(strapi, EVENT, { registration: true, accessibility: true })) {
    if (waysOf(row).length > 0 || says(eventText(row), withdrawn)) events.push(row);
  }
  for (const rows of byDocument(events)) {
    const page = pageOf('événement', rows, withdrawn);
    const ways = rows.flatMap(waysOf);
    const isTheirs = ways.length > 0 && (await isOrganisedBy(strapi, rows[0]?.documentId ?? '', associationId));
    if (isTheirs) {
      await deleteRegistrations(
        strapi,
        ways.map(({ id }) => id),
      );
      removed.push(page);
    }
    if ((ways.length > 0 && !isTheirs) || rows.some((row) => says(eventText(row), withdrawn))) holding.push(page);
  }

  const guides: GuideRow[] = [];
  for await (const row of everyRow<GuideRow>(strapi, GUIDE, { source: true })) {
    if (says(guideText(row), withdrawn)) guides.push(row);
  }
  for (const rows of byDocument(guides)) holding.push(pageOf('guide', rows, withdrawn));
  return { removed, holding };
}

/** More than these is a number that stands everywhere, and a letter that nobody reads to its end. */
const MOST_NAMED = 30;

/** One line for each page, for a letter or a note: what it is, its title and where it is edited. */
export function pageLines(pages: readonly HoldingPage[]): string[] {
  const lines = pages.slice(0, MOST_NAMED).map(({ kind, title, link }) => `${kind} «\u00a0${title}\u00a0» (${link})`);
  const more = pages.length - lines.length;
  return more > 0 ? [...lines, more === 1 ? 'une autre page' : `${more} autres pages`] : lines;
}
