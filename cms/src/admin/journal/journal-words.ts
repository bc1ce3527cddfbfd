/** What the journal says, in plain words. Pure: the page only draws it. */
import type { JournalLine } from '../../domain/contract/desk/review.ts';
import { dayOf, formatWeekday } from '../../domain/dates.ts';
import { plural, typography } from '../../domain/french.ts';

export interface JournalDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** "samedi 22 novembre 2026", or "Aujourd’hui" */
  readonly title: string;
  readonly lines: readonly JournalLine[];
}

/** The lines under their days, the newest first. */
export function byDay(lines: readonly JournalLine[], now: Date): JournalDay[] {
  const days = new Map<string, JournalLine[]>();
  for (const line of lines) {
    const day = dayOf(line.at);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days].map(([day, found]) => {
    const weekday = formatWeekday(day);
    return {
      day,
      title: day === dayOf(now) ? 'Aujourd’hui' : weekday.charAt(0).toUpperCase() + weekday.slice(1),
      lines: found,
    };
  });
}

/** "3 champs changés" */
export const changesWords = (line: Pick<JournalLine, 'differences'>): string =>
  plural(line.differences.length, 'champ changé', 'champs changés');

export const reverting = {
  button: 'Remettre la fiche dans l’état d’avant',
  title: 'Remettre la fiche dans l’état d’avant\u202f?',
  meaning: ({ subject, differences }: Pick<JournalLine, 'subject' | 'differences'>) =>
    typography(
      `La fiche de « ${subject} » sera publiée telle qu’elle était avant cette décision${differences.length > 0 ? ` : ${differences.map(({ label }) => label).join(', ')}` : ''}. Ce qui a changé depuis, dans ces champs et dans les autres, sera perdu aussi. Un contact qui a demandé son retrait ne revient pas.`,
    ),
  act: 'Remettre et publier',
  done: (subject: string) => typography(`« ${subject} » : la fiche est remise dans son état d’avant.`),
};

export const heads = { before: 'Avant', after: 'Après' };

export const filteredSubtitle = (subject: string): string => typography(`Ce qui a été décidé pour « ${subject} ».`);
