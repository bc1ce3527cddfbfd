import { expect, it } from 'vitest';
import { saidContacts } from '../said-contacts.ts';
import { eventTexts, guideTexts, resourceTexts } from './written-texts.ts';

const NUMBER = '06 39 98 00 12';
const said = (texts: Parameters<typeof saidContacts>[0]) =>
  saidContacts(texts).map((one) => (one as { path?: string }).path);

it('finds a number in every text that is read, in the middle of a rich one too, and in none that never leaves the office', () => {
  const event = { summary: NUMBER, accessibility: { mobility: true, note: NUMBER }, internalNote: NUMBER };
  expect(said(eventTexts({ ...event, registration: [{ kind: 'téléphone', value: NUMBER }] }))).toEqual([
    'summary',
    'accessibility.note',
  ]);
  const body = [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Au 06 39 ' },
        { type: 'text', text: '98 00 12', bold: true },
      ],
    },
  ];
  expect(said(guideTexts({ title: 'Un guide', body, source: { label: NUMBER } }))).toEqual(['body', 'source.label']);
  expect(said(resourceTexts({ howToGet: NUMBER, price: null, internalNote: NUMBER }))).toEqual(['howToGet']);
});
