import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { PrintedTextInput } from './printed-text-input.tsx';

/** The kind of field that Strapi draws with our input; it lives in the admin only, the database knows a plain text. */
const PRINTED_TEXT = 'trame-printed-text';

/** A field of the edit view, as Strapi lays it out; only what is read here. */
interface LaidOutField {
  type: string;
  attribute: { pluginOptions?: { trame?: { printed?: boolean } } };
}

interface EditLayout<Field> {
  /** Panels of rows of fields. */
  layout: Field[][][];
}

/** Counts under every text whose schema says `pluginOptions.trame.printed`. Other fields are left as they are. */
export function markPrintedTexts<Field extends LaidOutField, Layout extends EditLayout<Field>>(edit: Layout): Layout {
  const mark = (field: Field): Field =>
    field.attribute.pluginOptions?.trame?.printed === true ? { ...field, type: PRINTED_TEXT } : field;
  return { ...edit, layout: edit.layout.map((panel) => panel.map((row) => row.map(mark))) };
}

/** Before the admin starts: the input. */
export function registerPrintedTexts(app: Pick<StrapiApp, 'addFields'>): void {
  app.addFields({ type: PRINTED_TEXT, Component: PrintedTextInput as ComponentType });
}

/** Once the content manager is there: where it stands. */
export function arrangePrintedTexts(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook(
    'Admin/CM/pages/EditView/mutate-edit-view-layout',
    ({ layout, ...rest }: { layout: EditLayout<LaidOutField> }) => ({ ...rest, layout: markPrintedTexts(layout) }),
  );
}
