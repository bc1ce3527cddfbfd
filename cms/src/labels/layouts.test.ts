import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { componentLayouts, contentTypeLayouts } from './layouts.ts';

interface Attribute {
  type: string;
  required?: boolean;
  target?: string;
  component?: string;
}

const source = join(import.meta.dirname, '..');
const read = (path: string) =>
  (JSON.parse(readFileSync(path, 'utf8')) as { attributes: Record<string, Attribute> }).attributes;

const schemas = new Map<string, Record<string, Attribute>>();
for (const name of readdirSync(join(source, 'api'))) {
  const folder = join(source, 'api', name, 'content-types');
  try {
    for (const type of readdirSync(folder))
      schemas.set(`api::${name}.${type}`, read(join(folder, type, 'schema.json')));
  } catch {
    continue; // an API of routes only
  }
}
// A note about the folder stands beside the categories.
const categories = readdirSync(join(source, 'components')).filter((name) => !name.includes('.'));
for (const category of categories) {
  for (const file of readdirSync(join(source, 'components', category))) {
    schemas.set(`${category}.${file.replace('.json', '')}`, read(join(source, 'components', category, file)));
  }
}

const layouts = [...contentTypeLayouts, ...componentLayouts];
/** Relations that are edited from the other side; in a form they would only invite to link by mistake. */
const isInverse = (attribute: Attribute & { mappedBy?: string }) => attribute.mappedBy !== undefined;
/** These take the whole row in Strapi's form, whatever is asked. */
const FULL_WIDTH = ['component', 'dynamiczone', 'blocks', 'richtext', 'json'];

describe('admin layouts', () => {
  it('cover every type and component, once', () => {
    expect(layouts.map(({ uid }) => uid).sort()).toEqual([...schemas.keys()].sort());
  });

  describe.each(layouts.map((layout) => [layout.uid, layout] as const))('%s', (uid, layout) => {
    const attributes = schemas.get(uid) ?? {};
    const shown = layout.rows.flat();

    it('names every attribute of the schema, and nothing else', () => {
      expect(Object.keys(layout.fields).sort()).toEqual(Object.keys(attributes).sort());
    });

    it('shows each field once, and every field that an editor must be able to fill', () => {
      expect(new Set(shown).size).toBe(shown.length);
      const fillable = Object.entries(attributes).filter(([, attribute]) => !isInverse(attribute));
      expect(fillable.map(([name]) => name).filter((name) => !shown.includes(name))).toEqual([]);
    });

    it('has rows that Strapi can draw: known fields, a divisor of twelve, wide fields alone', () => {
      for (const row of layout.rows) {
        expect(12 % row.length).toBe(0);
        for (const name of row) {
          expect(attributes).toHaveProperty(name);
          if (FULL_WIDTH.includes(attributes[name]!.type)) expect(row).toHaveLength(1);
        }
      }
    });

    it('gives no help to a component, whose help Strapi never draws: it belongs to a field inside', () => {
      const components = Object.keys(attributes).filter((name) => attributes[name]?.type === 'component');
      expect(components.filter((name) => layout.fields[name]?.help)).toEqual([]);
    });

    it('names records, sorts and lists by fields that exist', () => {
      expect(attributes).toHaveProperty(layout.mainField);
      for (const column of [...(layout.columns ?? []), ...(layout.sort ? [layout.sort[0]] : [])]) {
        expect(['updatedAt', ...Object.keys(attributes)]).toContain(column);
      }
    });

    it('names related records by a field of their own type', () => {
      for (const [name, attribute] of Object.entries(attributes)) {
        if (attribute.target)
          expect(schemas.get(attribute.target)).toHaveProperty(layout.fields[name]?.mainField ?? 'name');
      }
    });
  });

  it('are written in correct typography', () => {
    const words = layouts.flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ label, help, placeholder }) => [label, help, placeholder]),
    );
    for (const text of words.filter((word) => word !== undefined)) {
      expect(text).not.toMatch(/'|\.\.\./);
      expect(text).not.toMatch(/[^\u00a0\u202f] ?[;!?»]|[^\u00a0\u202f/s] ?:(?!\/\/|\d)|«(?!\u00a0)/);
    }
  });
});
