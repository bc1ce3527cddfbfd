/** How a campaign goes, for the editor's board. */
import type { Core } from '@strapi/strapi';
import { dayOf } from '../../domain/dates.ts';
import { compareFrench } from '../../domain/french.ts';
import { formatPhone } from '../../domain/phone.ts';
import { answerChannels } from '../../domain/vocabulary/answer-channels.ts';
import { requestStates, type RequestState } from '../../domain/vocabulary/request-states.ts';
import { sendingState } from '../../platform/mail/outbox.ts';
import { refusals } from '../../platform/http/refused.ts';
import { currentCampaign, findCampaign, REQUEST, type Campaign, type UpdateRequest } from './request-store.ts';
import { nextRung, remindableFrom } from './reminder-ladder.ts';
import { isRemindable } from './remind-now.ts';
import { publishedAssociations, type AskedOne } from './who-is-asked.ts';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';

const words = { noCommune: 'Sans commune', noTheme: 'Sans thème', gone: 'Retirées de l’annuaire depuis' };
const DAY_MS = 86_400_000;

export const campaignSummary = (campaign: Campaign): CampaignBoard['campaign'] => ({
  id: campaign.documentId,
  title: campaign.title,
  stage: campaign.stage,
  opensOn: campaign.opensOn?.slice(0, 10) ?? null,
  closesOn: campaign.closesOn?.slice(0, 10) ?? null,
});

/** One request beside what is published of its association today; null once that has left the site. */
export interface BoardLine {
  readonly request: UpdateRequest;
  readonly association: AskedOne | null;
}

export async function boardLines(strapi: Core.Strapi, campaignId: string): Promise<BoardLine[]> {
  const [requests, associations] = await Promise.all([
    strapi.db.query(REQUEST).findMany({ where: { campaignId }, orderBy: { associationName: 'asc' } }) as Promise<
      UpdateRequest[]
    >,
    publishedAssociations(strapi),
  ]);
  const byId = new Map(associations.map((one) => [one.associationId, one]));
  return requests
    .map((request) => ({ request, association: byId.get(request.associationId) ?? null }))
    .sort((a, b) => compareFrench(a.request.associationName, b.request.associationName));
}

function tally(
  lines: readonly BoardLine[],
  labelOf: (line: BoardLine) => string,
  today: string,
  idOf: (line: BoardLine) => string | null = () => null,
): CampaignBoard['byCommune'] {
  const groups = new Map<string, BoardLine[]>();
  for (const line of lines) {
    // Whoever had its link closed is not waited for.
    if (line.request.state === 'annulée') continue;
    const label = labelOf(line);
    groups.set(label, [...(groups.get(label) ?? []), line]);
  }
  return [...groups]
    .map(([label, group]) => {
      const count = (...states: RequestState[]) => group.filter(({ request }) => states.includes(request.state)).length;
      return {
        id: group[0] === undefined ? null : idOf(group[0]),
        label,
        asked: group.length,
        answered: count('répondue'),
        waiting: count('à envoyer', 'envoyée', 'à renvoyer', 'sans adresse'),
        bounced: count('revenue'),
        // One that left the directory is of no commune any more, and is not reminded from here.
        remindable: group.filter(({ request, association }) => association && isRemindable(request, today)).length,
      };
    })
    .sort((a, b) => compareFrench(a.label, b.label));
}

/** Day by day from the opening to today, or to the closing. */
function overTime(campaign: Campaign, requests: readonly UpdateRequest[], now: Date): CampaignBoard['overTime'] {
  if (!campaign.openedAt) return [];
  const first = dayOf(campaign.openedAt);
  const last = dayOf(campaign.closedAt ?? now);
  const until = (day: string, instant: string | null) => instant !== null && dayOf(instant) <= day;
  const days: string[] = [];
  for (let time = Date.parse(`${first}T12:00:00Z`); ; time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10);
    if (day > last) break;
    days.push(day);
  }
  return days.map((day) => ({
    day,
    answered: requests.filter(({ answeredAt }) => until(day, answeredAt)).length,
    sent: requests.filter(({ sentAt }) => until(day, sentAt)).length,
  }));
}

/** Why somebody should telephone; null when nobody need. */
export function whyToCall(request: UpdateRequest, reminders: number): CampaignBoard['toCall'][number]['why'] | null {
  if (request.state === 'sans adresse') return 'sans adresse';
  if (request.state === 'revenue') return 'revenue';
  return request.state === 'envoyée' && request.remindersSent >= reminders ? 'silence' : null;
}

function toCall(lines: readonly BoardLine[], reminders: number): CampaignBoard['toCall'] {
  return lines.flatMap(({ request, association }) => {
    const why = whyToCall(request, reminders);
    if (why === null || !association) return [];
    return [
      {
        request: request.documentId,
        association: request.associationId,
        name: association.name,
        commune: association.commune,
        phone: association.phone && formatPhone(association.phone),
        contact: association.contact,
        why,
      },
    ];
  });
}

/** The next step of the ladder, and whom it would go to if nobody answered any more. */
function nextReminder(
  { stage, openedAt, closesOn, reminders }: Campaign,
  requests: readonly UpdateRequest[],
  today: string,
): CampaignBoard['nextReminder'] {
  if (stage !== 'ouverte' || !openedAt) return null;
  const next = nextRung({ opened: dayOf(openedAt), closesOn: closesOn?.slice(0, 10) ?? null, rungs: reminders }, today);
  if (!next) return null;
  const letters = requests.filter(
    // Those whose invitation is about to leave will be silent too.
    ({ state, email, remindersSent }) =>
      (state === 'envoyée' || state === 'à envoyer') && email && remindersSent < next.step,
  ).length;
  return { day: next.day, step: next.step, letters };
}

/** @throws {Refused} when there is no such campaign */
export async function readBoard(
  strapi: Core.Strapi,
  campaignId: string,
  now: Date = new Date(),
): Promise<CampaignBoard> {
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  const lines = await boardLines(strapi, campaignId);
  const requests = lines.map(({ request }) => request);
  const today = dayOf(now);
  return {
    campaign: campaignSummary(campaign),
    totals: Object.fromEntries(
      requestStates.values.map((state) => [state, requests.filter((one) => one.state === state).length]),
    ) as CampaignBoard['totals'],
    byCommune: tally(
      lines,
      ({ association }) => (association ? (association.commune ?? words.noCommune) : words.gone),
      today,
      ({ association }) => association?.seat ?? null,
    ),
    byTheme: tally(
      lines,
      ({ association }) => (association ? (association.chapter ?? words.noTheme) : words.gone),
      today,
    ),
    byChannel: answerChannels.terms.flatMap(({ value, label }) => {
      const answered = requests.filter(({ state, channel }) => state === 'répondue' && channel === value).length;
      return answered === 0 ? [] : [{ label, answered }];
    }),
    overTime: overTime(campaign, requests, now),
    toCall: toCall(lines, campaign.reminders.length),
    nextReminder: nextReminder(campaign, requests, today),
    remindable: requests.filter((request) => isRemindable(request, today)).length,
    remindableFrom:
      campaign.stage === 'ouverte' && campaign.reminders.length > 0 ? remindableFrom(requests, today) : null,
    sending: await sendingState(strapi, campaignId),
  };
}

/** `GET /trame/campaigns/current`: the campaign that the office is at; null before the first. */
export async function readCurrent(strapi: Core.Strapi): Promise<CampaignBoard['campaign'] | null> {
  const campaign = await currentCampaign(strapi);
  return campaign && campaignSummary(campaign);
}
