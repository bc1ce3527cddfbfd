/** What the register notes of a contact. Pure but for the marks, which are made with the secret of this installation. */
import type { SuppressionAct } from '../../domain/stored/suppression.ts';
import { consentChannels, type ConsentChannel } from '../../domain/vocabulary/consent-channels.ts';
import { contactMark } from '../../platform/suppressions/register.ts';

/** The part of a contact that is compared. */
export type ComparedContact = Readonly<Partial<Record<ConsentChannel, boolean | null>>> & {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
};

const plain = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();

/** By which a person is reached, and withdraws. */
const reachesOf = ({ phone, email }: ComparedContact): string[] => [plain(phone), plain(email)].filter(Boolean);
/** What is told of a person: somebody may be named without being reachable, and ask to be named no more. */
const valuesOf = (contact: ComparedContact): string[] => [...reachesOf(contact), plain(contact.name)].filter(Boolean);

const openIn = (contacts: readonly ComparedContact[], value: string): Set<ConsentChannel> =>
  new Set(
    consentChannels.values.filter((channel) =>
      contacts.some((contact) => contact[channel] === true && valuesOf(contact).includes(value)),
    ),
  );

/** A contact that withdrew: each of its values, from every channel. */
export const withdrawnActs = (association: string, contacts: readonly ComparedContact[]): SuppressionAct[] =>
  [...new Set(contacts.flatMap(reachesOf))].map((value) => ({
    kind: 'contact',
    association,
    mark: contactMark(association, value),
    channels: [...consentChannels.values],
  }));

/**
 * What a new published version of an association shows less of than the one before: a contact in fewer channels, or a name, a
 * number or an address that is gone while its contact stays.
 */
export function actsBetween(
  association: string,
  before: readonly ComparedContact[],
  after: readonly ComparedContact[],
): SuppressionAct[] {
  return [...new Set(before.flatMap(valuesOf))].flatMap((value): SuppressionAct[] => {
    const now = openIn(after, value);
    const closed = [...openIn(before, value)].filter((channel) => !now.has(channel));
    if (closed.length === 0) return [];
    const mark = contactMark(association, value);
    const others = before.filter((contact) => valuesOf(contact).includes(value)).flatMap(valuesOf);
    const goesOn =
      !after.some((contact) => valuesOf(contact).includes(value)) &&
      closed.every((channel) => others.some((other) => other !== value && openIn(after, other).has(channel)));
    return [goesOn ? { kind: 'value', association, mark } : { kind: 'contact', association, mark, channels: closed }];
  });
}
