import { createHash, createHmac } from 'node:crypto';
import { requireEnvironment } from '../../environment.ts';

/** What a link opens. A token made for one purpose is none for another. */
export type LinkPurpose = 'ma-fiche' | 'retrait' | 'connexion' | 'invitation' | 'donnees' | 'message';

/**
 * The token of a link: 43 characters that only this server can make, always the same for the same subject and generation, so
 * that a reminder carries the link of the first letter although the database holds nothing but its hash.
 *
 * @param subject a documentId (of the request, for `ma-fiche`); no colon stands in one
 * @param generation from 1; one more closes every link made before
 * @throws {Error} when the subject holds a colon or the generation is no positive whole number: two subjects could share a token
 */
export function makeLinkToken(purpose: LinkPurpose, subject: string, generation: number): string {
  return linkTokenMaker()(purpose, subject, generation);
}

/** Makes many of them: the environment is read once. */
export function linkTokenMaker(): typeof makeLinkToken {
  const secret = requireEnvironment().TRAME_LINK_SECRET;
  return (purpose, subject, generation) => {
    if (subject === '' || subject.includes(':')) throw new Error('The subject of a link is an identifier');
    if (!Number.isSafeInteger(generation) || generation < 1) throw new Error('The generation of a link begins at 1');
    return createHmac('sha256', secret).update(`${purpose}:${subject}:${generation}`).digest('base64url');
  };
}

/** SHA-256 of a token, 64 hexadecimal characters: what is stored, and what a link that comes back is looked up by. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
