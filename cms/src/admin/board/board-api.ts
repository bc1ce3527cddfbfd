/** The requests of the campaign's page. Answers are read through the contract: an old server shows as one, not as a blank page. */
import { z } from 'zod';
import { SentAnswer } from '../../domain/contract/associations/my-entry.ts';
import { MailReport, SeenLetters, SentAgain } from '../../domain/contract/desk/mail-report.ts';
import type { Client } from '../kit/client.ts';
import { readBlob } from '../kit/save-file.ts';
import {
  CampaignBoard,
  CampaignForecast,
  CampaignListing,
  CampaignRequest,
  CurrentCampaign,
  LetterPreview,
  LettersCheck,
  OpenedCampaign,
  PhoneForm,
  Reminded,
  ResentLetter,
  SentSample,
  type CampaignSummary,
  type DictatedAnswer,
  type RemindQuestion,
} from '../../domain/contract/desk/campaign.ts';

const route = (id: string, rest: string) => `/trame/campaigns/${encodeURIComponent(id)}${rest}`;
const requestRoute = (id: string, request: string, act: string) =>
  route(id, `/requests/${encodeURIComponent(request)}/${act}`);

/** The campaign that the office is at; null before the first. */
export async function readCurrent({ get }: Pick<Client, 'get'>): Promise<CampaignSummary | null> {
  return CurrentCampaign.parse((await get<unknown>('/trame/campaigns/current')).data).campaign;
}

export async function readBoard({ get }: Pick<Client, 'get'>, id: string): Promise<CampaignBoard> {
  return CampaignBoard.parse((await get<unknown>(route(id, '/board'))).data);
}

export async function readForecast({ get }: Pick<Client, 'get'>, id: string): Promise<CampaignForecast> {
  return CampaignForecast.parse((await get<unknown>(route(id, '/forecast'))).data);
}

export async function readRequests({ get }: Pick<Client, 'get'>, id: string): Promise<CampaignRequest[]> {
  return z.array(CampaignRequest).parse((await get<unknown>(route(id, '/requests'))).data);
}

export async function readMail({ get }: Pick<Client, 'get'>): Promise<MailReport> {
  return MailReport.parse((await get<unknown>('/trame/mail')).data);
}

export async function sendAgain({ post }: Pick<Client, 'post'>, keys: readonly string[]): Promise<SentAgain> {
  return SentAgain.parse((await post<unknown>('/trame/mail/send-again', { keys })).data);
}

/** The editor has looked at these letters. */
export async function markSeen({ post }: Pick<Client, 'post'>, keys: readonly string[]): Promise<SeenLetters> {
  return SeenLetters.parse((await post<unknown>('/trame/mail/seen', { keys })).data);
}

export async function openCampaign({ post }: Pick<Client, 'post'>, id: string): Promise<OpenedCampaign> {
  return OpenedCampaign.parse((await post<unknown>(route(id, '/open'), {})).data);
}

export async function closeCampaign({ post }: Pick<Client, 'post'>, id: string): Promise<true> {
  await post(route(id, '/close'), {});
  return true;
}

/** @param step 0: the letter; from 1: the n-th reminder */
export async function previewLetter(
  { post }: Pick<Client, 'post'>,
  id: string,
  question: { step: number; association: string | null },
): Promise<LetterPreview> {
  return LetterPreview.parse((await post<unknown>(route(id, '/preview'), question)).data);
}

/** The letter of the preview, to the editor who asks. */
export async function sendSample(
  { post }: Pick<Client, 'post'>,
  id: string,
  question: { step: number; association: string | null },
): Promise<SentSample> {
  return SentSample.parse((await post<unknown>(route(id, '/preview/send'), question)).data);
}

/** @param commune whose silent associations get a reminder now; `none` those of no commune; null all */
export async function remindNow(
  { post }: Pick<Client, 'post'>,
  id: string,
  commune: RemindQuestion['commune'],
): Promise<Reminded> {
  return Reminded.parse((await post<unknown>(route(id, '/remind'), { commune })).data);
}

/** Every campaign there was. */
export async function readCampaigns({ get }: Pick<Client, 'get'>): Promise<CampaignListing[]> {
  return z.array(CampaignListing).parse((await get<unknown>('/trame/campaigns')).data);
}

export async function openForPhone({ get }: Pick<Client, 'get'>, id: string, request: string): Promise<PhoneForm> {
  return PhoneForm.parse((await get<unknown>(requestRoute(id, request, 'entry'))).data);
}

export async function answerByPhone(
  { post }: Pick<Client, 'post'>,
  id: string,
  request: string,
  answer: DictatedAnswer,
): Promise<SentAnswer> {
  return SentAnswer.parse((await post<unknown>(requestRoute(id, request, 'answer-by-phone'), answer)).data);
}

export async function revokeLink({ post }: Pick<Client, 'post'>, id: string, request: string): Promise<true> {
  await post(requestRoute(id, request, 'revoke'), {});
  return true;
}

/** @returns whether a letter was queued: one a day leaves for the same address */
export async function resendLetter(
  { post }: Pick<Client, 'post'>,
  id: string,
  request: string,
  email: string | null,
): Promise<boolean> {
  return ResentLetter.parse((await post<unknown>(requestRoute(id, request, 'resend'), { email })).data).queued;
}

/** The board line by line, for a spreadsheet. The route asks for the session, which no plain link could carry. */
export async function readCsv(client: Pick<Client, 'get'>, id: string): Promise<Blob> {
  return readBlob(client, route(id, '/board.csv'));
}

/** What of the envelopes is to be mended before they are printed; the choice is that of `readLettersPdf`. */
export async function checkLetters({ get }: Pick<Client, 'get'>, id: string, silent: boolean): Promise<LettersCheck> {
  return LettersCheck.parse((await get<unknown>(route(id, `/letters-check${silent ? '?silent=1' : ''}`))).data);
}

/**
 * The letters on paper as a PDF: for whom no e-mail reaches, and with `silent` for whoever has not answered either.
 * @throws {FetchError} with the server's own sentence
 */
export async function readLettersPdf(client: Pick<Client, 'get'>, id: string, silent: boolean): Promise<Blob> {
  return readBlob(client, route(id, `/letters.pdf${silent ? '?silent=1' : ''}`));
}
