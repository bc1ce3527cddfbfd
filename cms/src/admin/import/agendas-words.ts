/** What « Agendas suivis » says. Pure. */
import type { FollowedAgenda } from '../../domain/contract/desk/agendas.ts';
import { typography } from '../../domain/french.ts';
import { formatMoment } from '../kit/words.ts';

export const agendaWords = {
  title: 'Agendas suivis',
  meaning:
    'Donnez l’adresse d’un agenda\u00a0: il est relevé chaque jour, et ce qui est nouveau vous est proposé ici. Rien n’entre dans votre agenda avant que vous l’ayez vu.',
  none: 'Aucun agenda n’est suivi pour l’instant.',
  heads: ['Agenda', 'Dernier relevé', 'Où il en est', 'Actions'],
  fold: 'Suivre un agenda',
  name: 'Son nom, pour vous',
  nameExample: 'Agenda de la mairie',
  address: 'Son adresse',
  addressHint: typography(
    'Celle que donne le site de l’agenda : elle commence par https:// et finit souvent par .ics ou .json. Dans Google Agenda : Paramètres de l’agenda, puis « Adresse publique au format iCal ».',
  ),
  add: 'Suivre cet agenda',
  incomplete: 'Donnez un nom et une adresse.',
  see: 'Voir ce qu’il propose',
  seeNamed: (name: string) => typography(`Voir ce que propose « ${name} »`),
  read: 'Relever',
  readNamed: (name: string) => typography(`Relever maintenant « ${name} »`),
  leave: 'Ne plus suivre',
  leaveNamed: (name: string) => typography(`Ne plus suivre « ${name} »`),
  leaveTitle: (name: string) => typography(`Ne plus suivre « ${name} » ?`),
  leaveMeaning: 'Les événements déjà repris restent. Ce qu’il propose et qui n’est pas encore repris disparaît d’ici.',
  never: 'Pas encore',
};

export function outcomeWords({ outcome, message }: Pick<FollowedAgenda, 'outcome' | 'message'>): string {
  switch (outcome) {
    case 'proposed':
      return 'Propose des événements';
    case 'waiting':
      return 'Vous travaillez sur ce qu’il proposait\u00a0: le nouveau relevé attend que vous ayez fini.';
    case 'same':
      return 'Rien de nouveau';
    case 'failed':
      return message ?? 'N’a pas pu être lu.';
    case null:
      return 'Pas encore relevé';
  }
}

export const fetchedWords = ({ fetchedAt }: Pick<FollowedAgenda, 'fetchedAt'>, now: Date): string =>
  fetchedAt === null ? agendaWords.never : formatMoment(fetchedAt, now);
