import formats from 'ajv-formats';

/** A CommonJS module: what its default is depends on who loads it, and it is the same function in either case. */
const addFormats = formats as unknown as (ajv: object) => unknown;

/** The validator, which then also holds `date`, `uri`, `uuid`… to what they are. */
export function withFormats<Validator extends object>(ajv: Validator): Validator {
  addFormats(ajv);
  return ajv;
}
