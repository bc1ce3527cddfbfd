/**
 * The secret of a link: the letter writes it after the # of the address, which no server sees, and mail programs move it about.
 * It is taken out of the address bar at once, so that a screenshot, a bookmark or a shared address does not carry it. The tab
 * keeps it, for a reload.
 */
import {
  isLinkToken,
  readSecretAddress,
  secretPagePath,
  type AddressSecret,
  type CandidateTokens,
  type SecretPage,
} from '@trame/cms/domain/secret-address';
import type { Answer } from './client.ts';

const keyOf = (page: SecretPage): string => `trame:lien:${page}`;

interface Place {
  readonly document: Pick<Document, 'getElementById'>;
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * @returns what may be the secret, the likeliest first; `malformed` when the address carries something else, as a link that a mail program cut; `absent` when it
 *   carries nothing, as one that a mail program cut right behind the page
 */
export function secretOfLink(page: SecretPage, place: Place = window): AddressSecret {
  const { pathname, search, hash } = place.location;
  // « Aller au contenu » writes there too.
  const written = isOfThePage(hash, place.document) ? '' : hash;
  const secret = readSecretAddress(`${pathname}${search}${written}`)?.secret ?? 'absent';
  if (`${pathname}${search}${written}` !== secretPagePath(page))
    place.history.replaceState(null, '', secretPagePath(page));
  if (secret === 'malformed') return 'malformed';
  try {
    if (secret !== 'absent') place.sessionStorage.setItem(keyOf(page), secret.tokens.join(' '));
    const [kept, ...others] = (place.sessionStorage.getItem(keyOf(page)) ?? '').split(' ').filter(isLinkToken);
    if (secret === 'absent' && kept !== undefined) return { tokens: [kept, ...others] };
  } catch {
    // Then a reload asks for the link again.
  }
  return secret;
}

/**
 * Asks with each of the secrets that an address may hold, until the CMS knows one: a gateway's own parameter may look like one.
 * @returns the answer, and the secret that it is about; when none is known, what was said of the likeliest
 */
export async function askInTurn<T>(
  tokens: CandidateTokens,
  ask: (token: string) => Promise<Answer<T>>,
): Promise<{ readonly token: string; readonly answer: Answer<T> }> {
  const [likeliest, ...others] = tokens;
  const first = { token: likeliest, answer: await ask(likeliest) };
  if (!isUnknown(first.answer)) return first;
  for (const token of others) {
    const answer = await ask(token);
    if (!isUnknown(answer)) return { token, answer };
  }
  return first;
}

const isUnknown = (answer: Answer<unknown>): boolean => !answer.ok && answer.code === 'link-unknown';

/** Leaves a secret to the next reload, as a link would have brought it: that of a code that was typed. */
export function keepSecret(page: SecretPage, token: string): void {
  try {
    sessionStorage.setItem(keyOf(page), token);
  } catch {
    // Then a reload asks for the code again.
  }
}

/** Once it has been used. */
export function forgetSecret(page: SecretPage): void {
  try {
    sessionStorage.removeItem(keyOf(page));
  } catch {
    // Nothing was kept.
  }
}

const isOfThePage = (hash: string, page: Place['document']): boolean =>
  hash.length < 2 || page.getElementById(hash.slice(1)) !== null;

/** A second link that is opened in the same tab only changes what follows the #: the page begins anew. */
export function beginAnewWithLink(): void {
  window.addEventListener('hashchange', () => {
    if (!isOfThePage(location.hash, document)) location.reload();
  });
}
