/** The requests of the campaign's page. Answers are read through the contract: an old server shows as one, not as a blank page. */
import { isFetchError, type useFetchClient } from '@strapi/strapi/admin';
import { z } from 'zod';
import { EntryChoices, SentAnswer } from '../../domain/contract/my-entry.ts';
import { CampaignBoard, CampaignForecast, CampaignRequest } from '../../domain/contract/review.ts';
import { EntryForm } from '../../domain/entry/entry-form.ts';
import type { MailReport, SentAgain } from '../../mail/mail-report.ts';

type Client = ReturnType<typeof useFetchClient>;

export const CAMPAIGN_UID = 'api::campaign.campaign';

/** Where the campaign's pages are in the admin, and where its settings are. */
export const boardPaths = {
  current: '/trame/board',
  board: (id: string) => `/trame/board/${id}`,
  phone: (id: string, request: string) => `/trame/board/${id}/requests/${request}`,
  settings: (id: string) => `/content-manager/collection-types/${CAMPAIGN_UID}/${id}`,
  create: `/content-manager/collection-types/${CAMPAIGN_UID}/create`,
  list: `/content-manager/collection-types/${CAMPAIGN_UID}`,
} as const;

const route = (id: string, rest: string) => `/trame/campaigns/${encodeURIComponent(id)}${rest}`;
const requestRoute = (id: string, request: string, act: string) =>
  route(id, `/requests/${encodeURIComponent(request)}/${act}`);

export type Campaign = CampaignBoard['campaign'];
const Current = z.object({ campaign: CampaignBoard.shape.campaign.nullable() });

/** The campaign that the office is at; null before the first. */
export async function readCurrent({ get }: Pick<Client, 'get'>): Promise<Campaign | null> {
  return Current.parse((await get<unknown>('/trame/campaigns/current')).data).campaign;
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
  return (await get<MailReport>('/trame/mail')).data;
}

export async function sendAgain({ post }: Pick<Client, 'post'>, keys: readonly string[]): Promise<SentAgain> {
  return (await post<SentAgain>('/trame/mail/send-again', { keys })).data;
}

const Opened = z.object({ asked: z.int(), added: z.int(), letters: z.int(), withoutAddress: z.int() });
export type Opened = z.infer<typeof Opened>;

export async function openCampaign({ post }: Pick<Client, 'post'>, id: string): Promise<Opened> {
  return Opened.parse((await post<unknown>(route(id, '/open'), {})).data);
}

export async function closeCampaign({ post }: Pick<Client, 'post'>, id: string): Promise<true> {
  await post(route(id, '/close'), {});
  return true;
}

const LetterPreview = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  association: z.string(),
  to: z.string().nullable(),
});
export type LetterPreview = z.infer<typeof LetterPreview>;

/** @param step 0: the letter; from 1: the n-th reminder */
export async function previewLetter(
  { post }: Pick<Client, 'post'>,
  id: string,
  question: { step: number; association: string | null },
): Promise<LetterPreview> {
  return LetterPreview.parse((await post<unknown>(route(id, '/preview'), question)).data);
}

const PhoneForm = z.object({
  name: z.string(),
  entry: EntryForm,
  version: z.string(),
  choices: EntryChoices,
});
export type PhoneForm = z.infer<typeof PhoneForm>;

export async function openForPhone({ get }: Pick<Client, 'get'>, id: string, request: string): Promise<PhoneForm> {
  return PhoneForm.parse((await get<unknown>(requestRoute(id, request, 'entry'))).data);
}

export interface DictatedAnswer {
  version: string;
  /** Null: nothing changed. */
  entry: EntryForm | null;
  channel: 'téléphone' | 'courrier';
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
  return z
    .object({ queued: z.boolean() })
    .parse((await post<unknown>(requestRoute(id, request, 'resend'), { email })).data).queued;
}

/** The board line by line, for a spreadsheet. The route asks for the session, which no plain link could carry. */
export async function readCsv({ get }: Pick<Client, 'get'>, id: string): Promise<Blob> {
  return (await get(route(id, '/board.csv'), { responseType: 'blob' })).data;
}

/**
 * The letters on paper as a PDF: for whom no e-mail reaches, and with `silent` for whoever has not answered either.
 * @throws {FetchError} with the server's own sentence
 */
export async function readLettersPdf({ get }: Pick<Client, 'get'>, id: string, silent: boolean): Promise<Blob> {
  const address = route(id, `/letters.pdf${silent ? '?silent=1' : ''}`);
  try {
    return (await get(address, { responseType: 'blob' })).data;
  } catch (error) {
    // Strapi's client drops the answer to a request for a file: asked as data, the refusal says why.
    await get(address).catch((refusal: unknown) => {
      throw isFetchError(refusal) ? refusal : error;
    });
    throw error;
  }
}
