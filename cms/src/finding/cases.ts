/** Answers that wait and letters of the open campaign: found by the association’s name and by the address that wrote or was written to. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { FoundCase } from '../domain/contract/desk/finding.ts';
import { dayOf, formatDay } from '../domain/dates.ts';
import { textIndex, type IndexedDocument, type TextIndex } from '../domain/search/text-index.ts';
import { requestStates } from '../domain/vocabulary/request-states.ts';
import { submissionKinds } from '../domain/vocabulary/submission-kinds.ts';
import { rowsOf } from '../platform/database/sql.ts';
import { reasonOf } from './read-lists.ts';

type Case = Omit<FoundCase, 'because'>;

const AnswerRow = z.object({
  id: z.string(),
  kind: z.enum(submissionKinds.values),
  title: z.string(),
  sender: z.string().nullable(),
  sentAt: z.coerce.date(),
});
const RequestRow = z.object({
  id: z.string(),
  campaign: z.string(),
  title: z.string(),
  state: z.enum(requestStates.values),
  email: z.string().nullable(),
});

/** Of the row versions of both tables: whoever changes a row, and however, makes another sum. */
const VERSION = `
  select (select count(*) || '.' || coalesce(sum(xmin::text::bigint), 0) from submissions) || '/' ||
         (select count(*) || '.' || coalesce(sum(xmin::text::bigint), 0) from update_requests) || '/' ||
         (select coalesce(sum(xmin::text::bigint), 0) from campaigns) as version`;

const value = (attribute: string, kind: 'title' | 'address', text: string | null) =>
  text === null || text === '' ? [] : [{ attribute, kind, text }];

async function readCases(strapi: Core.Strapi): Promise<IndexedDocument<Case>[]> {
  const { connection } = strapi.db;
  const answers = await rowsOf(
    connection,
    AnswerRow,
    `select document_id as id, kind, title, sender, sent_at as "sentAt" from submissions
      where state = 'à relire' order by sent_at`,
  );
  const requests = await rowsOf(
    connection,
    RequestRow,
    `select r.document_id as id, r.campaign_id as campaign, r.association_name as title, r.state, r.email
       from update_requests r join campaigns c on c.document_id = r.campaign_id
      where c.stage = 'ouverte' and r.state <> 'répondue' order by r.association_name`,
  );
  return [
    ...answers.map(({ id, kind, title, sender, sentAt }) => ({
      data: {
        kind: 'answer' as const,
        id,
        campaign: null,
        title,
        detail: `${submissionKinds.label(kind)}, reçue le ${formatDay(dayOf(sentAt))}`,
      },
      values: [...value('title', 'title', title), ...value('sender', 'address', sender)],
    })),
    ...requests.map(({ id, campaign, title, state, email }) => ({
      data: { kind: 'request' as const, id, campaign, title, detail: `Lettre\u00a0: ${requestStates.label(state)}` },
      values: [...value('title', 'title', title), ...value('email', 'address', email)],
    })),
  ];
}

const kept = new WeakMap<Core.Strapi, { version: string; index: Promise<TextIndex<Case>> }>();

async function caseIndex(strapi: Core.Strapi): Promise<TextIndex<Case>> {
  const [row] = await rowsOf(strapi.db.connection, z.object({ version: z.string() }), VERSION);
  const { version } = row!; // sub-selects of aggregates always give one row
  const known = kept.get(strapi);
  if (known?.version === version) return known.index;
  const index = readCases(strapi).then(textIndex);
  kept.set(strapi, { version, index });
  index.catch(() => kept.get(strapi)?.index === index && kept.delete(strapi));
  return index;
}

/** What of the yearly update answers a question, the best first. For who decides about answers. */
export async function findCases(strapi: Core.Strapi, question: string): Promise<FoundCase[]> {
  const index = await caseIndex(strapi);
  return index.search(question).map(({ data, because }) => ({ ...data, because: reasonOf(because) }));
}
