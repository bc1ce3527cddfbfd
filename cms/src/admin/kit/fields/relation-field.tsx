import { Box, Flex, IconButton, TextInput, Typography, VisuallyHidden } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useId, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { RelationChoice } from '../../../domain/contract/desk/relation-choices.ts';
import { fieldWords } from './field-words.ts';
import { Framed, type FieldProps } from './framed.tsx';
import { useChoices, useNames, type Found, type RelationOf } from './use-relation-choices.ts';

const say = fieldWords.relation;

interface RelationProps extends FieldProps {
  relation: RelationOf;
  /** documentIds, in their order. */
  value: readonly string[];
  /** The most that may be chosen: 1 for a relation to one record. */
  most?: number;
  onValue: (ids: string[]) => void;
}

/**
 * Records chosen by some letters of their name, accents or not. Each says what tells it from another of the same name. Arrows
 * walk the list, Enter takes, Escape closes it (ARIA, Combobox).
 */
export const RelationField = ({ relation, value, most = Infinity, onValue, ...field }: RelationProps) => {
  const { names, remember } = useNames(relation, value);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Framed {...field}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {value.length > 0 && (
          <Box tag="ul" aria-label={field.label}>
            {value.map((id) => (
              <Chosen
                key={id}
                choice={names.get(id)}
                onRemove={() => {
                  onValue(value.filter((other) => other !== id));
                  input.current?.focus();
                }}
              />
            ))}
          </Box>
        )}
        {/* Kept when it is full, so that the focus has somewhere to be; a new choice then takes the place of the only one. */}
        {(value.length < most || most === 1) && (
          <Search
            input={input}
            relation={relation}
            chosen={value}
            onChoice={(choice) => {
              remember(choice);
              onValue(most === 1 ? [choice.id] : [...value, choice.id]);
            }}
          />
        )}
      </Flex>
    </Framed>
  );
};

const Chosen = ({ choice, onRemove }: { choice: RelationChoice | null | undefined; onRemove: () => void }) => {
  const name = choice === null ? say.unknown : (choice?.name ?? '…');
  return (
    <Flex
      tag="li"
      justifyContent="space-between"
      gap={2}
      paddingLeft={3}
      marginBottom={1}
      hasRadius
      background="neutral100"
      borderColor="neutral200"
    >
      <Typography style={{ overflowWrap: 'anywhere' }}>
        {name}
        <Detail choice={choice ?? null} />
      </Typography>
      <IconButton label={say.remove(name)} variant="ghost" onClick={onRemove}>
        <Cross />
      </IconButton>
    </Flex>
  );
};

const Detail = ({ choice }: { choice: RelationChoice | null }) => {
  if (!choice) return null;
  const said = [choice.detail, choice.online ? '' : say.offline].filter(Boolean).join(' · ');
  return said === '' ? null : (
    <Typography tag="span" variant="pi" textColor="neutral600">
      {` · ${said}`}
    </Typography>
  );
};

interface SearchProps {
  input: React.RefObject<HTMLInputElement>;
  relation: RelationOf;
  chosen: readonly string[];
  onChoice: (choice: RelationChoice) => void;
}

const Search = ({ input, relation, chosen, onChoice }: SearchProps) => {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const found = useChoices(relation, typed, open);
  const choices = offered(found, chosen);
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const take = (choice: RelationChoice) => {
    onChoice(choice);
    setTyped('');
    close();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (choices.length > 0) setAt((at + step + choices.length) % choices.length);
      return;
    }
    // Enter takes what the list shows, and never sends the form.
    if (event.key === 'Enter') {
      event.preventDefault();
      const choice = choices[at] ?? (choices.length === 1 && typed !== '' ? choices[0] : undefined);
      if (open && choice) take(choice);
    }
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
  };
  return (
    <Box position="relative">
      <TextInput
        ref={input}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        {...(open && at >= 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
        placeholder={say.search}
        value={typed}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
          setTyped(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <VisuallyHidden role="status">{open ? saidOf(found, choices.length, typed) : ''}</VisuallyHidden>
      <Listbox id={list} role="listbox" aria-label={say.search} hidden={!open}>
        {choices.map((choice, rank) => (
          <Option
            key={choice.id}
            id={`${list}-${rank}`}
            role="option"
            aria-selected={rank === at}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              take(choice);
            }}
          >
            {choice.name}
            <Detail choice={choice} />
          </Option>
        ))}
        {noteOf(found, choices.length, typed) !== '' && (
          <Note role="presentation">{noteOf(found, choices.length, typed)}</Note>
        )}
      </Listbox>
    </Box>
  );
};

const offered = (found: Found, chosen: readonly string[]): readonly RelationChoice[] =>
  typeof found === 'string' ? [] : found.choices.filter(({ id }) => !chosen.includes(id));

/** Under the list: what it does not show. */
function noteOf(found: Found, count: number, typed: string): string {
  if (found === 'failed') return say.failed;
  if (found === 'searching') return say.loading;
  if (count === 0) return typed === '' ? say.empty : say.none(typed);
  return found.more ? say.more : '';
}

const saidOf = (found: Found, count: number, typed: string): string =>
  typeof found === 'string' || count === 0 ? noteOf(found, count, typed) : say.found(count);

const Listbox = styled.ul`
  position: absolute;
  z-index: 4;
  top: calc(100% + 0.2rem);
  left: 0;
  right: 0;
  max-height: 28rem;
  overflow: auto;
  padding: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
  &[hidden] {
    display: none;
  }
`;

const Option = styled.li`
  padding: 0.8rem;
  font-size: 1.4rem;
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;
  &:hover,
  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

const Note = styled.li`
  padding: 0.8rem;
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;
