import { describe, expect, it } from 'vitest';
import { mergeConfiguration, shippedConfiguration, type Configuration } from './configuration.ts';
import type { Layout } from './layout.ts';

const layout: Layout = {
  uid: 'api::thing.thing',
  mainField: 'name',
  sort: ['name', 'ASC'],
  columns: ['name', 'owner'],
  rows: [['name', 'owner'], ['note']],
  fields: {
    name: { label: 'Nom', help: 'Comme on dit ici.' },
    owner: { label: 'Propriétaire', mainField: 'title' },
    note: { label: 'Note' },
  },
};

const metadata = (label: string, more: Record<string, unknown> = {}) => ({
  edit: { label, description: '', placeholder: '', visible: true, editable: true, ...more },
  list: { label, searchable: true, sortable: true },
});

/** What Strapi makes by itself of a schema. */
const byStrapi: Configuration = {
  settings: {
    bulkable: true,
    pageSize: 10,
    mainField: 'documentId',
    defaultSortBy: 'documentId',
    defaultSortOrder: 'ASC',
  },
  metadatas: {
    name: metadata('name'),
    owner: metadata('owner', { mainField: 'id' }),
    note: metadata('note'),
    updatedAt: metadata('updatedAt'),
  },
  layouts: { list: ['id'], edit: [[{ name: 'name', size: 6 }]] },
};

const shipped = shippedConfiguration(layout, byStrapi);
const applied = mergeConfiguration(byStrapi, shipped, null);

describe('admin layout configuration', () => {
  it('applies words, order and columns the first time, and keeps what it does not decide', () => {
    expect(applied.metadatas.name?.edit).toEqual({
      label: 'Nom',
      description: 'Comme on dit ici.',
      placeholder: '',
      visible: true,
      editable: true,
    });
    expect(applied.metadatas.owner?.edit.mainField).toBe('title');
    expect(applied.metadatas.updatedAt?.list.label).toBe('Modifiée le');
    expect(applied.settings).toEqual({
      bulkable: true,
      pageSize: 50,
      mainField: 'name',
      defaultSortBy: 'name',
      defaultSortOrder: 'ASC',
    });
    expect(applied.layouts.list).toEqual(['name', 'owner']);
    expect(applied.layouts.edit).toEqual([
      [
        { name: 'name', size: 6 },
        { name: 'owner', size: 6 },
      ],
      [{ name: 'note', size: 12 }],
    ]);
  });

  it('changes nothing when the same is shipped again', () => {
    expect(mergeConfiguration(applied, shipped, shipped)).toEqual(applied);
  });

  it('leaves what an editor changed, and still updates the rest', () => {
    const edited = structuredClone(applied);
    edited.metadatas.name!.edit.label = 'Le nom';
    edited.layouts.list = ['name'];
    edited.settings.pageSize = 100;
    const newer: Layout = {
      ...layout,
      columns: ['owner', 'name'],
      rows: [['note'], ['name', 'owner']],
      fields: { ...layout.fields, name: { label: 'Dénomination' }, note: { label: 'Remarque' } },
    };
    const result = mergeConfiguration(edited, shippedConfiguration(newer, edited), shipped);
    expect(result.metadatas.name?.edit.label).toBe('Le nom');
    expect(result.metadatas.name?.edit.description).toBe('');
    expect(result.metadatas.note?.edit.label).toBe('Remarque');
    expect(result.layouts.list).toEqual(['name']);
    expect(result.settings.pageSize).toBe(100);
    expect(result.layouts.edit[0]).toEqual([{ name: 'note', size: 12 }]);
  });

  it('gives a new attribute its words and place, though Strapi already put it at the end', () => {
    const grown = structuredClone(applied);
    grown.metadatas.price = metadata('price');
    grown.layouts.edit.push([{ name: 'price', size: 6 }]);
    grown.layouts.list.push('price');
    const newer: Layout = {
      ...layout,
      rows: [['price'], ...layout.rows],
      fields: { ...layout.fields, price: { label: 'Tarif' } },
    };
    const result = mergeConfiguration(grown, shippedConfiguration(newer, grown), shipped);
    expect(result.metadatas.price?.edit.label).toBe('Tarif');
    expect(result.layouts.edit[0]).toEqual([{ name: 'price', size: 12 }]);
    expect(result.layouts.list).toEqual(['name', 'owner']);
  });
});
