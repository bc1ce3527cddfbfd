import { describe, expect, it } from 'vitest';
import { doors, plans } from './floor-plan.ts';
import { faultsOf, folderGraph, knots } from './folder-graph.ts';
import { specifiersOf, type Import } from './imports.ts';

const house = { plans, doors };

const imports = (...lines: string[]): Import[] =>
  lines.map((line) => {
    const [from = '', to = '', specifier = './'] = line.split(' ');
    return { from, to, specifier };
  });

describe('what the house refuses', () => {
  it('an import from a storey above, with the reason and the file', () => {
    expect(faultsOf(imports('cms/src/entries/drafts.ts cms/src/update/answers/desk.ts'), house)).toEqual([
      expect.stringMatching(
        /entries\/ imports update\/, which stands above it\. A storey .*\n {4}cms\/src\/entries\/drafts\.ts/s,
      ),
    ]);
  });

  it('folders that reach each other, also by way of others', () => {
    const [fault, ...more] = faultsOf(
      imports(
        'cms/src/associations/account/a.ts cms/src/associations/sessions/b.ts',
        'cms/src/associations/sessions/c.ts cms/src/associations/my-entry/d.ts',
        'cms/src/associations/my-entry/e.ts cms/src/associations/account/f.ts',
      ),
      house,
    );
    expect(fault).toMatch(/^cms\/src\/associations: account\/, my-entry\/, sessions\/ form a knot/);
    expect(more).toEqual([]);
  });

  it('two files that import each other', () => {
    expect(
      faultsOf(imports('site/src/view/a.ts site/src/view/b.ts', 'site/src/view/b.ts site/src/view/a.ts'), house),
    ).toEqual([expect.stringMatching(/a\.ts, b\.ts form a knot/)]);
  });

  it('a folder without a place', () => {
    expect(() => faultsOf(imports('cms/src/novelties/a.ts cms/src/domain/dates.ts'), house)).toThrow(
      /cms\/src\/novelties\/ stands on no storey: say in scripts\/architecture\/floor-plan\.ts/,
    );
  });

  it('an import of the server in the admin, and of the CMS in the site', () => {
    expect(
      faultsOf(
        imports(
          'cms/src/admin/home/a.ts cms/src/platform/mail/outbox.ts',
          'site/src/view/a.ts cms/src/entries/drafts.ts @trame/cms/entries/drafts',
        ),
        house,
      ),
    ).toEqual([expect.stringContaining('runs in a browser'), expect.stringContaining('through the contract only')]);
  });

  it('a page of the admin in another, and any page in what they share', () => {
    const reaches = (from: string, to: string) => faultsOf(imports(`cms/src/admin/${from} cms/src/admin/${to}`), house);
    expect(reaches('board/a.ts', 'desk/b.ts')).toEqual([expect.stringContaining('imports no other page')]);
    expect(reaches('kit/a.ts', 'desk/b.ts').join()).toContain('it knows none');
    expect(reaches('board/a.ts', 'kit/b.ts')).toEqual([]);
    expect(reaches('home/a.ts', 'desk/b.ts')).toEqual([]);
  });

  it('a path into another package', () => {
    expect(faultsOf(imports('scripts/bench/a.ts site/src/print/b.ts ../../site/src/print/b.ts'), house)).toEqual([
      expect.stringContaining('through the exports'),
    ]);
  });
});

describe('the reading of imports', () => {
  it('finds those of front matter, of scripts, of types and of dynamic imports', () => {
    expect(
      specifiersOf(
        'page.astro',
        "---\nimport type { A } from './a.ts';\n---\n<p>import './no.ts'</p>\n<script>\nimport './b.tsx';\n</script>",
      ),
    ).toEqual(['./a.ts', './b.tsx']);
    expect(specifiersOf('x.ts', "const a = await import('./c.ts');\nexport * from './d.ts';")).toEqual(
      expect.arrayContaining(['./c.ts', './d.ts']),
    );
  });

  it('joins folders where their paths part ways', () => {
    const graph = folderGraph(imports('a/b/c/x.ts a/b/d.ts', 'a/b/c/y.ts a/e/z.ts'));
    expect([...graph.keys()]).toEqual(['a/b', 'a']);
    expect(graph.get('a/b')).toMatchObject([{ from: 'c/', to: 'd.ts' }]);
    expect(knots(graph.get('a') ?? [])).toEqual([]);
  });
});
