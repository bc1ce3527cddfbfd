/** Agendas that are followed: fetched each day, and what is new of them proposed. Nothing of them is ever taken over unseen. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { AgendaOutcome } from '../../domain/contract/desk/agendas.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { causeOf } from '../../domain/cause.ts';
import { plural, typography } from '../../domain/french.ts';
import { AGENDA_HOSTS, agendaAddress } from '../../domain/import/events/agenda-hosts.ts';
import type { Workbook } from '../../domain/import/workbook.ts';
import { readEnvironment } from '../../environment.ts';
import { writeJournal } from '../../entries/journal.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { checkAddress, fetchForeign, systemLookup, type ForeignPolicy } from '../../platform/foreign/fetch-foreign.ts';
import { Refused } from '../../platform/http/refused.ts';
import { lockImports } from '../import-store.ts';
import { agendaDecisions, makePlan } from '../make-plan.ts';
import { limits } from '../read/limits.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { addAgendaImport } from '../take-in.ts';
import { fetchOpenAgenda, isOpenAgendaList } from './openagenda-pages.ts';
import { addAgenda, findAgenda, listAgendas, noteFetched, removeAgenda, removeProposal } from './agenda-store.ts';

/** As its imports are signed. */
const FOLLOWER: Editor = { name: 'Agenda suivi', id: '' };
const PATIENCE_MS = 30_000;
const MOST_HOPS = 3;
/** More than an office follows. */
const MOST_AGENDAS = 50;

const words = {
  notAgenda:
    'Cette adresse ne donne pas un agenda que l’on sait lire (ICS, OpenAgenda, Apidae, Tourinsoft, Opendatasoft).',
  followed: 'Cet agenda est déjà suivi.',
  many: `Vous suivez déjà ${MOST_AGENDAS} agendas\u00a0: retirez-en un d’abord.`,
  unknown: 'Cet agenda n’est plus suivi\u00a0: rechargez la page.',
};

/** What is fetched, and how: of the servers that are known, and of those that the office allows. */
export const agendaPolicy = (): ForeignPolicy => ({
  hosts: [...AGENDA_HOSTS, ...readEnvironment().TRAME_AGENDA_HOSTS],
  mostBytes: limits.fileBytes,
  mostHops: MOST_HOPS,
  milliseconds: PATIENCE_MS,
  lookup: systemLookup,
});

/** The same events are named the same, whatever else a server writes around them. */
const contentOf = ({ sheets }: Workbook): string =>
  createHash('sha256').update(JSON.stringify(sheets)).digest('hex').slice(0, 32);

/** @throws {Refused} in French, for what cannot be fetched, or is no agenda */
async function fetchAgenda(address: string, name: string, policy: ForeignPolicy): Promise<Workbook> {
  const fetched = isOpenAgendaList(address) ? fetchOpenAgenda(address, policy) : fetchForeign(address, policy);
  const read = await readWorkbook(await fetched, name);
  if (!read.ok) throw new Refused('invalid', read.message);
  if (read.value.format !== 'agenda') throw new Refused('invalid', words.notAgenda);
  return read.value;
}

/**
 * Reads an agenda and proposes what is new of it as an import that waits. What an editor is working on stays; what one gave up is
 * not proposed again before the agenda says something else.
 * @param isAsked an editor wants to see it now: also what was proposed before
 */
export async function readAgenda(
  strapi: Core.Strapi,
  id: string,
  policy: ForeignPolicy,
  isAsked: boolean,
): Promise<AgendaOutcome> {
  const { connection } = strapi.db;
  const agenda = await findAgenda(connection, id);
  if (!agenda) throw new Refused('unknown', words.unknown);
  let workbook: Workbook;
  try {
    workbook = await fetchAgenda(agenda.address, agenda.name, policy);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await noteFetched(connection, id, { outcome: 'failed', message: error.message });
    // The address may hold a key: only what went wrong is written down.
    strapi.log.warn(`agenda ${id} could not be read: ${causeOf(error)}`);
    return 'failed';
  }
  const content = contentOf(workbook);
  const { planned } = await makePlan(strapi, workbook, agendaDecisions());
  const isNews = planned.some(({ act }) => act === 'new' || act === 'changed' || act === 'asked' || act === 'refused');
  return inTransaction(strapi, async (trx) => {
    await lockImports(trx);
    // As it is now: somebody may have opened what waits in the meantime.
    const now = await findAgenda(trx, id);
    if (!now) throw new Refused('unknown', words.unknown);
    const note = async (outcome: AgendaOutcome, shown: string | null): Promise<AgendaOutcome> => {
      await noteFetched(trx, id, { outcome, content: shown });
      return outcome;
    };
    if (now.proposal !== null && now.isTouched) return note('waiting', null);
    if (now.content === content && !isAsked) return note(now.proposal === null ? 'same' : 'proposed', null);
    if (now.proposal !== null) await removeProposal(trx, now.proposal);
    if (!isNews) return note('same', content);
    await addAgendaImport(trx, { editor: FOLLOWER, fileName: now.name, workbook, agenda: id });
    return note('proposed', content);
  });
}

/**
 * Follows an address from now on, and reads it at once.
 * @throws {Refused} in French, when the address may not be followed or gives no agenda: then nothing is kept
 */
export async function followAgenda(
  strapi: Core.Strapi,
  asked: { readonly name: string; readonly address: string; readonly editor: Editor },
  policy: ForeignPolicy,
): Promise<void> {
  const { name, editor } = asked;
  const address = checkAddress(agendaAddress(asked.address), policy).href;
  const { connection } = strapi.db;
  if ((await listAgendas(connection)).length >= MOST_AGENDAS) throw new Refused('conflict', words.many);
  await fetchAgenda(address, name, policy);
  const id = await addAgenda(connection, { name, address, editor });
  if (id === null) throw new Refused('conflict', words.followed);
  await writeJournal(strapi, { who: editor.name, whoId: editor.id, act: 'agenda suivi', subject: name });
  await readAgenda(strapi, id, policy, true);
}

/** Its events stay. @throws {Refused} when it is not followed */
export async function leaveAgenda(strapi: Core.Strapi, id: string, editor: Editor): Promise<void> {
  const agenda = await findAgenda(strapi.db.connection, id);
  const isGone = agenda !== null && (await inTransaction(strapi, (trx) => removeAgenda(trx, id)));
  if (!isGone) throw new Refused('unknown', words.unknown);
  await writeJournal(strapi, { who: editor.name, whoId: editor.id, act: 'agenda abandonné', subject: agenda.name });
}

/** @returns a French sentence for the page « Tâches »; null when nothing is followed, or nothing is new */
export async function readFollowedAgendas(
  strapi: Core.Strapi,
  policy: ForeignPolicy,
  signal: AbortSignal,
): Promise<string | null> {
  const said: string[] = [];
  const found = { proposed: 0, failed: 0 };
  for (const { id } of await listAgendas(strapi.db.connection)) {
    if (signal.aborted) break;
    const outcome = await readAgenda(strapi, id, policy, false);
    if (outcome === 'proposed' || outcome === 'failed') found[outcome] += 1;
  }
  if (found.proposed > 0)
    said.push(
      `${plural(found.proposed, 'agenda propose', 'agendas proposent')} des événements, à voir sur « Importer ».`,
    );
  if (found.failed > 0)
    said.push(`${plural(found.failed, 'agenda n’a pas pu être lu', 'agendas n’ont pas pu être lus')}.`);
  return said.length === 0 ? null : typography(said.join(' '));
}
