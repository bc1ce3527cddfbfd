/** The fields that forms are made of: each with its label, its help and its fault, tied together for who cannot see them. */
import { typography } from '@trame/cms/domain/french';
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { serviceWords } from './service-words.ts';

/** Faults by path (`contacts.0.phone`). */
export const Faults = createContext<ReadonlyMap<string, string>>(new Map());

/** The id of the control of a path. */
export const controlId = (path: string): string => `champ-${path.replaceAll('.', '-')}`;

interface Shared {
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** Optional fields say so; required ones are the rule that people expect. */
  readonly optional?: boolean;
}

/** What ties a control to its help and its fault. */
function useDescription(path: string, help: string | undefined, extra?: string) {
  const fault = useContext(Faults).get(path);
  const id = controlId(path);
  const described = [help && `${id}-aide`, extra, fault && `${id}-faute`].filter(Boolean).join(' ');
  return {
    id,
    fault,
    aria: { 'aria-invalid': fault ? true : undefined, 'aria-describedby': described || undefined },
  };
}

export function Fault({ path }: { path: string }) {
  const fault = useContext(Faults).get(path);
  return fault ? (
    <p class="field-fault" id={`${controlId(path)}-faute`}>
      {typography(fault)}
    </p>
  ) : null;
}

interface Framed extends Shared {
  readonly children: ComponentChildren;
}

function Frame({ path, label, help, optional, children }: Framed) {
  const id = controlId(path);
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <span class="field-optional">({serviceWords.optional})</span>}
      </label>
      {help && (
        <p class="field-help" id={`${id}-aide`}>
          {help}
        </p>
      )}
      <Fault path={path} />
      {children}
    </div>
  );
}

interface TextProps extends Shared {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly maxLength: number;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date';
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'url' | 'tel';
  readonly autocomplete?: string;
  readonly size?: 'short';
  /** When the field is left: what was typed can be shown as it was read. */
  readonly onLeave?: () => void;
}

export function TextField(props: TextProps) {
  const {
    path,
    help,
    value,
    onValue,
    maxLength,
    type = 'text',
    inputMode,
    autocomplete = 'off',
    size,
    onLeave,
  } = props;
  const { id, aria } = useDescription(path, help);
  return (
    <Frame {...props}>
      <input
        id={id}
        class={size === 'short' ? 'input input--short' : 'input'}
        // An address is checked by the domain's rules, whose sentences help; a browser's would come first.
        type={type === 'url' ? 'text' : type}
        inputMode={type === 'url' ? 'url' : inputMode}
        value={value}
        maxLength={type === 'date' ? undefined : maxLength}
        autocomplete={autocomplete}
        spellcheck={type === 'text'}
        onInput={(event) => onValue(event.currentTarget.value)}
        onBlur={onLeave}
        {...aria}
      />
    </Frame>
  );
}

interface AreaProps extends Shared {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly maxLength: number;
  readonly rows?: number;
  /** A line under the field, such as a count. */
  readonly below?: { readonly text: string; readonly alert: boolean };
}

export function TextArea(props: AreaProps) {
  const { path, help, value, onValue, maxLength, rows = 4, below } = props;
  const { id, aria } = useDescription(path, help, below && `${controlId(path)}-compte`);
  return (
    <Frame {...props}>
      <textarea
        id={id}
        class="input"
        rows={rows}
        maxLength={maxLength}
        onInput={(event) => onValue(event.currentTarget.value)}
        value={value}
        {...aria}
      />
      {below && (
        <p class={below.alert ? 'field-count field-count--over' : 'field-count'} id={`${id}-compte`}>
          {below.text}
        </p>
      )}
    </Frame>
  );
}

interface NumberProps extends Shared {
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
  readonly max: number;
}

/** Whole numbers typed in digits: a spinner that a thumb turns by accident has lost more data than it ever saved. */
export function NumberField(props: NumberProps) {
  const { path, help, value, onValue, max } = props;
  const { id, aria } = useDescription(path, help);
  return (
    <Frame {...props}>
      <input
        id={id}
        class="input input--short"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={value === null ? '' : String(value)}
        onInput={(event) => {
          const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, String(max).length);
          const number = digits === '' ? null : Math.min(Number(digits), max);
          event.currentTarget.value = number === null ? '' : String(number);
          onValue(number);
        }}
        {...aria}
      />
    </Frame>
  );
}

interface SelectProps extends Shared {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function SelectField(props: SelectProps) {
  const { path, help, value, onValue, options } = props;
  const { id, aria } = useDescription(path, help);
  return (
    <Frame {...props}>
      <select id={id} class="input" value={value} onChange={(event) => onValue(event.currentTarget.value)} {...aria}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface CheckProps {
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** A box with its label: the whole line is the target. */
export function CheckField({ path, label, help, checked, onChecked, disabled }: CheckProps) {
  const { id, aria } = useDescription(path, help);
  return (
    <div class="check">
      <label class="check-line" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChecked(event.currentTarget.checked)}
          {...aria}
        />
        <span>{label}</span>
      </label>
      {help && (
        <p class="field-help check-help" id={`${id}-aide`}>
          {help}
        </p>
      )}
    </div>
  );
}

interface GroupProps {
  readonly path: string;
  readonly legend: string;
  readonly help?: string | undefined;
  readonly children: ComponentChildren;
}

/** Fields that answer one question. It takes the focus when a fault is about the whole of it. */
export function Group({ path, legend, help, children }: GroupProps) {
  const { id, fault } = useDescription(path, help);
  const described = [help && `${id}-aide`, fault && `${id}-faute`].filter(Boolean).join(' ');
  return (
    <fieldset class="group" id={id} tabIndex={-1} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {help && (
        <p class="field-help" id={`${id}-aide`}>
          {help}
        </p>
      )}
      <Fault path={path} />
      {children}
    </fieldset>
  );
}

interface ChoicesProps {
  readonly path: string;
  readonly legend: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
}

/** Several of a list. */
export function ChoicesField({ path, legend, choices, chosen, onChosen }: ChoicesProps) {
  return (
    <Group path={path} legend={legend}>
      <div class="choices">
        {choices.map(({ id, name }) => (
          <CheckField
            key={id}
            path={`${path}.${id}`}
            label={name}
            checked={chosen.includes(id)}
            onChecked={(checked) => onChosen(checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
      </div>
    </Group>
  );
}
