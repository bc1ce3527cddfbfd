/** One letter to many associations: export → data → PDF. */
import type { MailingExport } from '@trame/cms/domain/contract/press/lists';
import { shortenedForPrint } from '@trame/cms/domain/print-length';
import { readCoverage } from '../glyph-coverage.ts';
import { typesetPlain } from '../plain-document.ts';
import { createSafeText } from '../safe-text.ts';
import { collectWarnings } from '../warnings.ts';
import { senderOf } from './letter-data.ts';
import { failures, letterFields, letterPhrases } from './texts.ts';

/** Characters of a subject, and of a line of the text: what an editor may write of each, and names filled into it. */
const MOST = { subject: 400, line: 8000, address: 120 };

/**
 * A letter for each, on a page of its own and as many as it needs after that, in the order that they come in.
 * @throws {TypesettingFailed} with a French message
 */
export function buildMailing({ office, writtenOn, letters }: MailingExport): { pdf: Buffer; pages: number } {
  // What could not be printed of a text is left out: an editor sees it on the page.
  const safe = createSafeText({ covers: readCoverage(), warn: collectWarnings().warn });
  const line = (text: string, field: string, most: number) =>
    safe.line(shortenedForPrint(text, most), { record: field, field });
  const some = (texts: readonly string[], field: string, most: number) =>
    texts.flatMap((text) => line(text, field, most) ?? []);
  return typesetPlain({
    folder: import.meta.dirname,
    template: 'mailing.typ',
    files: {
      'mailing.json': JSON.stringify({
        title: letterPhrases.mailing(letters.length),
        office: senderOf(office, (text, most = MOST.address) => line(text, letterFields.office, most)),
        date: letterPhrases.date(writtenOn),
        letters: letters.map(({ envelope, subject, paragraphs }) => {
          const address = some(envelope, letterFields.address, MOST.address);
          return {
            subject: line(subject, letterFields.text, MOST.subject) ?? '…',
            address: address.length > 0 ? address : ['…'],
            isAddressed: true,
            paragraphs: paragraphs
              .map((lines) => some(lines, letterFields.text, MOST.line))
              .filter((lines) => lines.length > 0),
          };
        }),
      }),
    },
    failed: failures.typesetting,
  });
}
