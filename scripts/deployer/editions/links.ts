/** The links that were given to print shops: made, withdrawn, and counted, in `links.json` of their edition. */
import { randomBytes } from 'node:crypto';
import type { NewPrintShopLink, PrintShopLink } from '@trame/cms/domain/contract/press/edition-state';
import { storedPressLinks } from '@trame/cms/domain/stored/press-links';
import type { Clock } from '../../lib/clock.ts';
import { readStored, writeStored } from '../../lib/files.ts';
import { makeToken, readToken } from './token.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a token opens something, and what. */
export type Admission =
  | { readonly outcome: 'open'; readonly edition: string; readonly link: PrintShopLink }
  | { readonly outcome: 'unknown' | 'expired' | 'revoked' };

/** Each of these throws `UnreadableFile` when the file is there and cannot be understood: it is never written over. */
export interface Links {
  /** Last first. */
  list(edition: string): Promise<PrintShopLink[]>;
  /** The token is in the answer and nowhere else: it can be made, not found again. */
  make(edition: string, wanted: NewPrintShopLink): Promise<{ link: PrintShopLink; token: string }>;
  /** @returns false when the edition has no such link. One that was withdrawn stays so, with its first date. */
  revoke(edition: string, link: string): Promise<boolean>;
  admit(token: string): Promise<Admission>;
  count(edition: string, link: string, what: 'visits' | 'downloads'): Promise<void>;
}

export function createLinks(options: {
  readonly fileOf: (edition: string) => string;
  /** How an error names a file. */
  readonly named?: (file: string) => string;
  readonly secret: string;
  readonly clock: Clock;
}): Links {
  const { fileOf, named = (file) => file, secret, clock } = options;
  const read = async (edition: string) => {
    const file = fileOf(edition);
    return (await readStored(file, storedPressLinks, named(file)))?.links ?? [];
  };

  // Read, change, write, one after the other for each edition: two visits at once count two.
  const last = new Map<string, Promise<unknown>>();
  const change = <T>(edition: string, work: (links: PrintShopLink[]) => { links: PrintShopLink[]; answer: T }) => {
    const mine = (last.get(edition) ?? Promise.resolve()).then(async () => {
      const { links, answer } = work(await read(edition));
      await writeStored(fileOf(edition), storedPressLinks, { links }, 0o600);
      return answer;
    });
    const settled = mine.catch(() => undefined);
    last.set(edition, settled);
    void settled.then(() => last.get(edition) === settled && last.delete(edition));
    return mine;
  };
  const now = () => clock.now().toISOString();

  return {
    list: async (edition) => (await read(edition)).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),

    make: (edition, { recipient, days }) =>
      change(edition, (links) => {
        const created = clock.now().getTime();
        const expiresAt = Math.floor((created + days * DAY_MS) / 1000) * 1000;
        const link: PrintShopLink = {
          id: randomBytes(9).toString('base64url'),
          recipient,
          createdAt: new Date(created).toISOString(),
          expiresAt: new Date(expiresAt).toISOString(),
          revokedAt: null,
          visits: 0,
          downloads: 0,
          lastUsedAt: null,
        };
        return {
          links: [...links, link],
          answer: { link, token: makeToken(secret, { edition, link: link.id, expiresAt }) },
        };
      }),

    revoke: (edition, id) =>
      change(edition, (links) => ({
        links: links.map((link) => (link.id === id ? { ...link, revokedAt: link.revokedAt ?? now() } : link)),
        answer: links.some((link) => link.id === id),
      })),

    async admit(token) {
      const claims = readToken(secret, token);
      if (claims === null) return { outcome: 'unknown' };
      const link = (await read(claims.edition)).find(({ id }) => id === claims.link);
      // A genuine token of a link that is no longer kept: withdrawn with its record.
      if (link === undefined || link.revokedAt !== null) return { outcome: 'revoked' };
      if (clock.now().getTime() >= claims.expiresAt) return { outcome: 'expired' };
      return { outcome: 'open', edition: claims.edition, link };
    },

    count: (edition, id, what) =>
      change(edition, (links) => ({
        links: links.map((link) => (link.id === id ? { ...link, [what]: link[what] + 1, lastUsedAt: now() } : link)),
        answer: undefined,
      })),
  };
}
