import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLd } from './json-ld.ts';

describe('jsonLd', () => {
  it('never lets a name close the script, and reads back the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constant('</script><script>alert(1)</script>'), fc.constant('<!--')),
        (name) => {
          const text = jsonLd({ '@context': 'https://schema.org', '@type': 'NGO', name });
          expect(text).not.toMatch(/[<>&\u2028\u2029]/);
          expect(JSON.parse(text)).toMatchObject({ name });
        },
      ),
    );
  });
});
