import { expect, test } from 'vitest';
import { lossesOf } from './losses.ts';

const column = (name: string, type: string) => ({ name, type });
const NOTHING = { added: [], updated: [], unchanged: [], removed: [] };
const DATABASE = {
  tables: [
    {
      name: 'clubs',
      columns: [column('name', 'string'), column('note', 'text'), column('at', 'datetime'), column('id', 'integer')],
      indexes: [],
      foreignKeys: [],
    },
  ],
};
/** As PostgreSQL keeps them. */
const storedType = (type: string) => (type === 'timestamp' ? 'datetime' : type);

const losses = (columns: object, removed: string[] = []) =>
  lossesOf(
    {
      diff: {
        tables: {
          ...NOTHING,
          removed: removed.map((name) => ({ name, columns: [], indexes: [], foreignKeys: [] })),
          updated: [{ name: 'clubs', columns: { ...NOTHING, ...columns }, indexes: NOTHING, foreignKeys: NOTHING }],
        },
      },
    },
    DATABASE,
    storedType,
  );
const changed = (name: string, type: string) => ({ name, object: column(name, type) });

test('names every table and column that would go, and every conversion that may cut values short', () => {
  expect(
    losses({ removed: [column('name', 'string')], updated: [changed('note', 'string'), changed('at', 'date')] }, [
      'old',
    ]),
  ).toEqual(['old', 'clubs.name', 'clubs.note (text → string)', 'clubs.at (datetime → date)']);
});

test('lets pass what keeps every value: something new, another default, the same type by another name, a wider one', () => {
  const updated = [
    changed('name', 'text'),
    changed('at', 'timestamp'),
    changed('id', 'increments'),
    changed('note', 'text'),
  ];
  expect(losses({ added: [column('newer', 'string')], updated })).toEqual([]);
});
