import type { Core } from '@strapi/strapi';
import { csv } from '../../domain/csv.ts';
import { dayOf } from '../../domain/dates.ts';
import { formatPhone } from '../../domain/phone.ts';
import { answerChannels } from '../../domain/vocabulary/answer-channels.ts';
import { requestStates } from '../../domain/vocabulary/request-states.ts';
import { boardLines } from './board.ts';

const COLUMNS = [
  'Association',
  'Commune',
  'Thème',
  'État',
  'Adresse électronique',
  'Téléphone',
  'Contact',
  'Lettre envoyée le',
  'Rappels',
  'Réponse le',
  'Voie',
  'Pourquoi la lettre est revenue',
];

const day = (instant: string | null): string => (instant === null ? '' : dayOf(instant));

/** The board line by line, for a French spreadsheet. */
export async function boardCsv(strapi: Core.Strapi, campaignId: string): Promise<string> {
  const lines = await boardLines(strapi, campaignId);
  const rows = lines.map(({ request, association }) => [
    request.associationName,
    association?.commune ?? '',
    association?.chapter ?? '',
    requestStates.label(request.state),
    request.email ?? '',
    association?.phone ? formatPhone(association.phone) : '',
    association?.contact ?? '',
    day(request.sentAt),
    String(request.remindersSent),
    day(request.answeredAt),
    request.channel === null ? '' : answerChannels.label(request.channel),
    request.bounceReason ?? '',
  ]);
  return csv(COLUMNS, rows, 'spreadsheet');
}
