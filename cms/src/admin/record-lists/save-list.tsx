import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { MOST_NAME, type RecordCriteria, type RecordLists } from '../../domain/contract/desk/finding.ts';
import { problemOf } from '../kit/problem.ts';
import { useAct } from '../kit/use-act.ts';
import { saveList } from './record-lists-api.ts';
import { listsWords as words } from './record-lists-words.ts';

interface SaveListProps {
  criteria: RecordCriteria;
  onSaved: (lists: RecordLists, name: string) => void;
}

/** Gives criteria a name; why they cannot be kept is said under the field. */
export const SaveList = ({ criteria, onSaved }: SaveListProps) => {
  const client = useFetchClient();
  const [name, setName] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { act, underWay } = useAct();
  if (name === null) {
    return (
      <Box>
        <Button variant="secondary" onClick={() => setName('')}>
          {words.save}
        </Button>
      </Box>
    );
  }
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const failed = (error: unknown) => {
      setProblem(problemOf(error));
      return true;
    };
    const lists = await act(() => saveList(client, { name: name.trim(), criteria }), { done: words.saved, failed });
    if (lists) onSaved(lists, name.trim());
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <Box width="32rem">
          <Field.Root name="nom" hint={words.nameHint} error={problem ?? undefined} required>
            <Field.Label>{words.name}</Field.Label>
            <TextInput
              // Somebody asked for this field.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              value={name}
              maxLength={MOST_NAME}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Box>
        <Flex gap={2} paddingTop="2.4rem">
          <Button type="submit" loading={underWay}>
            {words.keep}
          </Button>
          <Button variant="tertiary" onClick={() => setName(null)}>
            {words.cancel}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};
