import { describe, expect, it } from 'vitest';
import { withPreloads } from './preload-modules.ts';

const imports = new Map([
  ['_trame/page.js', ['_trame/a.js', '_trame/b.js']],
  ['_trame/a.js', ['_trame/c.js']],
  ['_trame/b.js', ['_trame/a.js']],
  ['_trame/c.js', []],
]);

describe('withPreloads', () => {
  it('names the script and each module that it stands on, once', () => {
    const html = '<head><script type="module" src="/_trame/page.js"></script></head><body></body>';
    const links = [...withPreloads(html, imports, '_trame/worker-1.js').matchAll(/modulepreload" href="([^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(links.filter((link) => !link!.startsWith('/pagefind/')).sort()).toEqual([
      '/_trame/a.js',
      '/_trame/b.js',
      '/_trame/c.js',
      '/_trame/page.js',
      '/_trame/worker-1.js',
    ]);
  });

  it('refuses a page in which it finds no script of the build', () => {
    expect(() => withPreloads('<head></head>', imports, 'w.js')).toThrow('no script');
    expect(() =>
      withPreloads('<head><script type="module" src="/other.js"></script></head>', imports, 'w.js'),
    ).toThrow();
  });
});
