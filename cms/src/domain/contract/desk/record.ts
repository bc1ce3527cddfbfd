/** What the page of a record in the admin exchanges with the CMS: a record as data, its state, and what became of a save. */
import { z } from 'zod';
import { Id, Instant, Line } from '../../primitives.ts';
import { ConflictPart } from './form-conflict.ts';
import { ShownSchedule } from './schedule.ts';

/** The records that have a page of their own in the admin, by the part of their address. */
export const recordPages = ['associations', 'events', 'guides', 'resources'] as const;
export type RecordPageName = (typeof recordPages)[number];

/**
 * A record by the schema of its type (`entries/record-content.ts`): relations as documentIds, files as ids of the media library,
 * components without row ids. The page of each type reads it into a shape of its own.
 */
export const RecordData = z.record(z.string(), z.unknown());
export type RecordData = z.infer<typeof RecordData>;

/** A file that a record points to, as far as a form shows it. */
export const FileShown = z.strictObject({
  id: z.int(),
  name: z.string(),
  url: z.string(),
  mime: z.string(),
  alternativeText: z.string().nullable(),
  caption: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type FileShown = z.infer<typeof FileShown>;

/** Where a record stands; `new` before its first save. `offline` was published once, or may have been. */
export const recordStandings = ['new', 'draft', 'offline', 'published', 'modified'] as const;
export type RecordStanding = (typeof recordStandings)[number];

/** `GET /trame/records/<page>/<id>`, `GET /trame/records/<page>/new`: the draft, which is what a form changes. */
export const OpenRecord = z.strictObject({
  documentId: Id.nullable(),
  content: RecordData,
  /** Names this state of the draft, for the save that is made from it; null before the first. */
  version: Line.nullable(),
  /** When it was read, for the save: what was withdrawn since stays withdrawn. */
  openedAt: Instant.nullable(),
  /** What `content` points to. */
  files: z.array(FileShown),
  /** Numbers and addresses that texts of what is online say already, as they are read (`domain/said-contacts.ts`). */
  saidOnline: z.array(Line),
  standing: z.enum(recordStandings),
  savedAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  /** What is planned; null when nothing is. */
  schedule: ShownSchedule.nullable(),
  may: z.strictObject({ save: z.boolean(), publish: z.boolean(), remove: z.boolean() }),
});
export type OpenRecord = z.infer<typeof OpenRecord>;

/** `POST /trame/records/<page>/save`: attributes that are not named stay as they are. */
export const RecordSave = z.strictObject({
  documentId: Id.nullable(),
  base: Line.nullable(),
  openedAt: Instant.nullable(),
  content: RecordData,
  publish: z.boolean(),
});
export type RecordSave = z.infer<typeof RecordSave>;

/** Its answer. A conflict saved nothing. */
export const SavedRecord = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saved'),
    record: OpenRecord,
    /** Sentences: what others saved meanwhile, and that it is there. */
    told: z.array(Line),
    /** Sentences: what a withdrawal kept closed. */
    withdrawn: z.array(Line),
    /** Of all content with this save in it: the site has it once its own version holds that one. */
    contentVersion: Line,
  }),
  z.strictObject({
    kind: z.literal('conflict'),
    /** Of the newest draft: the base of the save that settles it. */
    version: Line,
    conflicts: z.array(ConflictPart).min(1),
    /** What the form holds with what others changed elsewhere: mine where they touch (`domain/merge/resolve.ts`). */
    merged: RecordData,
  }),
]);
export type SavedRecord = z.infer<typeof SavedRecord>;

/** How often a page says that it is open, and asks who else is there: a name stays no longer than that after somebody left. */
export const PRESENCE_SECONDS = 8;

/** `POST /trame/records/<page>/<id>/presence`: says that a page is open, or left, and asks who else has the record open now. */
export const PresenceBeat = z.strictObject({ leaving: z.boolean() });
export const RecordPresence = z.strictObject({ others: z.array(z.strictObject({ name: Line })) });
export type RecordPresence = z.infer<typeof RecordPresence>;

/** `POST /trame/records/<page>/preview/page` and `…/print`: what is typed, as it would stand once published. Keeps nothing. */
export const PreviewQuestion = RecordSave.omit({ publish: true });
export type PreviewQuestion = z.infer<typeof PreviewQuestion>;

/** A page of the site, whole in one document without scripts; or the printed entry as a data URL (PNG). */
export const RecordPreview = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page'), html: z.string() }),
  z.strictObject({ kind: z.literal('picture'), picture: z.string().startsWith('data:image/png;base64,') }),
]);
export type RecordPreview = z.infer<typeof RecordPreview>;
