/** What the CMS asks of the deployer about saved searches: what answers them on the site that is online, and what they are in words. */
import { z } from 'zod';
import { Id } from '../../primitives.ts';

/** So many are answered at once. */
export const MOST_SEARCHES = 50;
/** Of the part of an address after `?`, which is what a search is kept as. */
export const SEARCH_LENGTH = 1000;
/** What a question may weigh. */
export const SEARCHES_BYTES = MOST_SEARCHES * SEARCH_LENGTH * 6;

/** `POST /searches`: answers SearchesAnswer; 503 while no site is online. No address of anybody is in it. */
export const SearchesQuestion = z.strictObject({
  searches: z.array(z.string().max(SEARCH_LENGTH)).min(1).max(MOST_SEARCHES),
});
export type SearchesQuestion = z.infer<typeof SearchesQuestion>;

/** Types of records that somebody is told of: the action plan and what others did elsewhere are no news to go to. */
export const toldTypes = ['association', 'event', 'resource', 'guide'] as const;
export type ToldType = (typeof toldTypes)[number];

/** A record as it stands on the site, in the words that a result of the search has. */
export const FoundRecord = z.strictObject({
  type: z.enum(toldTypes),
  /** documentId: its address may change. */
  id: Id,
  /** "Association", "Forum · complet". */
  kind: z.string(),
  title: z.string(),
  /** Communes, or a place. */
  place: z.string().nullable(),
  /** Of an event. */
  when: z.string().nullable(),
  rows: z.array(z.strictObject({ label: z.string(), when: z.string().nullable(), place: z.string().nullable() })),
});
export type FoundRecord = z.infer<typeof FoundRecord>;

/** What answers one search. */
export const SearchAnswer = z.strictObject({
  /** The search as it was understood: what does not exist is left out. */
  search: z.string(),
  /** « judo », le mercredi, Cavignac; empty when nothing is asked. */
  words: z.string(),
  /** Everything that is all of what is asked, the best first: ranks in `records`, and those of the rows that answer. */
  found: z.array(z.strictObject({ record: z.int().nonnegative(), rows: z.array(z.int().nonnegative()) })),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const SearchesAnswer = z.strictObject({
  /** Each once. */
  records: z.array(FoundRecord),
  /** In the order of the question. */
  answers: z.array(SearchAnswer),
});
export type SearchesAnswer = z.infer<typeof SearchesAnswer>;
