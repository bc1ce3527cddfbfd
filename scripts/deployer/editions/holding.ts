import { readFile } from 'node:fs/promises';
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

/** Whether one of the numbers or addresses stands anywhere in a file. */
async function mentions(file: string, { phones, emails }: ContactQuestion): Promise<boolean> {
  const text = (await readFile(file, 'utf8').catch(() => '')).toLowerCase();
  return [...phones, ...emails].some((value) => text.includes(value.toLowerCase()));
}

/** Frozen editions that print one of the numbers or addresses, the newest first. A proof holds nothing: it is made anew. */
export async function editionsHolding(store: EditionStore, contact: ContactQuestion): Promise<EditionsHolding> {
  const found: (EditionsHolding['editions'][number] & { readonly at: string })[] = [];
  for (const edition of await store.list()) {
    const at = await store.frozenAt(edition);
    // One after the other, and read closely only when the words are there at all: an edition may weigh 20 MB.
    if (at === null || !(await mentions(store.contentFile(edition, 'frozen'), contact))) continue;
    const printed = await store.content(edition, 'frozen');
    if (printed === null) continue;
    const entries = entriesHolding(printed, contact);
    if (entries.length === 0) continue;
    const { title, year, printRun } = printed.edition;
    found.push({ edition, title, year, printRun, frozenOn: dayOf(at), entries, at });
  }
  found.sort((a, b) => (a.at < b.at ? 1 : -1));
  return { editions: found.map(({ at: _, ...rest }) => rest) };
}
