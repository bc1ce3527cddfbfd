import { createHmac } from 'node:crypto';
import { groupedCode, LETTER_CODE_SIGNS, SHORT_CODE_SIGNS, signsOf } from '../../domain/letter-code.ts';
import { secretPagePath, type SecretPage } from '../../domain/secret-address.ts';
import { readEnvironment, requireEnvironment, siteUrl } from '../../environment.ts';
import { hashLinkToken } from './link-token.ts';

/** A link as a letter says it, and what opens the same page when the link does not. */
export interface SecretLink {
  /** The token stands behind the #, which browsers send to nobody. */
  readonly url: string;
  /** "K7QF-29XM-TWDA"; of a campaign's letter "K7QF2-9XMTW" */
  readonly code: string;
}

/** The first signs of a code are the first 20 bits of the token's hash: by them its row is found. */
export const FINDING_SIGNS = 4;

/**
 * Makes the codes of links, from the hashes of their tokens and the installation's secret: nothing of a code is kept, it lives
 * and dies with its link, and whoever reads the database cannot make one.
 *
 * Nobody guesses one. Eight of its signs are 40 bits that the secret alone makes; the other four may be known. `typed-code.ts`
 * lets `MOST_ATTEMPTS` (10) an hour be tried at each beginning, from however many addresses, so that 10,000 letters that are
 * out together stand 10⁵ attempts an hour at most, of 2⁴⁰ ≈ 10¹² each: 1,255 years until one of all of them is found by chance.
 * Links of withdrawal never end: with 30,000 contacts, 418 years until one of them could be taken out. Of sign-in codes some
 * dozens are out for a quarter of an hour: a hundred times safer.
 *
 * The code of a campaign's letter is the first ten of these signs, six of them the secret's: 2³⁰. Its link ends with the
 * campaign, and a beginning may be tried ten times a day instead of an hour: with 10,000 letters out for three months, all of
 * their beginnings known and tried from a botnet without a pause, less than one chance in a hundred that one of them all opens.
 */
export function codeMaker(): (tokenHash: string) => string {
  const secret = requireEnvironment().TRAME_LINK_SECRET;
  return (tokenHash) =>
    signsOf(tokenHash, FINDING_SIGNS) +
    signsOf(createHmac('sha256', secret).update(`code:${tokenHash}`).digest('hex'), LETTER_CODE_SIGNS - FINDING_SIGNS);
}

/** Signs of the codes of a page: of those that open an entry the letter on paper is copied by hand (decision 0041). */
export const signsOfPage = (page: SecretPage): number => (page === 'ma-fiche' ? SHORT_CODE_SIGNS : LETTER_CODE_SIGNS);

/** The link of a page of secrets, for a letter. */
export function secretLink(page: SecretPage, token: string): SecretLink {
  return {
    url: `${siteUrl(readEnvironment())}${secretPagePath(page)}#${token}`,
    code: groupedCode(codeMaker()(hashLinkToken(token)).slice(0, signsOfPage(page))),
  };
}

/** What stands in the preview of a letter: it opens nothing. */
export const sampleLink = (page: SecretPage): SecretLink => ({
  url: `${siteUrl(readEnvironment())}${secretPagePath(page)}#exemple`,
  code: groupedCode('X'.repeat(signsOfPage(page))),
});
