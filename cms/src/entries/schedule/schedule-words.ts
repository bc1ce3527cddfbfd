/** What the program says of what is planned, in the journal and where an act was not done. */
import { listInWords } from '../../domain/french.ts';
import { formatMoment } from '../../domain/moments.ts';
import type { Schedule } from '../../domain/schedule.ts';

/** "à publier le 7 décembre 2026 à 8 h et à retirer du site le 9 décembre 2026 à 18 h" */
export const scheduleInWords = ({ publishAt, offlineAt }: Schedule): string =>
  listInWords([
    ...(publishAt === null ? [] : [`à publier le ${formatMoment(publishAt)}`]),
    ...(offlineAt === null ? [] : [`à retirer du site le ${formatMoment(offlineAt)}`]),
  ]);

export const scheduleWords = {
  /** Follows what was done: "Fiche publiée : comme prévu, programmé le 4 décembre 2026 à 10 h, par Camille Duval". */
  asPlanned: (plannedAt: Date) => `comme prévu, programmé le ${formatMoment(plannedAt)}`,
  takenOff: 'la fiche a été retirée du site avant le moment prévu',
  bothPassed:
    'la fiche devait paraître puis quitter le site pendant que le programme était arrêté\u00a0; elle n’a pas paru',
  broken:
    'Le programme n’y est pas arrivé, après plusieurs essais. Faites-le vous-même, et prévenez la personne qui s’occupe du site.',
  restored: 'une sauvegarde a été remise en place depuis. Dites si c’est toujours prévu.',
  nothingOnline: 'Cette fiche n’est pas sur le site\u00a0: il n’y a rien à en retirer. Dites aussi quand la publier.',
  moved: (by: string) =>
    `${by} a programmé cette fiche entre-temps\u00a0: rien n’a été changé. Rouvrez la programmation pour voir ce qui est prévu.`,
  gone: 'Ce qui était prévu a eu lieu, ou a été abandonné entre-temps\u00a0: rechargez la page.',
};
