import { expect, it } from 'vitest';
import { escapeHtml } from './html.ts';

it('lets no text become a tag or leave an attribute', () => {
  expect(escapeHtml(`<b title="a" x='b'>&`)).toBe('&lt;b title=&quot;a&quot; x=&#39;b&#39;&gt;&amp;');
});
