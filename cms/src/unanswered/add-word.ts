import type { Core } from '@strapi/strapi';
import type { AddWord, WordAdded } from '../domain/contract/desk/unanswered.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { dayOf } from '../domain/dates.ts';
import { typography } from '../domain/french.ts';
import { linesOf } from '../domain/lines.ts';
import { foldedWords } from '../domain/unanswered-questions.ts';
import { hasUnpublishedChanges } from '../entries/drafts.ts';
import { onBehalf } from '../entries/on-behalf.ts';
import { readContent } from '../entries/record-content.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { Refused, refusals } from '../platform/http/refused.ts';
import { hasDrafts, titleOf } from '../platform/strapi/document.ts';
import { isShown, settle } from './unanswered-store.ts';

const words = {
  unknown: 'Cette recherche n’est plus dans la liste\u00a0: rechargez la page.',
  notAWord: 'Écrivez un mot ou une courte expression.',
  remark: (question: string) => typography(`ce que les gens cherchent : « ${question} »`),
};

interface Documents {
  update(given: object): Promise<unknown>;
}

/**
 * Adds a word that people say to a theme or an association, and marks the question as dealt with. It is published as the record
 * is: with it where nothing else waits, else it joins what waits.
 * @throws {Refused} when the question or the record is no more
 * @throws {ValidationError} of Strapi, with French messages by field, when a rule refuses it
 */
export function addWord(
  strapi: Core.Strapi,
  { question, word, uid, documentId }: AddWord,
  editor: Editor,
): Promise<WordAdded> {
  if (foldedWords(word) === '')
    throw new Refused('invalid', words.notAWord, [{ path: 'word', message: words.notAWord }]);
  return inTransaction(strapi, async (trx) => {
    if (!(await isShown(trx, question))) throw new Refused('unknown', words.unknown);
    const draft = (await readContent(strapi, uid, documentId, 'draft'))?.content;
    if (!draft) throw refusals.unknownRecord();
    const title = titleOf(draft);
    const said = typeof draft['words'] === 'string' ? linesOf(draft['words']) : [];
    const withDrafts = hasDrafts(strapi, uid);
    const isOnline = (await readContent(strapi, uid, documentId, 'published')) !== null;
    const publishes = isOnline && !(withDrafts && (await hasUnpublishedChanges(strapi, documentId, uid)));
    const had = said.some((one) => foldedWords(one) === foldedWords(word));
    if (!had) {
      const documents = strapi.documents(uid as 'api::theme.theme') as unknown as Documents;
      await onBehalf({ editor, remark: words.remark(question), of: 'words' }, () =>
        documents.update({
          documentId,
          data: { words: [...said, word].join('\n'), updatedBy: Number(editor.id) || null },
          ...(withDrafts && publishes ? { status: 'published' } : {}),
        }),
      );
    }
    await settle(trx, question, { word, uid, documentId, title }, dayOf(new Date()));
    return { title, state: had ? 'had' : publishes ? 'online' : 'draft' };
  });
}
