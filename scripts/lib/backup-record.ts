/** What the last backup has left for others to read. */
import path from 'node:path';
import {
  BACKUP_RECORD_FILE,
  NO_BACKUP_YET,
  storedBackupRecord,
  type BackupRecord,
} from '@trame/cms/domain/stored/backup-record';
import { readStored, UnreadableFile, writeStored } from './files.ts';

const fileOf = (dataDir: string): string => path.join(dataDir, BACKUP_RECORD_FILE);

/** One that cannot be read says nothing: the backup that is then due writes it anew. */
export async function readBackupRecord(dataDir: string): Promise<BackupRecord> {
  const read = await readStored(fileOf(dataDir), storedBackupRecord).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return null;
    throw error;
  });
  return read ?? NO_BACKUP_YET;
}

export const writeBackupRecord = (dataDir: string, record: BackupRecord): Promise<void> =>
  writeStored(fileOf(dataDir), storedBackupRecord, record);
