/** What the fields of a record's form are given: their words, their value, and how it is changed. */
import { typography } from '../../../domain/french.ts';
import { LINE, type RecordFields } from '../../../domain/records/record-fields.ts';

/** The form as a page holds it; only what is read here of what a section gets. */
interface Held<Form> {
  readonly value: Form;
  readonly onValue: (next: Form | ((before: Form) => Form)) => void;
}

type KeyOf<Form, Value> = { [Key in keyof Form]: Form[Key] extends Value ? Key : never }[keyof Form] & string;

/** The controls of a form, by the name of their attribute. @param words what each is called, and how much it holds */
export function ofRecord<Form extends object>(words: RecordFields, { value, onValue }: Held<Form>) {
  const asked = (name: string) => {
    const { label, help, placeholder } = words[name] ?? { label: name };
    const hint = help ?? (placeholder === undefined ? undefined : `Par exemple : ${placeholder}`);
    return { path: name, label: typography(label), ...(hint === undefined ? {} : { hint: typography(hint) }) };
  };
  const change = (part: Partial<Form>) => onValue((before) => ({ ...before, ...part }));
  const held = <Key extends keyof Form & string>(name: Key) => ({
    ...asked(name),
    value: value[name],
    onValue: (next: Form[Key]) => change({ [name]: next } as unknown as Partial<Form>),
  });
  return {
    asked,
    change,
    /** A line, or a text of several. */
    text: (name: KeyOf<Form, string>) => ({
      ...asked(name),
      maxLength: words[name]?.limit ?? LINE,
      value: value[name] as string,
      onValue: (next: string) => change({ [name]: next } as unknown as Partial<Form>),
    }),
    longText: (name: KeyOf<Form, string>, most: number) => ({
      ...asked(name),
      maxLength: words[name]?.limit ?? most,
      value: value[name] as string,
      onValue: (next: string) => change({ [name]: next } as unknown as Partial<Form>),
    }),
    held,
    /** A box. */
    tick: (name: KeyOf<Form, boolean>) => ({
      label: asked(name).label,
      checked: value[name] as boolean,
      onValue: (next: boolean) => change({ [name]: next } as unknown as Partial<Form>),
    }),
    /** Files take their time: what they are added to is what the form holds by then. */
    files: (name: KeyOf<Form, readonly number[]>) => ({
      ...asked(name),
      value: value[name] as readonly number[],
      onValue: (next: (before: readonly number[]) => number[]) =>
        onValue((before) => ({ ...before, [name]: next(before[name] as readonly number[]) })),
    }),
  };
}
