import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Declaration, LookAlikes, Received } from '../../domain/contract/associations/my-entry.ts';
import { dayOf } from '../../domain/dates.ts';
import { parseEmail } from '../../domain/email.ts';
import { checkEntry } from '../../domain/entry/check-entry.ts';
import { parseRnaId } from '../../domain/rna.ts';
import { pageOf } from '../my-entry/open-entry.ts';
import { networkKey } from '../../platform/http/address-key.ts';
import { publicRefusals } from '../../platform/http/public-refusals.ts';
import type { Pace } from '../../platform/http/limits.ts';
import { maskEmail } from '../../platform/http/masked.ts';
import { countOne } from '../../platform/http/pace.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { findLookAlikes } from '../../entries/look-alikes.ts';
import { submitAnswer } from '../../update/answers/submit-answer.ts';

type Question = { readonly name: string; readonly rnaId: string; readonly commune: string | null };

/** Nobody fills in the form faster than this; programs do. */
const LEAST_SECONDS = 4;
/** Receipts to one address: the form must not be a way to write to somebody else. */
const PER_RECIPIENT: Pace = { times: 3, seconds: 3600 };
/** All together: more than a territory has in a year, fewer than would bury the desk. */
const ALTOGETHER: Pace = { times: 200, seconds: 24 * 3600 };
/** A fifth of it: whoever rents a whole network must not close the form for everybody else. */
const PER_NETWORK: Pace = { times: 40, seconds: 24 * 3600 };

const words = {
  machine:
    'Ce formulaire semble avoir été rempli par un programme. Attendez quelques secondes et envoyez-le à nouveau\u00a0; si cela recommence, écrivez à l’office.',
  listed:
    'Une association du même nom, ou du même numéro, est déjà dans l’annuaire. Vérifiez d’abord que ce n’est pas la vôtre.',
};

/** Associations that it may be: names, communes and pages only. */
export async function lookAlikesOf(strapi: Core.Strapi, question: Question): Promise<LookAlikes> {
  const found = await findLookAlikes(strapi, question);
  return {
    found: found.map(({ name, slug, commune, why }) => ({
      name,
      commune: commune || null,
      pageUrl: pageOf(slug),
      why,
    })),
  };
}

type Fault = { readonly path: string; readonly message: string };

/** Everything that is to be mended, at once. */
function faultsOf({ entry, rnaId, senderEmail }: z.infer<typeof Declaration>): Fault[] {
  const checked = checkEntry(entry, dayOf(new Date()));
  const rna = parseRnaId(rnaId);
  const sender = parseEmail(senderEmail);
  return [
    ...(checked.ok ? [] : checked.faults),
    ...(rnaId.trim() === '' || rna.ok ? [] : [{ path: 'rnaId', message: rna.message }]),
    ...(sender.ok ? [] : [{ path: 'senderEmail', message: sender.message }]),
  ];
}

/**
 * Takes the declaration of an association that is not listed: it waits on the desk, and whoever sent it gets a receipt.
 * @param from the address of whoever sends, IPv4 or IPv6
 * @throws {Refused} for what a program sends, what is to be mended, and what is listed already without anyone having said
 *   that it is another one
 */
export async function takeDeclaration(
  strapi: Core.Strapi,
  declaration: z.infer<typeof Declaration>,
  from: string,
): Promise<Received> {
  const { entry, rnaId, legalForm, senderEmail, knowsLookAlikes, seconds, website2 } = declaration;
  if (website2 !== '' || seconds < LEAST_SECONDS) throw new Refused('invalid', words.machine);
  const faults = faultsOf(declaration);
  if (faults.length > 0) throw refusals.invalid(faults);
  const sender = parseEmail(senderEmail);
  const rna = parseRnaId(rnaId);
  const number = rnaId.trim() !== '' && rna.ok ? rna.value : '';
  const question = { name: entry.name, rnaId: number, commune: entry.commune };
  if (!knowsLookAlikes && (await findLookAlikes(strapi, question)).length > 0) {
    throw new Refused('conflict', words.listed);
  }
  const to = sender.ok ? sender.value : senderEmail;
  const wait =
    (await countOne('declarations of one recipient', to.toLowerCase(), PER_RECIPIENT)) ??
    // Before those of all: what is refused here takes nothing from anybody else.
    (await countOne('declarations of one network', networkKey(from), PER_NETWORK)) ??
    (await countOne('declarations', '', ALTOGETHER));
  if (wait !== null) throw publicRefusals.tooMany(wait);
  const received = await submitAnswer(strapi, {
    kind: 'nouvelle association',
    channel: 'formulaire public',
    association: null,
    request: null,
    entry,
    base: null,
    version: '',
    sender: to,
    logoFile: null,
    details: { rnaId: number, legalForm },
  });
  return { received, receiptTo: maskEmail(to) };
}
