import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { markPrintedTexts } from './printed-texts.ts';

vi.mock('./printed-text-input.tsx', () => ({ PrintedTextInput: () => null })); // Strapi's admin wants a browser

interface Attribute {
  type: string;
  pluginOptions?: { trame?: { printed?: boolean } };
}

const { attributes } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../api/association/content-types/association/schema.json'), 'utf8'),
) as { attributes: Record<string, Attribute> };

describe('printed texts', () => {
  it('counts under the summary of an association, and under nothing else of it', () => {
    const fields = Object.entries(attributes).map(([name, attribute]) => ({ name, type: attribute.type, attribute }));
    const edit = { layout: [[fields]], settings: { displayName: 'Association' } };
    const marked = markPrintedTexts(edit);
    const changed = marked.layout.flat(2).filter(({ type, name }) => type !== attributes[name]?.type);
    expect(changed.map(({ name }) => name)).toEqual(['summary']);
    expect(marked.settings).toBe(edit.settings);
    expect(edit.layout.flat(2).find(({ name }) => name === 'summary')?.type).toBe('text'); // Strapi keeps its own
  });
});
