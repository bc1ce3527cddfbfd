import type { Core } from '@strapi/strapi';
import type { Editor } from '../domain/contract/desk/editor.ts';
import type { PrintShopLink } from '../domain/contract/press/edition-state.ts';
import { dayOf, formatDay } from '../domain/dates.ts';
import { typography } from '../domain/french.ts';
import type { JournalAct } from '../domain/vocabulary/journal-acts.ts';
import { findOne } from '../platform/database/records.ts';
import type { EditionActs } from '../platform/deployer/edition-acts.ts';
import { writeJournal } from './journal.ts';

const words = {
  subject: (title: string) => `Édition « ${title} »`,
  link: ({ recipient, expiresAt }: PrintShopLink) => `${recipient}, jusqu’au ${formatDay(dayOf(expiresAt))}`,
  fingerprint: (content: string) => `empreinte ${content.slice(0, 12)}`,
};

/** What editors do with printed editions, for the journal. The address of a link is in no line: who has it has the files. */
export function journalOfEditions(strapi: Core.Strapi): EditionActs {
  const write = async (edition: string, { name, id }: Editor, act: JournalAct, note: string | null): Promise<void> => {
    const record = await findOne<{ title: string | null }>(strapi, 'api::edition.edition', {
      select: ['title'],
      where: { documentId: edition },
    });
    await writeJournal(strapi, {
      who: name,
      whoId: id,
      act,
      subject: typography(words.subject(record?.title ?? '')).slice(0, 255),
      note: note && typography(note),
    });
  };
  return {
    frozen: (edition, editor, content) => write(edition, editor, 'édition figée', words.fingerprint(content)),
    linkMade: (edition, editor, link) => write(edition, editor, 'lien imprimeur créé', words.link(link)),
    linkClosed: (edition, editor, link) => write(edition, editor, 'lien imprimeur fermé', link.recipient),
  };
}
