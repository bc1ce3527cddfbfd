import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import { type Channel, messages } from './messages.ts';
import { createPieceFinder } from './piece-finder.ts';
import type { Secrets } from './secrets-of.ts';

/** Looks into one text after the other, and keeps a sentence for each thing found: once for each place, however often it stands there. */
export interface Look {
  at(channel: Channel, where: string, texts: readonly string[]): void;
  readonly found: readonly string[];
}

/** Of one value, places that are named. */
const MOST_PLACES = 3;

export function createLook({ pieces, phones, emails }: Secrets): Look {
  const finder = createPieceFinder(pieces.keys());
  const found: string[] = [];
  const places = new Map<string, Set<string>>();
  /** Whether it is news: its value at this place, and not yet at too many others. */
  const isNews = (value: string, where: string): boolean => {
    const known = places.get(value) ?? new Set();
    places.set(value, known);
    if (known.has(where) || known.size >= MOST_PLACES) return false;
    known.add(where);
    return true;
  };
  return {
    found,
    at(channel, where, texts) {
      for (const text of texts) {
        for (const piece of finder.find(text)) {
          const secret = pieces.get(piece);
          if (secret && isNews(secret.value, where))
            found.push(messages.found(channel, where, secret.column, secret.isPrivate, secret.value));
        }
        const contacts = noContacts();
        collectContacts(text, contacts, 'program');
        for (const kind of ['phone', 'email'] as const)
          for (const value of kind === 'phone' ? contacts.phones : contacts.emails) {
            const secret = (kind === 'phone' ? phones : emails).get(value);
            if (secret && isNews(secret.value, where))
              found.push(messages.foundContact(channel, where, secret.column, kind, secret.value));
          }
      }
    },
  };
}
