/** A letter on paper to each association of a list: the editor's text, filled in, behind the window of its envelope. */
import type { Core } from '@strapi/strapi';
import { clearedWords } from '../../domain/cleared-text.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { MailingQuestion } from '../../domain/contract/desk/list-letter.ts';
import type { MadeFile } from '../../domain/contract/desk/lists-out.ts';
import { MOST_LETTERS } from '../../domain/contract/press/letters.ts';
import { MAILING_EXPORT_FORMAT, MailingExport } from '../../domain/contract/press/lists.ts';
import { dayOf } from '../../domain/dates.ts';
import { typography } from '../../domain/french.ts';
import { listLetterVariables } from '../../domain/letter-variables.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { readWithheldFromLetters } from '../../platform/contacts/withheld-from-letters.ts';
import { Refused } from '../../platform/http/refused.ts';
import { fillWritten, writtenParagraphs } from '../../platform/mail/letters/written.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { checkReason, noteLeaving } from '../leaving.ts';
import { checkWritten } from '../letters/check-written.ts';
import { madeFile } from '../made-file.ts';
import { readAddressed, toPost } from './addressed.ts';
import { PDF, printList } from './print-list.ts';

const words = {
  nobody:
    'Aucune lettre à imprimer\u00a0: ces associations n’ont pas d’adresse postale. Complétez leurs fiches, ou passez par les mairies.',
  tooMany: `Plus de ${MOST_LETTERS} lettres à la fois\u00a0: choisissez-en moins.`,
  noOffice: 'Indiquez d’abord le nom de votre structure dans les réglages du site\u00a0: la lettre le porte.',
};

/** Lines of the office's address that a head has room for. */
const MOST_OFFICE_LINES = 6;

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * The letters, without the numbers and addresses that whoever opens them may not see: the town hall may (decision 0049).
 * @throws {Refused} in French, by field where the text is wrong, when there is nothing to print or no way to
 */
export async function makeMailing(
  strapi: Core.Strapi,
  seen: Seen,
  editor: Editor,
  asked: MailingQuestion,
  now: Date,
): Promise<MadeFile> {
  checkWritten(asked);
  checkReason(asked);
  const { taken, townHalls, subject, body } = asked;
  const { addressed } = await readAddressed(strapi, seen, taken, now);
  const addressees = toPost(addressed, townHalls);
  if (addressees.length === 0) throw new Refused('conflict', words.nobody);
  if (addressees.length > MOST_LETTERS) throw new Refused('too-large', words.tooMany);
  const { office } = await readLetterSettings(strapi);
  if (office.name.trim() === '') throw new Refused('conflict', words.noOffice);
  const withheld = await readWithheldFromLetters(strapi, ['print', 'web']);
  const clear = (text: string, owner?: string) => clearedWords(text, (one) => withheld.find(one, owner));
  const document = MailingExport.parse({
    format: MAILING_EXPORT_FORMAT,
    office: {
      name: clear(office.name),
      address: linesOf(clear(office.address ?? '')).slice(0, MOST_OFFICE_LINES),
      phone: office.phone,
      email: office.email,
    },
    writtenOn: dayOf(now),
    letters: addressees.map(({ documentId, name, envelope }) => {
      const values = { association: name, office: office.name };
      const fill = (text: string) => clear(typography(fillWritten(text, values, listLetterVariables)), documentId);
      return {
        envelope: envelope.lines.map((line) => clear(line, documentId)),
        subject: fill(subject),
        // The whole text is filled in before it is parted: a number may go on over an empty line.
        paragraphs: writtenParagraphs(fill(body)).map(linesOf),
      };
    }),
  });
  const pdf = await printList('mailing', document);
  await noteLeaving(strapi, seen, editor, {
    ...asked,
    destination: 'office',
    what: 'Lettres sur papier',
    count: addressees.length,
    columns: [],
  });
  return madeFile(`Lettres du ${dayOf(now)}`, PDF, pdf);
}
