import type { ContactQuestion, EditionsHolding } from '@trame/cms/domain/contract/editions-holding';
import type { PrintExport } from '@trame/cms/domain/contract/edition';
import { dayOf } from '@trame/cms/domain/dates';
import { indexContent } from '../../../site/src/content/index-content.ts';
import { selectEntries } from '../../../site/src/print/select-entries.ts';
import type { EditionStore } from './store.ts';

/** Names of the printed entries that hold one of the numbers or addresses. */
function entriesHolding(printed: PrintExport, { phones, emails }: ContactQuestion): string[] {
  const numbers = new Set(phones);
  const addresses = new Set(emails.map((email) => email.toLowerCase()));
  return selectEntries(indexContent(printed.content), printed.edition)
    .filter(({ contacts }) =>
      contacts.some(
        ({ phone, email }) =>
          (phone !== null && numbers.has(phone)) || (email !== null && addresses.has(email.toLowerCase())),
      ),
    )
    .map(({ name }) => name);
}

/** Frozen editions that print one of the numbers or addresses, the newest first. A proof holds nothing: it is made anew. */
export async function editionsHolding(store: EditionStore, contact: ContactQuestion): Promise<EditionsHolding> {
  const found: (EditionsHolding['editions'][number] & { readonly at: string })[] = [];
  for (const edition of await store.list()) {
    const at = await store.frozenAt(edition);
    // One after the other: an edition may weigh 20 MB.
    const printed = at === null ? null : await store.content(edition, 'frozen');
    if (at === null || printed === null) continue;
    const entries = entriesHolding(printed, contact);
    if (entries.length === 0) continue;
    const { title, year, printRun } = printed.edition;
    found.push({ edition, title, year, printRun, frozenOn: dayOf(at), entries, at });
  }
  found.sort((a, b) => (a.at < b.at ? 1 : -1));
  return { editions: found.map(({ at: _, ...rest }) => rest) };
}
