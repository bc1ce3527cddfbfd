import { Field, Flex, Modal, Button, Radio, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState, type ChangeEvent, type FormEvent } from 'react';
import type { UnansweredLine, UnansweredReport, WordAdded, WordedType } from '../../domain/contract/desk/unanswered.ts';
import { RelationField } from '../kit/fields/relation-field.tsx';
import { ASSOCIATION_UID, EVENT_UID } from '../kit/paths.ts';
import { problemOf } from '../kit/problem.ts';
import { useAct } from '../kit/use-act.ts';
import { addWord } from './unanswered-api.ts';
import { words } from './unanswered-words.ts';

const say = words.dialog;

/** The relations through which themes and associations are chosen elsewhere too. */
const CHOOSING = {
  'api::theme.theme': { uid: ASSOCIATION_UID, field: 'themes' },
  'api::association.association': { uid: EVENT_UID, field: 'organisers' },
} as const satisfies Record<WordedType, object>;

interface AddWordDialogProps {
  line: UnansweredLine;
  mayAdd: UnansweredReport['mayAdd'];
  onClose: () => void;
  onAdded: (added: WordAdded) => void;
}

/** Which word, and to which theme or association. Shown while it is there. */
export const AddWordDialog = ({ line, mayAdd, onClose, onAdded }: AddWordDialogProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [word, setWord] = useState(line.missing);
  const [uid, setUid] = useState<WordedType>(mayAdd.theme ? 'api::theme.theme' : 'api::association.association');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string>();
  const [problem, setProblem] = useState<string | null>(null);
  const isTheme = uid === 'api::theme.theme';

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const [documentId] = chosen;
    if (documentId === undefined) return setFault(isTheme ? say.needed : say.neededAssociation);
    setProblem(null);
    const failed = (error: unknown) => {
      setProblem(problemOf(error));
      return true;
    };
    const added = await act(() => addWord(client, { question: line.question, word, uid, documentId }), { failed });
    if (added) onAdded(added);
  };
  const choose = (next: string) => {
    setUid(next as WordedType);
    setChosen([]);
    setFault(undefined);
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || onClose()}>
      <Modal.Content style={{ maxWidth: '62rem' }}>
        <form onSubmit={(event) => void add(event)} style={{ display: 'contents' }}>
          <Modal.Header closeLabel={say.close}>
            <Modal.Title>{say.title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Typography tag="p">{say.meaning}</Typography>
              <Field.Root name="mot" hint={say.wordHint} required>
                <Field.Label>{say.word}</Field.Label>
                <TextInput
                  value={word}
                  maxLength={60}
                  onChange={(event: ChangeEvent<HTMLInputElement>) => setWord(event.target.value)}
                />
                <Field.Hint />
              </Field.Root>
              {mayAdd.theme && mayAdd.association && (
                <Field.Root name="ou">
                  <Field.Label>{say.where}</Field.Label>
                  <Radio.Group aria-label={say.where} value={uid} onValueChange={choose}>
                    <Radio.Item value="api::theme.theme">{`${say.theme}. ${say.themeHint}`}</Radio.Item>
                    <Radio.Item value="api::association.association">
                      {`${say.association}. ${say.associationHint}`}
                    </Radio.Item>
                  </Radio.Group>
                </Field.Root>
              )}
              <RelationField
                key={uid}
                path="record"
                label={isTheme ? say.chooseTheme : say.chooseAssociation}
                required
                relation={CHOOSING[uid]}
                value={chosen}
                most={1}
                grouped={isTheme}
                error={fault}
                onValue={(ids) => {
                  setChosen(ids);
                  setFault(undefined);
                }}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary">{say.cancel}</Button>
            </Modal.Close>
            <Flex gap={3} alignItems="center" wrap="wrap" justifyContent="flex-end">
              <Typography role="alert" variant="pi" textColor="danger600">
                {problem ?? ''}
              </Typography>
              <Button type="submit" loading={underWay} disabled={word.trim() === ''}>
                {say.add}
              </Button>
            </Flex>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
