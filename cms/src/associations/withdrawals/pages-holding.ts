/**
 * Where a number that is withdrawn stands outside the entry: in any text of any record that leaves the CMS, of this
 * association or of anybody.
 */
import type { Core } from '@strapi/strapi';
import { visibleContacts } from '../../domain/consent.ts';
import { clearedText } from '../../domain/cleared-text.ts';
import { discloses, TEXTS_APART, type Withheld } from '../../domain/withheld-contacts.ts';
import type { Values } from '../../domain/visit.ts';
import { populateOf } from '../../entries/read-record.ts';
import { attributesOf, PUBLIC_TYPES, recordTexts } from '../../entries/record-texts.ts';
import { storedContacts } from '../../entries/entry-of-record.ts';
import { publicUrl, readEnvironment } from '../../environment.ts';
import { oneLine } from '../../platform/mail/message.ts';
import { deleteRows } from '../../platform/database/delete-rows.ts';

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';

/** A page, draft or published, for whoever edits it. */
export interface HoldingPage {
  /** In French: « événement », « guide »… */
  readonly kind: string;
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

interface Row extends Values {
  readonly id: number;
  readonly documentId: string;
  readonly publishedAt: string | null;
}
interface EventRow extends Row {
  readonly organiserName: string | null;
  readonly organisers: readonly { readonly documentId: string }[];
  readonly registration: readonly { readonly id: number; readonly value: string | null }[];
}

const textsOf = (strapi: Core.Strapi, uid: string, row: Values): string[] =>
  recordTexts(strapi, uid, row).map(({ text }) => text);

const says = (texts: readonly string[], withdrawn: readonly Withheld[]): boolean =>
  discloses(texts.join(TEXTS_APART), withdrawn);

/** Others are served in between, and a territory's guides need not fit in memory together. */
const AT_ONCE = 200;

/** Every version of every record of a type, some at a time. */
async function* everyRow<One extends Row>(strapi: Core.Strapi, uid: string) {
  const parts = new Set(attributesOf(strapi, uid).flatMap(([name, { type }]) => (type === 'relation' ? [] : [name])));
  const populate = Object.fromEntries(Object.entries(populateOf(strapi, uid)).filter(([name]) => parts.has(name)));
  for (let last = 0; ;) {
    const rows = (await strapi.db
      .query(uid)
      .findMany({ where: { id: { $gt: last } }, orderBy: { id: 'asc' }, limit: AT_ONCE, populate })) as One[];
    yield* rows;
    const next = rows.at(-1)?.id;
    if (next === undefined || rows.length < AT_ONCE) return;
    last = next;
  }
}

function pageOf(strapi: Core.Strapi, uid: string, rows: readonly Row[], withdrawn: readonly Withheld[]): HoldingPage {
  const row = rows.find(({ publishedAt }) => publishedAt !== null) ?? rows[0];
  const title = row?.['title'] ?? row?.['name'] ?? row?.['siteName'] ?? '';
  const single = (strapi.getModel(uid as typeof EVENT) as { kind?: string }).kind === 'singleType';
  const place = single ? `single-types/${uid}` : `collection-types/${uid}/${row?.documentId ?? ''}`;
  return {
    kind: PUBLIC_TYPES[uid] ?? uid,
    title: oneLine(clearedText(typeof title === 'string' ? title : '', withdrawn, { kind: 'line', required: true })),
    link: `${publicUrl(readEnvironment())}/admin/content-manager/${place}`,
  };
}

/** Rows by the document that they are versions of, in the order in which they were found. */
function byDocument<One extends Row>(rows: readonly One[]): One[][] {
  const documents = new Map<string, One[]>();
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

/** Events: a way to register for one that this association organises alone is its own, and is removed from both versions. */
async function clearEvents(
  strapi: Core.Strapi,
  associationId: string,
  withdrawn: readonly Withheld[],
): Promise<OtherPages> {
  const removed: HoldingPage[] = [];
  const holding: HoldingPage[] = [];
  const waysOf = (row: EventRow) => row.registration.filter(({ value }) => says([value ?? ''], withdrawn));
  const textsBesides = (row: EventRow) => textsOf(strapi, EVENT, { ...row, registration: [] });

  const events: EventRow[] = [];
  for await (const row of everyRow<EventRow>(strapi, EVENT)) {
    if (waysOf(row).length > 0 || says(textsBesides(row), withdrawn)) events.push(row);
  }
  for (const rows of byDocument(events)) {
    const page = pageOf(strapi, EVENT, rows, withdrawn);
    const ways = rows.flatMap(waysOf);
    const isTheirs = ways.length > 0 && (await isOrganisedBy(strapi, rows[0]?.documentId ?? '', associationId));
    if (isTheirs) {
      await deleteRows(
        strapi,
        EVENT,
        'registration',
        ways.map(({ id }) => id),
      );
      removed.push(page);
    }
    if ((ways.length > 0 && !isTheirs) || rows.some((row) => says(textsBesides(row), withdrawn))) holding.push(page);
  }
  return { removed, holding };
}

/** Of what is withdrawn, what another association may not show either: what a contact of its own agreed to is its business. */
function notAgreedTo(row: Row, withdrawn: readonly Withheld[]): readonly Withheld[] {
  const contacts = visibleContacts(storedContacts(row as Parameters<typeof storedContacts>[0]), 'web');
  const shown = new Set(contacts.flatMap(({ phone, email }) => [phone, email.trim().toLowerCase()]));
  return withdrawn.filter(({ value }) => !shown.has(value));
}

/**
 * Looks for what is withdrawn in every record that leaves the CMS, drafts included. A way to register for an event that this
 * association organises alone is its own, and is removed at once from the draft and from what is published; all else may be
 * somebody else's text, and is only named.
 */
export async function clearOtherPages(
  strapi: Core.Strapi,
  associationId: string,
  withdrawn: readonly Withheld[],
): Promise<OtherPages> {
  if (withdrawn.length === 0) return { removed: [], holding: [] };
  const { removed, holding } = await clearEvents(strapi, associationId, withdrawn);
  const others: HoldingPage[] = [];
  for (const uid of Object.keys(PUBLIC_TYPES).filter((one) => one !== EVENT)) {
    const found: Row[] = [];
    for await (const row of everyRow<Row>(strapi, uid)) {
      if (uid === ASSOCIATION && row.documentId === associationId) continue;
      const theirs = uid === ASSOCIATION ? notAgreedTo(row, withdrawn) : withdrawn;
      if (says(textsBesideContacts(strapi, uid, row), theirs)) found.push(row);
    }
    for (const rows of byDocument(found)) others.push(pageOf(strapi, uid, rows, withdrawn));
  }
  return { removed, holding: [...holding, ...others] };
}

/** A number that another association keeps for the office alone is read by nobody: its contacts are not looked at. */
const textsBesideContacts = (strapi: Core.Strapi, uid: string, row: Row): string[] =>
  textsOf(strapi, uid, uid === ASSOCIATION ? { ...row, contacts: [] } : row);

/** More than these is a number that stands everywhere, and a letter that nobody reads to its end. */
const MOST_NAMED = 30;

/** One line for each page, for a letter or a note: what it is, its title and where it is edited. */
export function pageLines(pages: readonly HoldingPage[]): string[] {
  const lines = pages.slice(0, MOST_NAMED).map(({ kind, title, link }) => `${kind} «\u00a0${title}\u00a0» (${link})`);
  const more = pages.length - lines.length;
  return more > 0 ? [...lines, more === 1 ? 'une autre page' : `${more} autres pages`] : lines;
}
