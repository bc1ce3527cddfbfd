import { momentInWords } from '../../domain/moments.ts';
import type { AlarmRule } from './alarm.ts';
import { readBackupRecord } from './backup-record.ts';

const HOUR_MS = 60 * 60_000;
/** One is made each night: a night and half a day later there is none. */
const OLDEST_MS = 36 * HOUR_MS;
/** A machine that was off for a week makes its backup minutes after it was started. */
const AFTER_START_MS = 30 * 60_000;
/** A first night may fail by the restart of something, and be made up for an hour later. */
const AFTER_FAILURE_MS = 90 * 60_000;

const words = {
  failed: (message: string) => `La sauvegarde n’a pas pu être faite. ${message}`,
  last: (moment: string) => `La dernière sauvegarde a été faite ${moment}.`,
  none: 'Aucune sauvegarde n’a encore été faite sur cette machine.',
  what: 'Demandez à la personne qui s’occupe du serveur de lancer «\u00a0pnpm backup\u00a0», qui dit ce qui ne va pas.',
};

/** Tonight's backup was not made. */
export const backupMissing: AlarmRule = {
  id: 'backup-missing',
  title: 'Il manque une sauvegarde',
  over: 'La sauvegarde est faite.',
  async look(_strapi, now) {
    const { last, failure } = await readBackupRecord();
    const said = last === null ? words.none : words.last(momentInWords(last.at, now));
    if (failure !== null) return { words: `${words.failed(failure.message)} ${said}`, afterMs: AFTER_FAILURE_MS };
    if (last === null) return { words: `${said} ${words.what}`, afterMs: OLDEST_MS };
    const isOld = now.getTime() - Date.parse(last.at) >= OLDEST_MS;
    return isOld ? { words: `${said} ${words.what}`, afterMs: AFTER_START_MS } : null;
  },
};
