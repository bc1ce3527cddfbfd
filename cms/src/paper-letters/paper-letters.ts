/** Letters on paper of a campaign: who gets one, and the PDF from the press. */
import type { Core } from '@strapi/strapi';
import { LettersExport, MOST_LETTERS } from '../domain/contract/letters.ts';
import { dayOf } from '../domain/dates.ts';
import type { RequestState } from '../domain/vocabulary/request-states.ts';
import { findCampaign, REQUEST, type UpdateRequest } from '../campaigns/request-store.ts';
import { requireEnvironment } from '../environment.ts';
import { writeJournal } from '../journal/journal.ts';
import { entryLink, readLetterSettings } from '../mail/campaign-letter.ts';
import { AnswerRefused, refusals } from '../submissions/answer-refused.ts';
import { namesOf, readChoices } from '../submissions/entry-choices.ts';
import { readEntries } from '../submissions/entry-of-record.ts';
import type { Editor } from '../submissions/submission-store.ts';
import { composeLetters } from './compose-letters.ts';
import { defaultPaperText } from './paper-text.ts';

const words = {
  notOpen: 'Ouvrez d’abord la campagne\u00a0: avant, les codes des lettres ne mèneraient nulle part.',
  nobody:
    'Aucune lettre à imprimer\u00a0: chaque association a une adresse électronique qui reçoit, ou a déjà répondu. Vous pouvez en choisir depuis le tableau de bord.',
  tooMany: `Plus de ${MOST_LETTERS} lettres à la fois\u00a0: choisissez-en moins.`,
  noOffice: 'Indiquez d’abord le nom de votre structure dans les réglages du site\u00a0: la lettre le porte.',
  unreachable: 'L’imprimerie de Trame ne répond pas\u00a0: réessayez dans un moment.',
  failed:
    'Les lettres n’ont pas pu être mises en page. Réessayez, puis prévenez la personne qui administre la machine.',
};

/** Whom paper is for by itself: nobody to write to, or an address that does not receive. */
const UNREACHED: readonly RequestState[] = ['sans adresse', 'revenue'];
/** Whoever answered needs no letter, and a cancelled link opens nothing. */
const NEVER: readonly RequestState[] = ['répondue', 'annulée'];

/** Which letters an editor asks for. */
export interface Choice {
  /** documentIds of requests; none: those that no e-mail reaches. */
  readonly requests: readonly string[];
  /** Those who got an e-mail and are still silent, too. */
  readonly silent: boolean;
}

/** The requests of a campaign that get a letter on paper. */
export function whoGetsPaper<T extends Pick<UpdateRequest, 'documentId' | 'state'>>(
  requests: readonly T[],
  { requests: chosen, silent }: Choice,
): T[] {
  const named = new Set(chosen);
  return requests.filter(({ documentId, state }) => {
    if (NEVER.includes(state)) return false;
    if (named.size > 0) return named.has(documentId);
    return UNREACHED.includes(state) || (silent && state === 'envoyée');
  });
}

/**
 * The letters of an open campaign.
 * @throws {AnswerRefused} in French, when there is nothing to print or no way to
 */
export async function readLetters(
  strapi: Core.Strapi,
  campaignId: string,
  choice: Choice,
  now: Date = new Date(),
): Promise<LettersExport> {
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  if (campaign.stage !== 'ouverte') throw new AnswerRefused('closed', words.notOpen);
  const all = (await strapi.db
    .query(REQUEST)
    .findMany({ where: { campaignId }, orderBy: { associationName: 'asc' } })) as UpdateRequest[];
  const wanted = whoGetsPaper(all, choice);
  if (wanted.length > MOST_LETTERS) throw new AnswerRefused('too-large', words.tooMany);
  const entries = await readEntries(
    strapi,
    wanted.map(({ associationId }) => associationId),
  );
  const addressees = wanted.flatMap((request) => {
    const entry = entries.get(request.associationId)?.entry;
    return entry ? [{ request, entry, link: entryLink(request.documentId, request.generation) }] : [];
  });
  if (addressees.length === 0) throw new AnswerRefused('conflict', words.nobody);
  const settings = await readLetterSettings(strapi);
  if (settings.office.name.trim() === '') throw new AnswerRefused('conflict', words.noOffice);
  return LettersExport.parse(
    composeLetters(campaign, addressees, namesOf(await readChoices(strapi)), {
      settings,
      written: campaign.paperText?.trim() || defaultPaperText,
      today: dayOf(now),
    }),
  );
}

/** Setting 2,000 letters on a small machine that is busy. */
const PATIENCE_MS = 120_000;

/** Has the press set the letters. The answer is handed on as it comes, and kept nowhere. @throws {AnswerRefused} */
async function askPress(letters: LettersExport): Promise<Response> {
  const { DEPLOYER_URL, TRAME_WEBHOOK_SECRET } = requireEnvironment();
  let response: Response;
  try {
    response = await fetch(`${DEPLOYER_URL}/campaigns/${encodeURIComponent(letters.campaign.id)}/letters.pdf`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${TRAME_WEBHOOK_SECRET}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(letters),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new AnswerRefused('unavailable', words.unreachable);
  }
  if (!response.ok) {
    const said = (await response.json().catch(() => null)) as { error?: unknown } | null;
    const sentence = response.status === 503 && typeof said?.error === 'string' ? said.error : words.failed;
    throw new AnswerRefused('unavailable', sentence);
  }
  return response;
}

/**
 * The PDF of the letters that an editor asked for. Whoever has it can answer for those associations: the journal keeps who had
 * it made, and how many letters it held.
 * @throws {AnswerRefused}
 */
export async function printLetters(
  strapi: Core.Strapi,
  campaignId: string,
  choice: Choice,
  editor: Editor,
): Promise<Response> {
  const letters = await readLetters(strapi, campaignId, choice);
  const response = await askPress(letters);
  await writeJournal(strapi, {
    who: editor.name,
    whoId: editor.id,
    act: 'lettres imprimées',
    subject: letters.campaign.title,
    campaignId,
    note: `${letters.letters.length} lettre${letters.letters.length > 1 ? 's' : ''} sur papier`,
  });
  return response;
}
