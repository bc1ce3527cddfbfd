/** What an editor vouches for, for all the people of a file: what is asked of it, by the page and by the server alike. */
import { formatDay } from '../dates.ts';
import type { FileConsent } from './merge.ts';

/**
 * The day on which the RGPD applies: an agreement of before was given for other rules, and whether it holds is to be asked person by
 * person, not for a whole file.
 */
export const FIRST_CONSENT_DAY = '2018-05-25';

const words = {
  ahead: 'La date de l’accord est dans l’avenir\u00a0: indiquez le jour où ces personnes l’ont donné.',
  tooOld: `La date de l’accord est d’avant le ${formatDay(FIRST_CONSENT_DAY)} (RGPD)\u00a0: redemandez leur accord à ces personnes, ou notez-le fiche par fiche.`,
  noChannel: 'Cochez où ces personnes ont accepté de paraître.',
};

/**
 * @param today `YYYY-MM-DD`, Europe/Paris
 * @returns a French sentence, or null when nothing is wrong with it
 */
export function fileConsentFault(
  { channels, date }: Pick<FileConsent, 'channels' | 'date'>,
  today: string,
): string | null {
  if (channels.length === 0) return words.noChannel;
  if (date > today) return words.ahead;
  return date < FIRST_CONSENT_DAY ? words.tooOld : null;
}
