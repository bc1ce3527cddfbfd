/**
 * From a layout to what Strapi's content manager stores, and how the two are kept together over time. Pure.
 *
 * Strapi keeps one configuration per type in the database, and editors may change it ("Configurer la vue"). So each leaf
 * of the shipped configuration is merged three ways: it is applied when the database still holds what was shipped last
 * time (or nothing was shipped yet), and left alone when an editor changed it.
 */
import type { FieldWords, Layout } from './layout.ts';

/** The part of Strapi's stored configuration that a layout decides. */
export interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

const ROW_WIDTH = 12;
const PAGE_SIZE = 50;

/** Attributes that Strapi adds to every type. */
const SYSTEM_FIELDS: Readonly<Record<string, FieldWords>> = {
  id: { label: 'Numéro' },
  documentId: { label: 'Identifiant' },
  createdAt: { label: 'Créée le' },
  updatedAt: { label: 'Modifiée le' },
  publishedAt: { label: 'Publiée le' },
  createdBy: { label: 'Créée par' },
  updatedBy: { label: 'Modifiée par' },
};

/**
 * The configuration that a layout asks for.
 * @param current what Strapi holds: tells which fields exist and which are relations (they have a `mainField`)
 */
export function shippedConfiguration(layout: Layout, current: Configuration): Configuration {
  const words = { ...SYSTEM_FIELDS, ...layout.fields };
  const metadatas: Configuration['metadatas'] = {};
  for (const [name, metadata] of Object.entries(current.metadatas)) {
    const field = words[name];
    if (!field) continue;
    const isRelation = 'mainField' in metadata.edit;
    metadatas[name] = {
      edit: {
        label: field.label,
        description: field.help ?? '',
        placeholder: field.placeholder ?? '',
        ...(field.readOnly ? { editable: false } : {}),
        ...(isRelation && name in layout.fields ? { mainField: field.mainField ?? 'name' } : {}),
      },
      list: { label: field.label },
    };
  }
  return {
    settings: {
      mainField: layout.mainField,
      ...(layout.sort ? { defaultSortBy: layout.sort[0], defaultSortOrder: layout.sort[1], pageSize: PAGE_SIZE } : {}),
    },
    metadatas,
    layouts: {
      list: [...(layout.columns ?? current.layouts.list)],
      edit: layout.rows.map((row) => row.map((name) => ({ name, size: ROW_WIDTH / row.length }))),
    },
  };
}

/**
 * Merges what ships now into what the database holds.
 * @param base what shipped the last time this was applied; null the first time: everything shipped is then applied
 */
export function mergeConfiguration(
  current: Configuration,
  shipped: Configuration,
  base: Configuration | null,
): Configuration {
  const metadatas: Configuration['metadatas'] = {};
  for (const [name, metadata] of Object.entries(current.metadatas)) {
    metadatas[name] = {
      edit: mergeLeaves(metadata.edit, shipped.metadatas[name]?.edit, base && base.metadatas[name]?.edit),
      list: mergeLeaves(metadata.list, shipped.metadatas[name]?.list, base && base.metadatas[name]?.list),
    };
  }
  const known = base && new Set(Object.keys(base.metadatas));
  return {
    settings: mergeLeaves(current.settings, shipped.settings, base && base.settings),
    metadatas,
    layouts: {
      list: keeps(withoutNew(current.layouts.list, known), base?.layouts.list)
        ? shipped.layouts.list
        : current.layouts.list,
      edit: keeps(withoutNewRows(current.layouts.edit, known), base?.layouts.edit)
        ? shipped.layouts.edit
        : current.layouts.edit,
    },
  };
}

/** Every shipped leaf that no editor touched; a field that did not ship before is new, so nobody can have chosen its words. */
function mergeLeaves(
  current: Record<string, unknown>,
  shipped: Record<string, unknown> = {},
  base: Record<string, unknown> | null = null,
): Record<string, unknown> {
  const applied = Object.entries(shipped).filter(([leaf]) => keeps(current[leaf], base?.[leaf]));
  return { ...current, ...Object.fromEntries(applied) };
}

/** Whether the database still holds what shipped. */
function keeps(current: unknown, base: unknown): boolean {
  return base === undefined || JSON.stringify(current) === JSON.stringify(base);
}

/** Strapi appends the fields of a new schema to both layouts by itself: that is not an editor's doing. */
function withoutNew(names: string[], known: Set<string> | null): string[] {
  return known ? names.filter((name) => known.has(name)) : names;
}

function withoutNewRows(
  rows: Configuration['layouts']['edit'],
  known: Set<string> | null,
): Configuration['layouts']['edit'] {
  if (!known) return rows;
  return rows.map((row) => row.filter(({ name }) => known.has(name))).filter((row) => row.length > 0);
}
