import type { Core } from '@strapi/strapi';
import { stringify } from 'csv-stringify/sync';
import { dayOf } from '../domain/dates.ts';
import { formatPhone } from '../domain/phone.ts';
import { answerChannels } from '../domain/vocabulary/answer-channels.ts';
import { requestStates } from '../domain/vocabulary/request-states.ts';
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

/**
 * A cell that a spreadsheet would run (`=HYPERLINK(…)` in a name that somebody declared) is shown as text: an apostrophe in
 * front is what they all take for that.
 */
export const asText = (cell: string): string => (/^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const day = (instant: string | null): string => (instant === null ? '' : dayOf(instant));

/** The board line by line, for a French spreadsheet: UTF-8 with its mark, semicolons, Windows line ends. */
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
  return stringify([COLUMNS, ...rows.map((row) => row.map(asText))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  });
}
