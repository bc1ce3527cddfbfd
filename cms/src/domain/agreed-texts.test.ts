import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withoutWithheldTexts } from './agreed-texts.ts';
import { Event } from './contract/site/event.ts';
import { RichText } from './contract/site/rich-text.ts';
import { Line, Slug, Text, WebAddress } from './primitives.ts';
import { indexWithheld } from './withheld-index.ts';

const index = indexWithheld('web', [
  { owner: 'a', phone: '+33639980012', email: null, shown: false },
  { owner: 'b', phone: '+33261910001', email: 'anne@example.org', shown: false },
]);
const clear = <Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>) =>
  withoutWithheldTexts(schema, value, (text) => index.find(text));

const Page = z.strictObject({
  slug: Slug,
  title: Line,
  note: Text.nullable(),
  link: WebAddress.nullable(),
  networks: z.array(z.strictObject({ name: Line, url: WebAddress })),
});
const page: z.output<typeof Page> = { slug: 'page', title: 'Page', note: null, link: null, networks: [] };

describe('a document without what its channel may not show', () => {
  it('is itself when it says nothing of the kind', () => {
    const value = { ...page, note: 'Appelez le 05 36 49 00 00.' };
    expect(clear(Page, value)).toEqual({ value, taken: [] });
    expect(clear(Page, value)?.value).toBe(value);
  });

  it('says in a sentence that something was taken out, and where it stood', () => {
    const cleared = clear(Page, { ...page, title: 'Tél. 06.39.98.00.12', note: 'Écrire à anne@example.org, merci.' });
    expect(cleared?.value).toMatchObject({
      title: 'Tél. (coordonnées retirées)',
      note: 'Écrire à (coordonnées retirées), merci.',
    });
    expect(cleared?.taken.map(({ path, withheld }) => [path, withheld.map(({ value }) => value)])).toEqual([
      [['title'], ['+33639980012']],
      [['note'], ['anne@example.org']],
    ]);
  });

  it('lacks a text that was nothing else, and a link, where they may be absent', () => {
    expect(
      clear(Page, { ...page, title: '0639980012', note: '06 39 98 00 12', link: 'https://wa.me/33639980012' })?.value,
    ).toMatchObject({ title: '(coordonnées retirées)', note: null, link: null });
  });

  it('lacks the entry of a list that is nothing without it, and only that one', () => {
    const networks = [
      'https://a.example',
      'https://wa.me/33639980012',
      'https://b.example',
      'https://wa.me/33261910001',
    ];
    expect(clear(Page, { ...page, networks: networks.map((url) => ({ name: 'N', url })) })?.value.networks).toEqual([
      { name: 'N', url: 'https://a.example' },
      { name: 'N', url: 'https://b.example' },
    ]);
  });

  it('is none when its own address says it', () => {
    expect(clear(Page, { ...page, slug: 'tel-0639980012' })).toBeNull();
  });

  it('lacks a way to register that is the number, and keeps the others', () => {
    const registration = z.object({ registration: Event.shape.registration });
    expect(
      clear(registration, {
        registration: [
          { kind: 'téléphone', value: '+33639980012' },
          { kind: 'courriel', value: 'club@example.org' },
        ],
      })?.value.registration,
    ).toEqual([{ kind: 'courriel', value: 'club@example.org' }]);
  });

  it('has it in no paragraph, however its digits are parted by bold words and links', () => {
    const cleared = clear(RichText, [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Au 06 39 ' },
          { type: 'text', text: '98 00', bold: true },
          { type: 'link', url: 'https://example.org', children: [{ type: 'text', text: ' 12 le soir' }] },
        ],
      },
      {
        type: 'paragraph',
        children: [{ type: 'link', url: 'tel:0639980012', children: [{ type: 'text', text: 'Appeler' }] }],
      },
    ]);
    expect(JSON.stringify(cleared?.value)).not.toMatch(/98|0639980012/);
    expect(JSON.stringify(cleared?.value)).toContain('Au (coordonnées retirées) le soir');
    expect(cleared?.value).toHaveLength(2);
  });
});
