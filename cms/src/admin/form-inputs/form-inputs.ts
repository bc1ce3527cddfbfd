/** Which input of ours stands in Strapi's own forms, and in which field. Pure. */

/** The kinds of fields that a schema asks for with `pluginOptions.trame.input`; they live in the admin only. */
export const MARKED = { phone: 'trame-phone', colour: 'trame-colour' } as const;

/** A field of the edit view, as Strapi lays it out; only what is read here. */
interface LaidOutField {
  type: string;
  attribute: { pluginOptions?: { trame?: { input?: string } } };
}

interface EditLayout<Field> {
  /** Panels of rows of fields. */
  layout: Field[][][];
  /** The components of the type, by their uid: rows of fields. */
  components: Record<string, { layout: Field[][] }>;
}

const isMarked = (input: string | undefined): input is keyof typeof MARKED =>
  input !== undefined && Object.hasOwn(MARKED, input);

/** Gives each marked field its input, in components too. Other fields are left as they are. */
export function markInputs<Field extends LaidOutField, Layout extends EditLayout<Field>>(edit: Layout): Layout {
  const mark = (field: Field): Field => {
    const input = field.attribute.pluginOptions?.trame?.input;
    return isMarked(input) ? { ...field, type: MARKED[input] } : field;
  };
  const rows = (layout: Field[][]) => layout.map((row) => row.map(mark));
  return {
    ...edit,
    layout: edit.layout.map(rows),
    components: Object.fromEntries(
      Object.entries(edit.components).map(([uid, component]) => [
        uid,
        { ...component, layout: rows(component.layout) },
      ]),
    ),
  };
}
