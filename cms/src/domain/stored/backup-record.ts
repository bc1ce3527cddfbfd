/** What is known of the backups that are kept by the rule: `backups.json` in the DATA_DIR, which the admin shows. */
import { z } from 'zod';
import { stored } from './stored.ts';

/** In the DATA_DIR, wherever the backups themselves are. */
export const BACKUP_RECORD_FILE = 'backups.json';

const Count = z.int().nonnegative();

const BackupRecord = z.strictObject({
  /** The last one that stands, whole; null when none was ever made here. */
  last: z
    .strictObject({
      at: z.iso.datetime(),
      /** Absolute path, on the machine that made it. */
      file: z.string(),
      bytes: Count,
      rows: Count,
    })
    .nullable(),
  /** Why there is none since; null when the last try went well. */
  failure: z
    .strictObject({
      /** Of the last try. */
      at: z.iso.datetime(),
      /** Of the first one that failed in a row. */
      since: z.iso.datetime(),
      /** How many failed in a row. */
      times: z.int().positive(),
      /** In French, for people. */
      message: z.string(),
    })
    .nullable(),
});
export type BackupRecord = z.infer<typeof BackupRecord>;

export const storedBackupRecord = stored({ name: 'trame-backup-record', schema: BackupRecord });

export const NO_BACKUP_YET: BackupRecord = { last: null, failure: null };
