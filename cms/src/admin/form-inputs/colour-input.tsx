import { Box, Flex, TextInput, Typography } from '@strapi/design-system';
import { useField, useFocusInputField } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { fieldWords } from '../kit/fields/field-words.ts';
import { colourWords } from './colour-words.ts';
import { StrapiField, useLeft, type InputProps } from './strapi-field.tsx';

/** A colour of the settings: typed or picked, with how well it reads told in words. */
export const ColourInput = (props: InputProps) => {
  const { value, error, onChange } = useField<string | null>(props.name);
  const ref = useFocusInputField<HTMLInputElement>(props.name);
  const { left, watch } = useLeft();
  const typed = value ?? '';
  const { colour, refusal, sentences } = colourWords(typed);
  const set = (next: string) => onChange(props.name, next === '' ? null : next);
  return (
    <div {...watch}>
      <StrapiField {...props} error={error ?? (left ? (refusal ?? undefined) : undefined)}>
        <Flex gap={2} alignItems="center">
          <Swatch
            type="color"
            aria-label={`${fieldWords.colour.pick}\u00a0: ${typeof props.label === 'string' ? props.label : props.name}`}
            value={colour ?? '#ffffff'}
            disabled={props.disabled}
            onChange={(event) => set(event.target.value)}
          />
          <Box flex="1">
            <TextInput
              ref={ref}
              value={typed}
              maxLength={7}
              disabled={props.disabled}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => set(event.target.value)}
            />
          </Box>
        </Flex>
        <Box aria-live="polite">
          {sentences.map(({ text, good }) => (
            <Typography key={text} tag="p" variant="pi" textColor={good ? 'neutral700' : 'warning700'}>
              {text}
            </Typography>
          ))}
        </Box>
      </StrapiField>
    </div>
  );
};

const Swatch = styled.input`
  width: 4.8rem;
  height: 4rem;
  padding: 0.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
`;
