import { formatEmail } from '@trame/cms/domain/email-domain';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { phoneText } from '../service/phone-text.ts';

/** The entry as the form shows it: stored numbers and addresses as people write them. `checkEntry` brings them back. */
export const shownEntry = (entry: EntryForm): EntryForm => ({
  ...entry,
  contacts: entry.contacts.map((contact) => ({
    ...contact,
    phone: phoneText(contact.phone),
    email: formatEmail(contact.email),
  })),
});
