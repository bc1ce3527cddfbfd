/** The way out of letters to lists, for who reads an address: known by its mark alone, undone by the same link. */
import type { Core } from '@strapi/strapi';
import type { ListLetters } from '../../domain/contract/associations/my-entry.ts';
import { readDirectoryContacts } from '../../platform/contacts/directory-contacts.ts';
import { lockUntilCommit } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refused } from '../../platform/http/refused.ts';
import { hashLinkToken } from '../../platform/links/link-token.ts';
import { listToken, markOfListToken } from '../../platform/links/list-link.ts';
import { typedCode, unknownCode } from '../../platform/links/typed-code.ts';
import { cancelStoppedLetters } from '../../platform/mail/stopped-letters.ts';
import { noteSuppressions, stoppedLetters } from '../../platform/suppressions/register.ts';

const words = {
  unknown: 'Ce lien ne fonctionne pas\u00a0: il a été coupé en chemin. L’office peut vous répondre.',
};

/** @throws {Refused} when the token is none of ours */
function markOf(token: string): string {
  const mark = markOfListToken(token);
  if (mark === null) throw new Refused('link-unknown', words.unknown);
  return mark;
}

/** Whether letters to lists come to the address that a link is of. @throws {Refused} when the link is none */
export async function openListLetters(strapi: Core.Strapi, token: string): Promise<ListLetters> {
  return { stopped: (await stoppedLetters(strapi)).has(markOf(token)) };
}

/**
 * Stops them, or lets them come again. What waits in the queue is stopped too. Done twice it is done once.
 * @throws {Refused} when the link is none
 */
export async function setListLetters(strapi: Core.Strapi, token: string, stopped: boolean): Promise<ListLetters> {
  const mark = markOf(token);
  await inTransaction(strapi, async (trx) => {
    // Two programs may press for one person at once.
    await lockUntilCommit(trx, `letters ${mark}`);
    if ((await stoppedLetters(strapi)).has(mark) === stopped) return;
    await noteSuppressions(strapi, [{ kind: 'letters', mark, act: stopped ? 'stopped' : 'resumed' }]);
    if (stopped) await cancelStoppedLetters(strapi);
  });
  return { stopped };
}

/** The token of the link whose letter says that code. @throws {Refused} when none does, or it was tried too often */
export async function listTokenOfCode(strapi: Core.Strapi, typed: string): Promise<string> {
  const { isOf } = await typedCode('desinscription', typed);
  const addresses = new Set(
    (await readDirectoryContacts(strapi)).flatMap(({ email }) => (email === null ? [] : [email.trim().toLowerCase()])),
  );
  for (const address of addresses) {
    const token = listToken(address);
    if (isOf(hashLinkToken(token))) return token;
  }
  throw unknownCode();
}
