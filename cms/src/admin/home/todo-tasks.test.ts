import { describe, expect, it } from 'vitest';
import { lastFirstOfJuly, listQuery, tasks, unreachableTask } from './todo-tasks.ts';

describe('to-do tasks', () => {
  it('finds the last first of July', () => {
    expect(lastFirstOfJuly('2026-11-21')).toBe('2026-07-01');
    expect(lastFirstOfJuly('2026-07-01')).toBe('2026-07-01');
    expect(lastFirstOfJuly('2026-06-30')).toBe('2025-07-01');
  });

  it('writes filters as the content manager reads them', () => {
    expect(listQuery({ filters: [{ field: 'verifiedOn', operator: '$lt', value: '2026-07-01' }] }, 50)).toBe(
      'page=1&pageSize=50&filters[$and][0][verifiedOn][$lt]=2026-07-01',
    );
    expect(
      listQuery(
        {
          filters: [
            { field: 'timings][id', operator: '$null', value: 'true' },
            { field: 'state', operator: '$eq', value: 'prévu' },
          ],
        },
        1,
      ),
    ).toBe('page=1&pageSize=1&filters[$and][0][timings][id][$null]=true&filters[$and][1][state][$eq]=pr%C3%A9vu');
    expect(listQuery(unreachableTask(['a', 'b']), 50)).toContain(
      'filters[$and][0][documentId][$in][0]=a&filters[$and][0][documentId][$in][1]=b',
    );
  });

  it('agrees in gender and number', () => {
    const said = (key: string, count: number) =>
      tasks('2026-11-21')
        .find((task) => task.key === key)
        ?.sentence(count)
        .replace(/[\u00a0\u202f]/g, ' ');
    expect(said('draft api::association.association', 1)).toBe('1 association jamais publiée');
    expect(said('draft api::event.event', 12)).toBe('12 événements jamais publiés');
    expect(said('never verified', 1200)).toBe('1 200 associations jamais vérifiées');
    expect(said('undated events', 1)).toBe('1 événement prévu sans date');
    expect(said('verified too long ago', 2)).toBe('2 associations pas revues depuis le 1er juillet 2026');
  });

  it('has one key per task', () => {
    const keys = tasks('2026-11-21').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
