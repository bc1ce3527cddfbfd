/** Contacts that took themselves out, and that an answer would bring back: for whoever decides about it. */
import type { Core } from '@strapi/strapi';
import { agreesToSomething } from '../../domain/entry/check-entry.ts';
import type { EntryForm, FormContact } from '../../domain/entry/entry-form.ts';
import { JOURNAL } from '../../entries/journal.ts';
import { maskEmail, maskPhone } from '../../platform/http/masked.ts';
import { isReachedBy } from '../../platform/links/reach.ts';

export interface BroughtBack {
  readonly contact: FormContact;
  /** When it withdrew, an ISO instant. */
  readonly at: string;
}

/** How the journal's line names whom it is about (`withdraw-contact.ts`): enough to be recognised within one association. */
export const marksOf = ({ phone, email }: Pick<FormContact, 'phone' | 'email'>): string[] => [
  ...(phone ? [maskPhone(phone)] : []),
  ...(email ? [maskEmail(email)] : []),
];

/**
 * The contacts of `after` that are ticked somewhere, are ticked nowhere today, and withdrew by themselves. The association may
 * have their word for it; nobody but an editor can ask.
 * @param before the entry as it is published
 */
export async function broughtBack(
  strapi: Core.Strapi,
  associationId: string,
  before: EntryForm,
  after: EntryForm,
): Promise<BroughtBack[]> {
  const asked = after.contacts.flatMap((contact) => {
    const known = before.contacts.filter((other) => isReachedBy(contact, other));
    if (!agreesToSomething(contact) || known.some(agreesToSomething)) return [];
    return [{ contact, marks: [contact, ...known].flatMap(marksOf) }];
  });
  if (asked.length === 0) return [];
  const lines = (await strapi.db.query(JOURNAL).findMany({
    select: ['at', 'note'],
    where: { associationId, act: 'contact retiré', note: { $notNull: true } },
    orderBy: { at: 'desc' },
  })) as { at: string; note: string }[];
  return asked.flatMap(({ contact, marks }) => {
    const line = lines.find(({ note }) => marks.some((mark) => note.includes(mark)));
    return line ? [{ contact, at: new Date(line.at).toISOString() }] : [];
  });
}
