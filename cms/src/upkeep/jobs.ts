/** The work that runs by itself: what it is called, how often it runs, and what it says when it is done. */
import type { Core } from '@strapi/strapi';
import { tellNews, type ToldNews } from '../associations/alerts/tell-news.ts';
import { purgeAccess } from '../associations/sessions/upkeep.ts';
import { listInWords, plural } from '../domain/french.ts';
import { eraseDuplicates } from '../duplicates/erase-duplicates.ts';
import { emptyBin, KEEP_IN_BIN_DAYS } from '../entries/bin/bin-store.ts';
import { carryOutSchedules, type CarriedOut } from '../entries/schedule/carry-out.ts';
import { agendaPolicy, readFollowedAgendas } from '../import/agendas/follow-agendas.ts';
import { readRegisterFolder, registerFolder } from '../import/register/read-register-folder.ts';
import type { Job } from '../platform/jobs/job.ts';
import { eraseRuns } from '../platform/jobs/run-store.ts';
import { queueDueReminders } from '../update/campaigns/reminders.ts';
import { reportLetters } from '../update/campaigns/request-states.ts';
import { keepTrue, type KeptTrue } from '../update/stale-entries/follow-silence.ts';
import { watchAlarms } from './alarms/watch.ts';
import { eraseOldData, type Erased } from './erase-old-data.ts';
import { of } from '../domain/french-prepositions.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long the record of runs is kept. */
export const KEEP_RUNS_DAYS = 30;

/**
 * All jobs, in the order of the page « Tâches ». An id is kept with each run and is never renamed. First delays differ, so
 * that jobs which are all due after a long stop do not begin in the same second.
 */
export const jobs = (strapi: Core.Strapi): readonly Job[] => [
  {
    id: 'reminders',
    title: 'Relances de la campagne',
    does: 'Met en file les lettres de relance dont le jour est venu, pour les associations qui n’ont pas répondu.',
    everyMs: MINUTE,
    firstDelayMs: 2 * SECOND,
    run: async (now) => remindersInWords(await queueDueReminders(strapi, now)),
  },
  {
    id: 'letter-results',
    title: 'Suivi des lettres de la campagne',
    does: 'Note sur chaque demande si sa lettre est partie ou revenue.',
    everyMs: 5 * SECOND,
    firstDelayMs: SECOND,
    run: async () => resultsInWords(await reportLetters(strapi)),
  },
  {
    id: 'silent-entries',
    title: 'Fiches sans nouvelles',
    does: 'Compte les éditions restées sans réponse, prévient les associations par lettre, puis retire du site les fiches dont le jour annoncé est venu.',
    everyMs: 5 * MINUTE,
    firstDelayMs: 5 * SECOND,
    run: async (now) => silenceInWords(await keepTrue(strapi, now)),
  },
  {
    id: 'schedules',
    title: 'Publications programmées',
    does: 'Publie les fiches, ou les retire du site, au jour et à l’heure que vous avez dits. Ce qui devait se faire pendant un arrêt du programme est fait aussitôt après.',
    everyMs: MINUTE,
    firstDelayMs: 3 * SECOND,
    run: async (now) => carriedOutInWords(await carryOutSchedules(strapi, now)),
  },
  {
    id: 'alerts',
    title: 'Alertes des habitants',
    does: 'Cherche ce qui est nouveau pour les recherches que des habitants suivent, et leur écrit\u00a0: une lettre par mois au plus, aucune sans nouveauté.',
    everyMs: HOUR,
    firstDelayMs: 3 * MINUTE,
    run: async (now, signal) => toldInWords(await tellNews(strapi, now, signal)),
  },
  {
    id: 'register',
    title: 'Répertoire national des associations',
    does: 'Lit les fichiers du Répertoire national (RNA) que l’on pose dans le dossier «\u00a0rna\u00a0» du serveur, et dit ce qui a bougé. Rien n’est changé\u00a0: c’est à reprendre sur la page «\u00a0Importer\u00a0».',
    everyMs: HOUR,
    firstDelayMs: 2 * MINUTE,
    run: (_now, signal) => readRegisterFolder(strapi, registerFolder(), signal),
  },
  {
    id: 'agendas',
    title: 'Agendas suivis',
    does: 'Relève chaque jour les agendas dont vous suivez l’adresse, et propose ce qui est nouveau sur la page «\u00a0Importer\u00a0». Rien n’est changé sans vous.',
    everyMs: DAY,
    firstDelayMs: 4 * MINUTE,
    run: (_now, signal) => readFollowedAgendas(strapi, agendaPolicy(), signal),
  },
  {
    id: 'alarms',
    title: 'Veille',
    does: 'Regarde si le site suit, si les lettres partent, si la sauvegarde de la nuit est faite et s’il reste de la place sur le disque. Ce qui ne va pas est dit ici, et par une lettre\u00a0; une autre dit quand c’est réglé.',
    everyMs: MINUTE,
    firstDelayMs: 90 * SECOND,
    run: (now) => watchAlarms(strapi, now),
  },
  {
    id: 'erasure',
    title: 'Effacement des anciennes données',
    does: 'Efface ce qui a été gardé assez longtemps\u00a0: réponses décidées, textes des lettres, adresses des campagnes closes, anciens états du journal, logos qui ne sont dans aucune réponse.',
    everyMs: HOUR,
    firstDelayMs: 30 * SECOND,
    run: async (now) => erasedInWords(await eraseOldData(strapi, now)),
  },
  {
    id: 'access',
    title: 'Liens et comptes échus',
    does: 'Efface les liens de connexion et les sessions terminés, les invitations sans suite, et les comptes qui n’ouvrent plus rien.',
    everyMs: HOUR,
    firstDelayMs: 10 * MINUTE,
    run: async (now) => accessInWords(await purgeAccess(strapi, now)),
  },
  {
    id: 'bin',
    title: 'Corbeille',
    does: `Efface pour de bon ce qui est dans la corbeille depuis plus de ${KEEP_IN_BIN_DAYS}\u00a0jours, et ce qui permettait d’annuler la réunion de deux fiches.`,
    everyMs: HOUR,
    firstDelayMs: 40 * SECOND,
    run: async (now) => {
      const emptied = await emptyBin(strapi, now);
      await eraseDuplicates(strapi);
      return done('Effacé', [[emptied, 'fiche']]);
    },
  },
  {
    id: 'job-runs',
    title: 'Historique des tâches',
    does: `Efface de cette page les passages de plus de ${KEEP_RUNS_DAYS}\u00a0jours.`,
    everyMs: DAY,
    firstDelayMs: MINUTE,
    run: async (now) =>
      done('Effacé', [
        [await eraseRuns(strapi.db.connection, new Date(now.getTime() - KEEP_RUNS_DAYS * DAY)), 'passage'],
      ]),
  },
];

