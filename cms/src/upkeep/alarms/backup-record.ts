import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BACKUP_RECORD_FILE,
  NO_BACKUP_YET,
  storedBackupRecord,
  type BackupRecord,
} from '../../domain/stored/backup-record.ts';
import { dataDirectory, readEnvironment } from '../../environment.ts';
import { nullIfAbsent } from '../../platform/files/if-there.ts';

/** What the last backup has left for the admin. @throws when it cannot be read */
export async function readBackupRecord(): Promise<BackupRecord> {
  const file = join(dataDirectory(readEnvironment()), BACKUP_RECORD_FILE);
  const text = await readFile(file, 'utf8').catch(nullIfAbsent);
  return text === null ? NO_BACKUP_YET : storedBackupRecord.read(JSON.parse(text), BACKUP_RECORD_FILE);
}
