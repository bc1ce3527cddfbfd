import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { CODE_FIELD, CODE_LENGTH, SecondFactorAsked } from '../../domain/contract/desk/second-factor.ts';
import { showOverPage, type Themes } from '../kit/show-over-page.tsx';
import { useFocus } from './use-focus.ts';
import { signInWords, words } from './second-factor-words.ts';

/** Asks for a code; null when the dialog was closed. */
export type AskForCode = () => Promise<string | null>;

interface CodeFormProps {
  /** Why the last code did not do; null before the first. */
  problem: string | null;
  onCode: (code: string | null) => void;
}

const CodeForm = ({ problem, onCode }: CodeFormProps) => {
  const [code, setCode] = useState('');
  const field = useFocus();
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') onCode(code.trim());
  };
  return (
    <form onSubmit={go}>
      <Modal.Header closeLabel={words.close}>
        <Modal.Title>{signInWords.title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="p" variant="omega">
            {signInWords.meaning}
          </Typography>
          <Field.Root name="code" required error={problem ?? undefined}>
            <Field.Label>{signInWords.code}</Field.Label>
            <TextInput
              autoComplete="one-time-code"
              ref={field}
              maxLength={CODE_LENGTH}
              value={code}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setCode(event.target.value)}
            />
            <Field.Error />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={() => onCode(null)}>
          {words.cancel}
        </Button>
        <Button type="submit">{signInWords.go}</Button>
      </Modal.Footer>
    </form>
  );
};

const ask = (themes: Themes, problem: string | null): Promise<string | null> =>
  showOverPage<string | null>(themes, (onCode) => (
    <Modal.Root open onOpenChange={(open) => open || onCode(null)}>
      <Modal.Content>
        <CodeForm problem={problem} onCode={onCode} />
      </Modal.Content>
    </Modal.Root>
  ));

/** How an answer of the sign-in is read, and how the code is asked for. */
export const codeDialog = (themes: Themes) => ({
  field: CODE_FIELD,
  /** Null when it asks for no code, or takes none for a while: then the page says why. */
  askedFor: async (response: Response): Promise<AskForCode | null> => {
    const parsed = SecondFactorAsked.safeParse(
      await response
        .clone()
        .json()
        .catch(() => null),
    );
    if (!parsed.success) return null;
    const { message, details } = parsed.data.error;
    if (details.secondFactor === 'too-many') return null;
    return () => ask(themes, details.secondFactor === 'required' ? null : message);
  },
});
