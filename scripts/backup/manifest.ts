/** What a backup says of itself, in each format that was ever written. */
import { z } from 'zod';

const Shape = z.record(z.string(), z.array(z.string()));
const Count = z.int().nonnegative();

/** Up to November 2026: rows alone, for tables that the same release made. */
const First = z.object({ format: z.literal('trame-backup/1'), shape: Shape });

const OfDatabase = z.object({
  madeAt: z.iso.datetime(),
  /** That the database has been through, by name. */
  migrations: z.array(z.string()),
  /** Columns by table. */
  shape: Shape,
  /** How many rows each table has: a file that is cut short is seen. */
  rows: z.record(z.string(), Count),
  structure: z.object({ tables: z.array(z.string()).readonly(), rules: z.array(z.string()).readonly() }),
});

/** Brings its tables with it, so that a later release starts from them as if it had found them. */
const Second = OfDatabase.extend({ format: z.literal('trame-backup/2') });

/** Says what every file of it holds: one that was cut, changed, added or taken away is seen before anything is touched. */
const Third = OfDatabase.extend({
  format: z.literal('trame-backup/3'),
  /** Every file of the backup but the manifest, by its path with `/`. */
  files: z.record(z.string(), z.object({ bytes: Count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/** Encrypted, and without the secrets of the installation, which lie in a file of their own. */
const Fourth = Third.extend({
  format: z.literal('trame-backup/4'),
  /** Names this very backup: its file of secrets says the same. */
  id: z.uuid(),
  /** Digest of the secrets that belong to it; null when it was made without any. They are long and random: it tells nothing. */
  secrets: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

export const AnyManifest = z.discriminatedUnion('format', [First, Second, Third, Fourth]);
export type AnyManifest = z.infer<typeof AnyManifest>;

/** As it is written today. */
export const BACKUP_FORMAT = 'trame-backup/4';
export type Manifest = z.infer<typeof Fourth>;
/** Of a backup that brings its tables. */
export type WholeManifest = Exclude<AnyManifest, { format: 'trame-backup/1' }>;

const AnyFormat = z.object({ format: z.string().regex(/^trame-backup\/\d+$/) });
/** Whether the file is a backup of Trame in a format that this release does not know. */
export const isNewerFormat = (manifest: unknown): boolean =>
  AnyFormat.safeParse(manifest).success && !AnyManifest.safeParse(manifest).success;
