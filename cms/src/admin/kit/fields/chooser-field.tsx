import { Box, Flex, IconButton, TextInput, Typography, VisuallyHidden } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useEffect, useId, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { RelationChoice, RelationChoices } from '../../../domain/contract/desk/relation-choices.ts';
import { useUnread } from '../faults/form-context.ts';
import { fieldWords } from './field-words.ts';
import { Framed, type FieldProps } from './framed.tsx';

const say = fieldWords.relation;

/** What corresponds to what is typed. */
export type Found = RelationChoices | 'searching' | 'failed';

interface ChooserProps extends FieldProps {
  /** Ids, in their order. */
  value: readonly string[];
  /** The most that may be chosen: 1 for a relation to one record. */
  most?: number;
  /** How a chosen one is called; null for one that is gone, undefined until it is known. */
  nameOf: (id: string) => RelationChoice | null | undefined;
  /** A hook: what may be chosen of what is typed. @param open nothing need be asked while the list is closed */
  useFound: (typed: string, open: boolean) => Found;
  /** What is chosen stands under something, such as a theme under its chapter: the list shows it so. */
  grouped?: boolean;
  /** A choice, before it is among the chosen ones. */
  onChoice?: (choice: RelationChoice) => void;
  onValue: (ids: string[]) => void;
}

/**
 * Chosen by some letters of a name, accents or not. Each says what tells it from another of the same name. Arrows walk the list,
 * Enter takes the first or the one that is walked to, Escape closes it (ARIA, Combobox). A text that was typed and chooses nothing is a
 * fault of the field: it would be lost.
 */
export const ChooserField = ({
  value,
  most = Infinity,
  nameOf,
  useFound,
  grouped = false,
  onChoice,
  onValue,
  ...field
}: ChooserProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [left, setLeft] = useState('');
  const unread = left === '' ? undefined : say.unread(left);
  useUnread(field.path, unread);
  return (
    <Framed {...field} error={unread ?? field.error}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {value.length > 0 && (
          <Box tag="ul" aria-label={field.label}>
            {value.map((id) => (
              <Chosen
                key={id}
                choice={nameOf(id)}
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
            useFound={useFound}
            chosen={value}
            grouped={grouped}
            onLeft={setLeft}
            onChoice={(choice) => {
              onChoice?.(choice);
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
  useFound: ChooserProps['useFound'];
  chosen: readonly string[];
  grouped: boolean;
  /** @param text what stands in the field when it is left, and chooses nothing; empty when nothing does */
  onLeft: (text: string) => void;
  onChoice: (choice: RelationChoice) => void;
}

const Search = ({ input, useFound, chosen, grouped, onLeft, onChoice }: SearchProps) => {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  /** Enter was typed before what corresponds had come. */
  const wanted = useRef(false);
  const list = useId();
  const found = useFound(typed, open);
  const choices = offered(found, chosen);
  const close = () => {
    setOpen(false);
    setAt(-1);
    wanted.current = false;
  };
  const take = (choice: RelationChoice) => {
    onChoice(choice);
    setTyped('');
    onLeft('');
    close();
  };
  const first = found === 'searching' ? null : (choices[0] ?? undefined);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!wanted.current || first === null) return;
    wanted.current = false;
    if (first !== undefined) latest.current(first);
  }, [first]);

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
      if (at >= 0 && choices[at]) take(choices[at]);
      else if (typed.trim() !== '') {
        setOpen(true);
        // What has not come yet is taken when it comes.
        if (first === null) wanted.current = true;
        else if (first !== undefined) take(first);
      }
    }
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
  };
  const isTree = grouped && typed === '';
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
          wanted.current = false;
          onLeft('');
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          onLeft(typed.trim());
        }}
      />
      <VisuallyHidden role="status">{open ? saidOf(found, choices.length, typed) : ''}</VisuallyHidden>
      <Listbox id={list} role="listbox" aria-label={say.search} hidden={!open}>
        {choices.map((choice, rank) => (
          <Option
            key={choice.id}
            id={`${list}-${rank}`}
            role="option"
            aria-selected={rank === at}
            $inside={isTree && choice.detail !== ''}
            $leads={isTree && choice.detail === ''}
            ref={rank === at ? scrolledTo : undefined}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              take(choice);
            }}
          >
            {choice.name}
            {isTree && choice.detail !== '' ? (
              <VisuallyHidden>{` · ${choice.detail}`}</VisuallyHidden>
            ) : (
              <Detail choice={choice} />
            )}
          </Option>
        ))}
        {noteOf(found, choices.length, typed) !== '' && (
          <Note role="presentation">{noteOf(found, choices.length, typed)}</Note>
        )}
      </Listbox>
    </Box>
  );
};

/** The option that is walked to, in a list that is longer than its box. */
const scrolledTo = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

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

const Option = styled.li<{ $inside: boolean; $leads: boolean }>`
  padding: 0.8rem;
  padding-inline-start: ${({ $inside }) => ($inside ? '2.4rem' : '0.8rem')};
  font-size: 1.4rem;
  font-weight: ${({ $leads }) => ($leads ? 600 : 400)};
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
