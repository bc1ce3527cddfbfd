import { describe, expect, it } from 'vitest';
import { RichText } from '../../../domain/contract/site/rich-text.ts';
import { imageHashes, toRichText } from './rich-text.ts';

const files = new Map([
  [
    'photo_1',
    {
      hash: 'photo_1',
      url: '/uploads/photo_1.jpg',
      mime: 'image/jpeg',
      width: 8,
      height: 6,
      alternativeText: 'Une fête',
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
  ],
]);
const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks });
const image = (hash: string) => ({ type: 'image', image: { hash, alternativeText: 'ancien' }, children: [text('')] });

describe('toRichText', () => {
  it('keeps what the contract names, and only that', () => {
    const blocks = toRichText(
      [
        { type: 'heading', level: 1, children: [text('Un')] },
        { type: 'heading', level: 6, children: [text('Six')] },
        { type: 'paragraph', extra: 'x', children: [text('gras', { bold: true, colour: 'red', italic: false })] },
        {
          type: 'list',
          format: 'ordered',
          children: [
            { type: 'list-item', children: [text('a')] },
            {
              type: 'list',
              format: 'unordered',
              indentLevel: 1,
              children: [{ type: 'list-item', children: [text('b')] }],
            },
          ],
        },
        { type: 'quote', children: [text('dit')] },
        { type: 'code', language: 'js', children: [text('1+1')] },
        { type: 'iframe', src: 'https://evil.example' },
      ],
      files,
    );
    expect(blocks).toEqual([
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Un' }] },
      { type: 'heading', level: 4, children: [{ type: 'text', text: 'Six' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'gras', bold: true }] },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [{ type: 'text', text: 'a' }] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [{ type: 'text', text: 'b' }] }],
          },
        ],
      },
      { type: 'quote', children: [{ type: 'text', text: 'dit' }] },
      { type: 'code', children: [{ type: 'text', text: '1+1' }] },
    ]);
    expect(RichText.safeParse(blocks).success).toBe(true);
  });

  it('turns a link that is not safe into its text', () => {
    const link = (url: string) => [{ type: 'paragraph', children: [{ type: 'link', url, children: [text('ici')] }] }];
    expect(toRichText(link('https://example.org'), files)[0]).toMatchObject({ children: [{ type: 'link' }] });
    for (const url of ['javascript:alert(1)', '//evil.example', 'data:text/html,x']) {
      expect(toRichText(link(url), files)).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: 'ici' }] }]);
    }
  });

  it('describes images as the library does now, and drops those that are gone', () => {
    expect(toRichText([image('photo_1'), image('gone')], files)).toEqual([
      { type: 'image', image: expect.objectContaining({ alt: 'Une fête', width: 8 }) },
    ]);
    expect(imageHashes([image('photo_1'), { type: 'paragraph', children: [] }])).toEqual(['photo_1']);
  });

  it('drops empty paragraphs and survives anything', () => {
    expect(toRichText([{ type: 'paragraph', children: [text(' ')] }, null, 3, 'x', {}], files)).toEqual([]);
    expect(toRichText(null, files)).toEqual([]);
    expect(imageHashes('x')).toEqual([]);
  });
});
