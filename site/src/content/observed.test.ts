import { describe, expect, it } from 'vitest';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { derived } from './derived.ts';
import { indexContent, type Content } from './index-content.ts';
import { answer, observe } from './observed.ts';
import { noting, unnoted } from '../reads.ts';

const source = toSiteExport(demoContent({ today: '2026-09-01' }), { mediaUrl: () => '/uploads/x.jpg' });
const content = indexContent(source);
const observed = observe(() => content);

/** What was asked, and what the question is answered when it is put again. */
async function asked(read: (content: Content) => unknown) {
  const { result, notes } = await noting(async () => await Promise.resolve(read(observed)));
  return { result, questions: [...notes.questions] };
}

const association = content.associations.all[0]!;
const event = content.events.all[0]!;
const plan = content.actions[0]!;

describe('observe', () => {
  it.each<[string, (content: Content) => unknown]>([
    ['settings', ({ settings }) => settings],
    ['home', ({ home }) => home],
    ['legal', ({ legal }) => legal],
    ['tree of themes', ({ themeTree }) => themeTree],
    ['plans', ({ actionPlans }) => actionPlans],
    ['actions', ({ actions }) => actions],
    ['a field of the export', (one) => one.source.communes],
    ['a shelf', ({ associations }) => associations.all],
    ['a record', ({ associations }) => associations.byId(association.id)],
    ['a record by its slug', ({ associations }) => associations.bySlug(association.slug)],
    ['no record', ({ venues }) => venues.byId('nowhere')],
    ['a name', ({ nameOf }) => nameOf(association)],
    ['where an event is', ({ communeOfEvent }) => communeOfEvent(event)],
    ['an action', ({ action }) => action(plan.action.id)],
    ['a list by a key', ({ associationsOfTheme }) => associationsOfTheme(association.themes[0]!)],
    ['a number by a key', ({ countOfTheme }) => countOfTheme(association.themes[0]!)],
  ])('answers %s as the content does, and again when the question is put to it', async (_, read) => {
    const { result, questions } = await asked(read);
    expect(result).toEqual(read(content));
    expect(questions).toHaveLength(1);
    expect(answer(content, observed, questions[0]!)).toEqual(result);
  });

  it('asks for each record of a list, whatever list it is', async () => {
    const ids = content.associations.all.slice(0, 3).map(({ id }) => id);
    const { result, questions } = await asked(({ associations }) => associations.some([...ids, 'nobody']));
    expect(result).toEqual(content.associations.some(ids));
    expect(questions).toEqual([...ids, 'nobody'].map((id) => JSON.stringify(['associations.byId', id])));
  });

  it('shows nothing without asking: what is read of the observed content is noted', async () => {
    for (const name of Object.keys(content)) {
      const { questions } = await asked((one) => {
        const part = one[name as keyof Content] as unknown;
        if (name === 'source') return { ...(part as object) };
        if (typeof part === 'function')
          return (part as (asked: unknown) => unknown)(name === 'nameOf' ? association : event);
        return (part as { all?: unknown }).all;
      });
      expect(questions.length, name).toBeGreaterThan(0);
    }
  });

  it('is all of what stands behind it, and follows it to the next release', async () => {
    let behind = content;
    const following = observe(() => behind);
    const longest = derived('most actions of the test', ({ actions }: Pick<Content, 'actions'>) => actions.length);
    expect({ ...following.source }).toEqual(source);
    expect(longest(following)).toBe(content.actions.length);
    behind = indexContent({ ...source, actionPlans: [] });
    expect(following.actionPlans).toEqual([]);
    expect(longest(following)).toBe(0);
    const { questions } = await asked((one) => ({ ...one.source }));
    expect(questions).toContain('["source.fields"]');
    for (const question of questions) expect(() => answer(content, observed, question)).not.toThrow();
  });

  it('notes nothing outside a page, and what belongs to a page in that page alone', async () => {
    expect(unnoted(() => observed.settings)).toBe(content.settings);
    const [one, other] = await Promise.all([asked(({ home }) => home), asked(({ legal }) => legal)]);
    expect([one.questions, other.questions]).toEqual([['["home"]'], ['["legal"]']]);
  });

  it('does not answer what nobody could ask', () => {
    expect(() => answer(content, observed, '["passwords"]')).toThrow('passwords');
  });
});

describe('derived', () => {
  let times = 0;
  const longest = derived('longest name of the test', ({ associations }: Pick<Content, 'associations'>) => {
    times += 1;
    return associations.all.reduce((most, { name }) => Math.max(most, name.length), 0);
  });

  it('is computed once for a content, and is one question whatever it reads', async () => {
    const first = await asked(longest);
    const second = await asked(longest);
    expect(first).toEqual(second);
    expect(first.questions).toEqual(['["derived","longest name of the test"]']);
    expect(answer(content, observed, first.questions[0]!)).toBe(first.result);
    expect(times).toBe(1);
  });

  it('has one meaning for a name', () => {
    expect(() => derived('longest name of the test', () => 1)).toThrow('Two things');
    expect(() => answer(content, observed, '["derived","nothing"]')).toThrow('nothing');
  });
});
