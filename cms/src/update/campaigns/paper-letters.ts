/** Letters on paper of a campaign: who gets one, and the PDF from the press. */
import type { Core } from '@strapi/strapi';
import { LettersExport, MOST_LETTERS } from '../../domain/contract/press/letters.ts';
import { dayOf } from '../../domain/dates.ts';
import type { RequestState } from '../../domain/vocabulary/request-states.ts';
import { findCampaign, REQUEST, type Campaign, type UpdateRequest } from './request-store.ts';
import { askDeployer } from '../../platform/deployer/deployer-client.ts';
import { writeJournal } from '../../entries/journal.ts';
import { entryLink } from '../../platform/links/entry-link.ts';
import { readWithheldFromLetters } from '../../platform/contacts/withheld-from-letters.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { namesOf, readChoices } from '../../entries/entry-choices.ts';
import { readEntries } from '../../entries/entry-of-record.ts';
import { readTownHalls } from '../../entries/town-halls.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { LettersCheck } from '../../domain/contract/desk/campaign.ts';
import { composeLetters, envelopeOf, type Addressee } from './compose-letters.ts';
import { defaultPaperText } from '../../domain/paper-text.ts';

const words = {
  notOpen: 'Ouvrez d’abord la campagne\u00a0: avant, les codes des lettres ne mèneraient nulle part.',
  nobody:
    'Aucune lettre à imprimer\u00a0: chaque association a une adresse électronique qui reçoit, ou a déjà répondu. Vous pouvez en choisir depuis le tableau de bord.',
  tooMany: `Plus de ${MOST_LETTERS} lettres à la fois\u00a0: choisissez-en moins.`,
  noOffice: 'Indiquez d’abord le nom de votre structure dans les réglages du site\u00a0: la lettre le porte.',
};

/** Whom paper is for by itself: nobody to write to, or an address that does not receive. */
const UNREACHED: readonly RequestState[] = ['sans adresse', 'revenue'];
/** Whom an e-mail may have reached, or would reach again: paper is for them when the editor says so. */
const SILENT: readonly RequestState[] = ['envoyée', 'à renvoyer'];
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
    return UNREACHED.includes(state) || (silent && SILENT.includes(state));
  });
}

/** Whom an editor's choice means, in the order of their names. @throws {Refused} in French, when there is nobody or no way to */
async function readAddressees(
  strapi: Core.Strapi,
  campaignId: string,
  choice: Choice,
): Promise<{ campaign: Campaign; addressees: Addressee[] }> {
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  if (campaign.stage !== 'ouverte') throw new Refused('closed', words.notOpen);
  const all = (await strapi.db
    .query(REQUEST)
    .findMany({ where: { campaignId }, orderBy: { associationName: 'asc' } })) as UpdateRequest[];
  const wanted = whoGetsPaper(all, choice);
  if (wanted.length > MOST_LETTERS) throw new Refused('too-large', words.tooMany);
  const entries = await readEntries(
    strapi,
    wanted.map(({ associationId }) => associationId),
  );
  const townHalls = await readTownHalls(strapi);
  const addressees = wanted.flatMap((request) => {
    const entry = entries.get(request.associationId)?.entry;
    if (!entry) return [];
    const townHall = townHalls.get(entry.commune ?? '') ?? null;
    return [{ request, entry, link: entryLink(request.documentId, request.generation), townHall }];
  });
  if (addressees.length === 0) throw new Refused('conflict', words.nobody);
  return { campaign, addressees };
}

/**
 * What of the envelopes an editor should mend before printing: addresses that are not known, lines that do not fit.
 * @throws {Refused} as printing them would
 */
export async function checkLetters(strapi: Core.Strapi, campaignId: string, choice: Choice): Promise<LettersCheck> {
  const { addressees } = await readAddressees(strapi, campaignId, choice);
  return {
    letters: addressees.length,
    faults: addressees.flatMap((one) => {
      const { isAddressed, cuts, townHall } = envelopeOf(one);
      const association = { association: one.request.associationId, name: one.request.associationName };
      return [
        ...(isAddressed ? [] : [{ ...association, part: 'absent' as const, was: '', becomes: '' }]),
        ...(townHall === null ? [] : [{ ...association, part: 'town-hall' as const, was: '', becomes: townHall }]),
        ...cuts.map((cut) => ({ ...association, ...cut })),
      ];
    }),
  };
}

/**
 * The letters of an open campaign.
 * @throws {Refused} in French, when there is nothing to print or no way to
 */
export async function readLetters(
  strapi: Core.Strapi,
  campaignId: string,
  choice: Choice,
  now: Date = new Date(),
): Promise<LettersExport> {
  const { campaign, addressees } = await readAddressees(strapi, campaignId, choice);
  const settings = await readLetterSettings(strapi);
  if (settings.office.name.trim() === '') throw new Refused('conflict', words.noOffice);
  return LettersExport.parse(
    composeLetters(campaign, addressees, namesOf(await readChoices(strapi)), {
      settings,
      written: campaign.paperText?.trim() || defaultPaperText,
      today: dayOf(now),
      withheld: await readWithheldFromLetters(strapi, ['print', 'web']),
    }),
  );
}

/** Setting 2,000 letters on a small machine that is busy. */
const PATIENCE_MS = 120_000;

/** Has the press set the letters. The answer is handed on as it comes, and kept nowhere. @throws {Refused} */
const askPress = (letters: LettersExport): Promise<Response> =>
  askDeployer({
    service: 'letters',
    method: 'POST',
    path: ['campaigns', letters.campaign.id, 'letters.pdf'],
    body: letters,
    patienceMs: PATIENCE_MS,
  });

/**
 * The PDF of the letters that an editor asked for. Whoever has it can answer for those associations: the journal keeps who had
 * it made, and how many letters it held.
 * @throws {Refused}
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
