import type { ListLetterWritten } from '../../domain/contract/desk/list-letter.ts';
import { listLetterVariables, unknownVariables } from '../../domain/letter-variables.ts';
import { refusals } from '../../platform/http/refused.ts';

const words = {
  noSubject: 'Écrivez un objet\u00a0: c’est ce que les associations voient d’abord.',
  noBody: 'Écrivez la lettre.',
};

/** A letter to a list, by mail or on paper. @throws {Refused} by field, with what is wrong with the text */
export function checkWritten({ subject, body }: ListLetterWritten): void {
  const faults = [
    { path: 'subject', message: subject === '' ? words.noSubject : unknownVariables(subject, listLetterVariables) },
    { path: 'body', message: body === '' ? words.noBody : unknownVariables(body, listLetterVariables) },
  ].flatMap(({ path, message }) => (message === null ? [] : [{ path, message }]));
  if (faults.length > 0) throw refusals.invalid(faults);
}
