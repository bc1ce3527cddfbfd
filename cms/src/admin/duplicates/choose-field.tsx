import { Box, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { PairField } from '../../domain/contract/desk/duplicates.ts';
import { sides, type FieldChoice } from '../../domain/duplicates/joined-content.ts';
import { SaidLines, Side, Sides, SidesOf } from '../kit/side-by-side.tsx';
import { choiceWords, words } from './duplicates-words.ts';

interface ChooseFieldProps {
  field: PairField;
  choice: FieldChoice;
  onChoose: (choice: FieldChoice) => void;
}

/** What each of the two says in one field, and which of it stays. */
export const ChooseField = ({ field, choice, onChoose }: ChooseFieldProps) => {
  const name = useId();
  const button = (one: FieldChoice) => (
    <Typography tag="span" variant="omega" fontWeight="bold">
      <input type="radio" name={name} checked={choice === one} onChange={() => onChoose(one)} />
      {choiceWords(field.name, one)}
    </Typography>
  );
  return (
    <SidesOf>
      <legend>{field.label}</legend>
      <Box paddingTop={2}>
        <Sides>
          {sides.map((side) => (
            <Side key={side} $chosen={choice === side || choice === 'both'}>
              {button(side)}
              <Box paddingTop={2}>
                <SaidLines lines={field[side].length > 0 ? field[side] : [words.nothing]} />
              </Box>
            </Side>
          ))}
        </Sides>
      </Box>
      {field.choices.includes('both') && (
        <Box paddingTop={2}>
          <Side $chosen={choice === 'both'}>{button('both')}</Side>
        </Box>
      )}
    </SidesOf>
  );
};
