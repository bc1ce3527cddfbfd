/** All that is looked after, in the order in which the admin shows what stands. */
import type { AlarmRule } from './alarm.ts';
import { backupMissing } from './backup-missing.ts';
import { bookletBehind } from './booklet-behind.ts';
import { diskFull } from './disk-full.ts';
import { lettersWaiting } from './letters-waiting.ts';
import { siteBehind } from './site-behind.ts';

export const alarmRules: readonly AlarmRule[] = [siteBehind, bookletBehind, diskFull, backupMissing, lettersWaiting];
