import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import type { ConflictPart } from '../../../domain/contract/desk/form-conflict.ts';
import type { Choice } from '../../../domain/merge/resolve.ts';
import { Notice } from '../notice.tsx';
import { SaidLines, Side, Sides, SidesOf } from '../side-by-side.tsx';
import { choiceLabel, doIt, isAboutPublication, linesOf, madeBy, words } from './conflict-words.ts';

export type Choices = Readonly<Record<string, Choice>>;

interface ConflictDialogProps {
  conflicts: readonly ConflictPart[];
  /** Publication was asked for: what is chosen is published. */
  publishes: boolean;
  /** What was chosen for each path: it can be saved at once. */
  onChosen: (choices: Choices) => void;
  /** Back to the form, in which everything is still there. */
  onClose: () => void;
}

const SIDES: readonly Choice[] = ['mine', 'theirs'];

interface ConflictFieldProps {
  part: ConflictPart;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

const ConflictField = ({ part, choice, onChoose }: ConflictFieldProps) => {
  const name = useId();
  return (
    <SidesOf>
      <legend>{part.label}</legend>
      <Box paddingTop={1} paddingBottom={2}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {madeBy(part, new Date())}
        </Typography>
        {!isAboutPublication(part) && part.words.base.length > 0 && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {`${words.before}\u00a0: ${part.words.base.join('\u00a0; ')}`}
          </Typography>
        )}
      </Box>
      <Sides>
        {SIDES.map((side) => (
          <Side key={side} $chosen={choice === side}>
            <Typography tag="span" variant="omega" fontWeight="bold">
              <input type="radio" name={name} checked={choice === side} onChange={() => onChoose(side)} />
              {choiceLabel(part, side)}
            </Typography>
            <Box paddingTop={2}>
              <SaidLines lines={linesOf(part, side)} />
            </Box>
          </Side>
        ))}
      </Sides>
    </SidesOf>
  );
};

/**
 * Two people changed the same fields: what each wrote, side by side, and which one stays. Nothing is chosen beforehand. It takes
 * the conflicts of a `SaveResult`, and of an answer 409 to one of Strapi's own forms.
 */
export const ConflictDialog = ({ conflicts, publishes, onChosen, onClose }: ConflictDialogProps) => {
  const [choices, setChoices] = useState<Choices>({});
  const [asked, setAsked] = useState(false);
  const missing = conflicts.filter(({ path }) => choices[path] === undefined).length;
  const all = (choice: Choice) => setChoices(Object.fromEntries(conflicts.map(({ path }) => [path, choice])));
  const save = () => {
    setAsked(true);
    if (missing === 0) onChosen(choices);
  };
  const onlyPublication = conflicts.every(isAboutPublication);
  return (
    <Modal.Root open onOpenChange={(open) => open || onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={words.close}>
          <Modal.Title>{onlyPublication ? words.taken : words.title(conflicts.length)}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Typography tag="p" variant="omega">
              {words.meaning}
            </Typography>
            {conflicts.length > 1 && (
              <Flex gap={2} wrap="wrap">
                <Button variant="tertiary" onClick={() => all('mine')}>
                  {words.allMine}
                </Button>
                <Button variant="tertiary" onClick={() => all('theirs')}>
                  {words.allTheirs}
                </Button>
              </Flex>
            )}
            {conflicts.map((part) => (
              <ConflictField
                key={part.path}
                part={part}
                choice={choices[part.path]}
                onChoose={(choice) => setChoices({ ...choices, [part.path]: choice })}
              />
            ))}
            {asked && missing > 0 && <Notice tone="danger" title={words.missing(missing)} live />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {words.back}
          </Button>
          <Button onClick={save}>{doIt(publishes, choices)}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
