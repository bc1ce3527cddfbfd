import { useFetchClient } from '@strapi/strapi/admin';
import type { MailReport } from '../../domain/contract/desk/mail-report.ts';
import { problemOf } from '../kit/problem.ts';
import { usePolling } from '../kit/use-polling.ts';
import { readBoard, readMail } from './board-api.ts';
import { boardPollingDelay } from './board-words.ts';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';

export interface BoardAnswer {
  readonly board: CampaignBoard | null;
  /** Null when the mail does not say how it is: the board serves without it. */
  readonly mail: MailReport | null;
  readonly problem: string | null;
}

/** How a campaign goes, asked again while the page is looked at; null before the first answer. */
export function useBoard(id: string) {
  const client = useFetchClient();
  const ask = async (): Promise<BoardAnswer> => {
    try {
      const [board, mail] = await Promise.all([readBoard(client, id), readMail(client).catch(() => null)]);
      return { board, mail, problem: null };
    } catch (error) {
      return { board: null, mail: null, problem: problemOf(error) };
    }
  };
  return usePolling(ask, (answer) => boardPollingDelay(answer?.board ?? null));
}
