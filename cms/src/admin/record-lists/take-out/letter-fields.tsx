import { Field, Textarea, TextInput } from '@strapi/design-system';
import { LIST_LETTER_SIZES } from '../../../domain/contract/desk/list-letter.ts';
import type { Fault } from '../../kit/problem.ts';
import type { LetterDraft, WrittenPart } from './letter-draft.ts';
import { words } from './take-out-words.ts';

interface LetterFieldsProps {
  draft: Pick<LetterDraft, 'subject' | 'body'>;
  onWrite: (written: WrittenPart) => void;
  faults: readonly Fault[];
  /** Under the text. */
  hint: string;
}

/** What an editor writes to the associations of a list. */
export const LetterFields = ({ draft, onWrite, faults, hint }: LetterFieldsProps) => {
  const faultOf = (path: string) => faults.find((fault) => fault.path === path)?.message;
  return (
    <>
      <Field.Root name="objet" required error={faultOf('subject')}>
        <Field.Label>{words.subject}</Field.Label>
        <TextInput
          maxLength={LIST_LETTER_SIZES.subject}
          value={draft.subject}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onWrite({ subject: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="lettre" required hint={hint} error={faultOf('body')}>
        <Field.Label>{words.body}</Field.Label>
        <Textarea
          rows={10}
          maxLength={LIST_LETTER_SIZES.body}
          value={draft.body}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onWrite({ body: event.target.value })}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </>
  );
};
