import type { Parsed } from '../../domain/parsed.ts';
import type { Fault, Rule, Values } from './rule.ts';
import { visit } from '../../domain/visit.ts';

/** Which fields of a type a parser reads; `when` looks at the object that holds the value. */
export interface FieldsToRead {
  readonly uid: string;
  readonly field: string;
  readonly when?: (holder: Values) => boolean;
}

/** Reads the fields in place: the clean value replaces what was typed, and what cannot be read is a fault. */
function readInPlace(
  uid: string,
  data: Values,
  fields: readonly FieldsToRead[],
  parse: (input: string) => Parsed<string>,
): Fault[] {
  const faults: Fault[] = [];
  for (const { field, when } of fields.filter((one) => one.uid === uid)) {
    for (const { value, holder, key, path } of visit(data, field)) {
      if (typeof value !== 'string' || value.trim() === '' || when?.(holder) === false) continue;
      const result = parse(value);
      if (result.ok) holder[key] = result.value;
      else faults.push({ path, message: result.message });
    }
  }
  return faults;
}

/**
 * The rule that these fields hold what `parse` can read, and hold it in its one stored form. It is also asked at publication,
 * on a copy: a record that was written around the document service gets its message then.
 */
export function wellFormed(fields: readonly FieldsToRead[], parse: (input: string) => Parsed<string>): Rule {
  return {
    appliesTo: [...new Set(fields.map(({ uid }) => uid))],
    onSave: ({ uid, data }) => readInPlace(uid, data, fields, parse),
    onPublish: ({ uid, record }) => readInPlace(uid, structuredClone(record), fields, parse),
  };
}
