/** What the journal says, in plain words. Pure: the page only draws it. */
import type { FormerState, JournalLine } from '../../domain/contract/desk/review.ts';
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
  button: 'Remettre dans l’état d’avant…',
  title: 'Que remettre dans l’état d’avant\u202f?',
  meaning: (subject: string) =>
    typography(
      `Ce qui est coché sera publié dans « ${subject} » tel qu’il était avant cette décision. Ce qui n’est pas coché reste tel qu’il est.`,
    ),
  agreements:
    'Personne n’est montré plus qu’aujourd’hui\u00a0: un accord retiré depuis, par la personne ou dans la fiche, reste retiré.',
  own: 'Ce que cette décision a changé',
  others: 'Ce qui a changé depuis',
  othersHint: 'Coché, ce qui a été écrit depuis serait perdu.',
  nothing: 'La fiche dit déjà ce qu’elle disait avant cette décision\u00a0: il n’y a rien à remettre.',
  noneChosen: 'Cochez au moins un champ.',
  loading: 'Lecture de l’état d’avant',
  act: (chosen: number) => (chosen > 1 ? `Remettre ${chosen} champs et publier` : 'Remettre et publier'),
  done: (subject: string) => typography(`« ${subject} » : publié dans l’état d’avant.`),
  toldTitle: 'Remis, sauf ce qui suit',
};

/** Of the columns of what would be put back. */
export const formerHeads = { before: 'Aujourd’hui', after: 'Ce qui serait remis' };

/** Why there is nothing to choose: what keeps it from coming back, or that the record says so already. */
export const nothingWords = ({ told }: Pick<FormerState, 'told'>): string =>
  told.length > 0 ? told.join(' ') : reverting.nothing;

/** What is ticked when the question opens: what the line itself changed. */
export const chosenAtFirst = ({ fields }: Pick<FormerState, 'fields'>): string[] =>
  fields.filter(({ own }) => own).map(({ difference }) => difference.field);

export const heads = { before: 'Avant', after: 'Après' };

export const filteredSubtitle = (subject: string): string => typography(`Ce qui a été décidé pour « ${subject} ».`);
