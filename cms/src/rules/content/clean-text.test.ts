import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

const strapi = { getModel: () => ({ attributes: { title: { type: 'string' }, body: { type: 'blocks' } } }) };
const saved = (data: Record<string, unknown>) => {
  void cleanText.onSave?.({ strapi, uid: 'api::guide.guide', data } as never);
  return data;
};
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

test('a page that comes as a text is its paragraphs', () => {
  expect(saved({ title: ' Un guide ', body: 'Bonjour, L\u0092Amicale.\n\n  Deux. ' })).toEqual({
    title: 'Un guide',
    body: [paragraph('Bonjour, L’Amicale.'), paragraph('Deux.')],
  });
  expect(saved({ body: '  ' })).toEqual({ body: null });
  expect(saved({ body: [paragraph('Un ')] })).toEqual({ body: [paragraph('Un ')] });
});
