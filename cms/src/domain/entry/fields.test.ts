import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EntryForm } from './entry-form.ts';
import { fieldAt, fieldList, fields, type Field } from './fields.ts';

const source = join(import.meta.dirname, '../..');

interface Attribute {
  readonly type: string;
  readonly component?: string;
  readonly repeatable?: boolean;
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly default?: unknown;
}
type Attributes = Readonly<Record<string, Attribute>>;

const attributesOf = (path: string) =>
  (JSON.parse(readFileSync(join(source, path), 'utf8')) as { attributes: Attributes }).attributes;
const componentOf = (name: string): Attributes => attributesOf(`components/${name.replace('.', '/')}.json`);

/** Every attribute of the schema under `prefix`, components whole and pictures with the texts of a file. */
function attributesUnder(attributes: Attributes, prefix = ''): [path: string, attribute: Attribute][] {
  return Object.entries(attributes).flatMap(([name, attribute]): [string, Attribute][] => {
    const path = `${prefix}${name}`;
    const inside = `${path}.${attribute.repeatable || attribute.multiple ? '*.' : ''}`;
    if (attribute.component) {
      return [[path, attribute], ...attributesUnder(componentOf(attribute.component), inside)];
    }
    if (attribute.type !== 'media') return [[path, attribute]];
    return [[path, attribute], ...['alt', 'caption'].map((text): [string, Attribute] => [inside + text, TEXT])];
  });
}
const TEXT: Attribute = { type: 'string' };

/** What the catalogue does not know of a schema. A relation that is filled from its other side is that side's field. */
const unknownOf = (attributes: Attributes): string[] =>
  attributesUnder(attributes)
    .filter(([, attribute]) => !('mappedBy' in attribute))
    .map(([path]) => path)
    .filter((path) => !(path in fields));

const association = attributesOf('api/association/content-types/association/schema.json');

describe('the catalogue', () => {
  it('knows every attribute of an association and of its components, and no other', () => {
    expect(unknownOf(association)).toEqual([]);
    const known = new Set(attributesUnder(association).map(([path]) => path));
    expect(fieldList.map(([path]) => path).filter((path) => !known.has(path))).toEqual([]);
  });

  it('refuses a text that was added to the schema alone, or to a component of it', () => {
    expect(unknownOf({ ...association, meetingPoint: TEXT })).toEqual(['meetingPoint']);
    expect(
      unknownOf({ ...association, venues: { type: 'component', component: 'activity.slot', repeatable: true } }),
    ).toEqual(['venues', 'venues.*.day', 'venues.*.begin', 'venues.*.end', 'venues.*.note']);
  });

  it('takes as text what the schema stores as text', () => {
    const asText = new Set(['line', 'text', 'url', 'identifier', 'phone', 'email', 'choice']);
    for (const [path, { type }] of attributesUnder(association)) {
      if (!['string', 'text', 'richtext', 'uid', 'customField'].includes(type)) continue;
      expect(asText, path).toContain(fieldAt(path).kind);
    }
  });

  it('has limits that the database holds, and needs what the schema needs', () => {
    for (const [path, attribute] of attributesUnder(association)) {
      if ('mappedBy' in attribute) continue;
      const { limit, printed, required } = fieldAt(path);
      const room = attribute.maxLength ?? (attribute.type === 'string' ? 255 : Infinity);
      if (fieldAt(path).kind !== 'identifier' && limit !== undefined && !attribute.component)
        expect(printed ?? limit, path).toBeLessThanOrEqual(room);
      if (attribute.required && attribute.default === undefined && attribute.type !== 'boolean')
        expect(required, path).toBe(true);
    }
  });

  it('gives an association exactly the fields of its form', () => {
    const own = fieldList.filter(([, { filledBy }]) => filledBy === 'association').map(([path]) => path as string);
    expect(formPaths(EntryForm).sort()).toEqual(own.sort());
  });

  it('has one name for a field, in correct typography', () => {
    const sentences = fieldList.flatMap(([, field]: readonly [string, Field]) => [
      field.label,
      field.question,
      field.help,
      field.admin?.label,
      field.admin?.help,
      field.admin?.example,
    ]);
    for (const text of sentences.filter((one) => one !== undefined)) {
      expect(text).not.toMatch(/'|\.\.\./);
      expect(text).not.toMatch(/[^\u00a0\u202f] ?[;!?»]|[^\u00a0\u202f/s] ?:(?!\/\/|\d)|«(?!\u00a0)/);
    }
  });
});

it('lists every component of the schema that an entry is made of', () => {
  // A component that no association uses is none of the catalogue's business; one that it uses is in the folder.
  const used = Object.values(association).flatMap(({ component = '' }) => (component ? [component] : []));
  for (const name of used) {
    const [category = '', file = ''] = name.split('.');
    expect(readdirSync(join(source, 'components', category))).toContain(`${file}.json`);
  }
});

/** The paths of a form, from its zod schema. */
function formPaths(schema: unknown, prefix = ''): string[] {
  const { def } = schema as {
    def: { type: string; shape?: object; element?: unknown; innerType?: unknown; options?: unknown[] };
  };
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, inner]) => {
        const path = prefix === '' ? name : `${prefix}.${name}`;
        return [path, ...formPaths(inner, path)];
      });
    case 'array':
      return formPaths(def.element, `${prefix}.*`);
    case 'nullable':
      return formPaths(def.innerType, prefix);
    case 'union':
      // A logo's choice and its upload are how the form says it, not what the entry says.
      return [...new Set((def.options ?? []).flatMap((option) => formPaths(option, prefix)))].filter(
        (path) => !/\.(?:choice|upload)$/.test(path),
      );
    default:
      return [];
  }
}

describe('its words, which the site’s forms carry to the browser', () => {
  const holdsContact = (words: string): boolean => /(?:\d[\s.\u00a0]?){10}|[\w.]+@[\w.]+/.test(words);

  it('hold no number and no address: the privacy gate would refuse every release', () => {
    const words = fieldList
      .filter(([path]) => path.startsWith('contacts.'))
      .map(([, { label, help, question, admin }]) => JSON.stringify([label, help, question, admin]));
    expect(words.filter(holdsContact)).toEqual([]);
    expect(['Par exemple 05 36 49 00 00', 'contact@example.org'].filter(holdsContact)).toHaveLength(2);
  });
});
