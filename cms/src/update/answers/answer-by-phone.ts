/** What an association said on the telephone or wrote on the paper letter, taken down by an editor. */
import type { Core } from '@strapi/strapi';
import type { DictatedAnswer, PhoneForm } from '../../domain/contract/desk/campaign.ts';
import type { SentAnswer } from '../../domain/contract/associations/my-entry.ts';
import { refusals } from '../../platform/http/refused.ts';
import { readChoices } from '../../entries/entry-choices.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import { mustBeOpen, requestOf } from '../campaigns/request-store.ts';
import { submitAnswer } from './submit-answer.ts';

/** The form of one association as it stands, for filling it in with somebody on the telephone. */
export async function openForPhone(strapi: Core.Strapi, campaignId: string, requestId: string): Promise<PhoneForm> {
  const { request } = await requestOf(strapi, campaignId, requestId);
  const current = await readEntry(strapi, request.associationId);
  if (!current) throw refusals.gone();
  return {
    name: current.record.name,
    entry: current.entry,
    version: current.version,
    choices: await readChoices(strapi),
  };
}

/** Takes down an answer: it waits on the desk like any other, with its channel. */
export async function answerByPhone(
  strapi: Core.Strapi,
  campaignId: string,
  requestId: string,
  answer: DictatedAnswer,
): Promise<SentAnswer> {
  const { campaign, request } = await requestOf(strapi, campaignId, requestId);
  mustBeOpen(campaign);
  return submitAnswer(strapi, {
    kind: answer.entry === null ? 'rien n’a changé' : 'modification',
    channel: answer.channel,
    association: request.associationId,
    request: request.documentId,
    entry: answer.entry,
    base: null,
    version: answer.version,
    sender: request.email,
    logoFile: null,
  });
}