/** How many, of what, and its plural where that is more than an s. */
type Part = readonly [count: number, singular: string, pluralForm?: string];

/** « Effacé : 3 réponses et 1 logo. »; null when there is nothing to say. */
function done(act: string, parts: readonly Part[]): string | null {
  const said = parts.filter(([count]) => count > 0).map(([count, ...words]) => plural(count, ...words));
  return said.length === 0 ? null : `${act}\u00a0: ${listInWords(said)}.`;
}

const remindersInWords = (queued: number): string | null =>
  queued === 0 ? null : `${plural(queued, 'relance mise en file', 'relances mises en file')}.`;

const resultsInWords = (reported: number): string | null =>
  reported === 0 ? null : `Résultat noté de ${plural(reported, 'lettre')}.`;

export function carriedOutInWords({ published, takenOff, refused }: CarriedOut): string | null {
  const sentences = [
    published > 0 && `${plural(published, 'fiche publiée', 'fiches publiées')} comme prévu.`,
    takenOff > 0 && `${plural(takenOff, 'fiche retirée', 'fiches retirées')} du site comme prévu.`,
    refused > 0 &&
      `${plural(refused, 'fiche refusée', 'fiches refusées')}, à reprendre\u00a0: la page d’accueil dit pourquoi.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? null : sentences.join(' ');
}

export function toldInWords({ told, lost, ended }: ToldNews): string | null {
  const sentences = [
    told > 0 && `${plural(told, 'lettre d’alerte mise en file', 'lettres d’alerte mises en file')}.`,
    lost > 0 &&
      `${plural(lost, 'alerte porte', 'alertes portent')} sur un thème, un public ou une commune qui n’existe plus\u00a0: rien n’est envoyé.`,
    ended > 0 && `${plural(ended, 'alerte arrêtée', 'alertes arrêtées')}, car l’adresse ne reçoit plus rien.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? null : sentences.join(' ');
}

export function silenceInWords({ noted, warned, taken, left, held }: KeptTrue): string | null {
  const sentences = [
    noted > 0 && `Compte des éditions mis à jour sur ${plural(noted, 'fiche')}.`,
    warned > 0 && `${plural(warned, 'association prévenue', 'associations prévenues')} par lettre.`,
    taken.length > 0 && `Retiré du site\u00a0: ${listInWords(taken)}.`,
    ...left.map(
      ({ title, reason }) => `La fiche ${of(title)} n’a pas pu être retirée${reason ? `\u00a0: ${reason}` : '.'}`,
    ),
    held > 0 &&
      `${plural(held, 'fiche attend', 'fiches attendent')} votre décision, trop nombreuses pour partir d’elles-mêmes le même jour.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? null : sentences.join(' ');
}

export const erasedInWords = ({
  answers,
  texts,
  addresses,
  letters,
  states,
  links,
  logos,
  suppressions,
  files,
}: Erased): string | null =>
  done('Effacé', [
    [answers, 'réponse ancienne', 'réponses anciennes'],
    [texts, 'texte de lettre', 'textes de lettres'],
    [letters, 'trace de lettre', 'traces de lettres'],
    [addresses, 'adresse d’une campagne close', 'adresses de campagnes closes'],
    [states, 'ancienne ligne du journal', 'anciennes lignes du journal'],
    [links, 'lien vers des données', 'liens vers des données'],
    [logos, 'logo proposé', 'logos proposés'],
    [suppressions, 'ligne du registre des retraits', 'lignes du registre des retraits'],
    [files, 'fichier sans usage', 'fichiers sans usage'],
  ]);

const accessInWords = ({ links, sessions, memberships, accounts }: Awaited<ReturnType<typeof purgeAccess>>) =>
  done('Effacé', [
    [links, 'lien de connexion', 'liens de connexion'],
    [sessions, 'session'],
    [memberships, 'rattachement terminé', 'rattachements terminés'],
    [accounts, 'compte'],
  ]);
