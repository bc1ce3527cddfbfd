/** What an editor is saying of the people of a file, and whether it is what was saved: only that is applied. Pure. */
import { channelsInWords } from '../../domain/consent.ts';
import { formatDay } from '../../domain/dates.ts';
import { parseDay } from '../../domain/day-in-words.ts';
import { typography } from '../../domain/french.ts';
import { fileConsentFault } from '../../domain/import/file-consent.ts';
import type { FileConsent } from '../../domain/import/merge.ts';
import { consentChannels, type ConsentChannel } from '../../domain/vocabulary/consent-channels.ts';
import { consentSources, type ConsentSource } from '../../domain/vocabulary/consent-sources.ts';

/** The form as it stands. */
export interface ConsentDraft {
  readonly isOpen: boolean;
  readonly channels: readonly ConsentChannel[];
  readonly source: ConsentSource;
  /** As it is typed. */
  readonly date: string;
}

export const draftOf = (saved: FileConsent | null): ConsentDraft => ({
  isOpen: saved !== null,
  channels: saved?.channels ?? [],
  source: saved?.source ?? 'bulletin papier',
  date: saved === null ? '' : formatDay(saved.date),
});

const words = {
  date: 'Donnez la date de leur accord, comme 12/09/2026.',
  unsaved:
    'L’accord de ces personnes n’est pas enregistré tel que vous l’avez sous les yeux\u00a0: enregistrez-le, ou décochez «\u00a0Ces personnes ont accepté de paraître\u00a0», puis importez.',
};

export type ReadDraft =
  { readonly ok: true; readonly value: FileConsent | null } | { readonly ok: false; readonly message: string };

/** @param today `YYYY-MM-DD`, Europe/Paris */
export function readDraft({ isOpen, channels, source, date }: ConsentDraft, today: string): ReadDraft {
  if (!isOpen) return { ok: true, value: null };
  const day = parseDay(date, today, 'behind');
  if (!day.ok) return { ok: false, message: words.date };
  // In the order of the boxes, whatever the order of the clicks.
  const value = { channels: consentChannels.values.filter((one) => channels.includes(one)), source, date: day.value };
  const message = fileConsentFault(value, today);
  return message === null ? { ok: true, value } : { ok: false, message };
}

const same = (a: FileConsent | null, b: FileConsent | null): boolean =>
  a === null || b === null
    ? a === b
    : a.source === b.source &&
      a.date === b.date &&
      a.channels.length === b.channels.length &&
      a.channels.every((one) => b.channels.includes(one));

/** Why nothing may be imported as the form stands: it says something else than what was saved. Null when both say the same. */
export function unsavedWords(draft: ConsentDraft, saved: FileConsent | null, today: string): string | null {
  const read = readDraft(draft, today);
  return read.ok && same(read.value, saved) ? null : words.unsaved;
}

/** « Enregistré : annuaire imprimé ; accord du 12 septembre 2026, bulletin papier. » */
export const savedWords = ({ channels, source, date }: FileConsent): string =>
  typography(
    `Enregistré : ${channelsInWords(channels)}, accord du ${formatDay(date)} (${consentSources.label(source).toLowerCase()}).`,
  );
