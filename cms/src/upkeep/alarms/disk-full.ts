import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileSize } from '../../domain/file-size.ts';
import { dataDirectory, readEnvironment } from '../../environment.ts';
import { nullIfAbsent } from '../../platform/files/if-there.ts';
import type { AlarmRule } from './alarm.ts';
import { readBackupRecord } from './backup-record.ts';

const FULL = 0.9;
/** A build, an import or a backup takes room for a while and gives it back. */
const AFTER_MS = 5 * 60_000;

/** How full a disk is, as `df` counts it: what is reserved for the system counts for neither side. */
export function fullness({ blocks, bfree, bavail }: { blocks: number; bfree: number; bavail: number }): number {
  const used = blocks - bfree;
  return used + bavail === 0 ? 0 : used / (used + bavail);
}

const words = (folder: string, percent: number, free: string): string =>
  `Le disque de ${folder} est plein à ${percent}\u00a0%\u00a0: il reste ${free}. Quand il sera plein, plus rien ne pourra être enregistré, publié ni sauvegardé. ` +
  'Demandez à la personne qui s’occupe du serveur de libérer de la place.';

/** The disk of the data, or that of the backups, is nearly full. */
export const diskFull: AlarmRule = {
  id: 'disk-full',
  title: 'Le disque est presque plein',
  over: 'Il y a de nouveau assez de place sur le disque.',
  async look() {
    // Where no backup can be read of there is still the disk of the data.
    const { last } = await readBackupRecord().catch(() => ({ last: null }));
    const folders = [dataDirectory(readEnvironment()), ...(last === null ? [] : [dirname(last.file)])];
    for (const folder of folders) {
      const disk = await statfs(folder).catch(nullIfAbsent);
      if (disk === null) continue;
      const share = fullness(disk);
      if (share < FULL) continue;
      return { words: words(folder, Math.floor(share * 100), fileSize(disk.bavail * disk.bsize)), afterMs: AFTER_MS };
    }
    return null;
  },
};
