/** What `pnpm test` runs, the longest first, and what of it a name stands for. */
import path from 'node:path';
import { BLACK_BOX_TESTS } from './black-box-tests.ts';

export interface Part {
  readonly name: string;
  /** Arguments of the package manager. */
  readonly script: readonly string[];
  /** Name of the part that must have ended before. */
  readonly after?: string;
  /** Where vitest reports its tests, for the list of the slowest. */
  readonly report?: string;
}

const COMPILE: Part = { name: 'compiled CMS', script: ['exec', 'node', 'scripts/test/compile-cms.ts'] };

function vitest(name: string, project: string, reports: string, files: readonly string[] = []): Part {
  const report = path.join(reports, `${project}.json`);
  const script = ['exec', 'vitest', 'run', '--project', project];
  return {
    name,
    script: [...script, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files],
    report,
    // What boots the CMS would else compile it, two at a time.
    ...(project === 'cms' || project === 'e2e' ? { after: COMPILE.name } : {}),
  };
}

/** Everything. @param reports folder for vitest's reports */
export const allParts = (reports: string): readonly Part[] => [
  COMPILE,
  vitest('end-to-end tests', 'e2e', reports),
  vitest('browser tests', 'site', reports),
  vitest('unit tests', 'unit', reports),
  { name: 'lint', script: ['run', 'lint'] },
  vitest('CMS tests', 'cms', reports),
  { name: 'types of the site', script: ['--filter', '@trame/site', 'run', 'typecheck'] },
  { name: 'types of the CMS', script: ['--filter', '@trame/cms', 'run', 'typecheck'] },
  { name: 'format', script: ['run', 'format:check'] },
  { name: 'types of the scripts', script: ['--filter', '@trame/scripts', 'run', 'typecheck'] },
];

/** A test file, and the project that runs it. */
const projectOf = (file: string): 'cms' | 'site' | 'e2e' | 'unit' =>
  file.startsWith('cms/tests/')
    ? 'cms'
    : file.startsWith('site/e2e/')
      ? 'site'
      : file.startsWith('scripts/e2e/')
        ? 'e2e'
        : 'unit';

/** Whether one path is the other, or stands in it: `entries` and `entries/drafts.ts`, in either order. */
const meets = (one: string, other: string): boolean => `/${one}/`.includes(`/${other}/`) || one.startsWith(`${other}/`);

/**
 * The parts that run what touches a name, a word of a path or a path from the root: the test files that have it in theirs
 * (`phone`, `site/src/print`), and those of the CMS that go through a room of that name or that holds it (`withdrawals`,
 * `cms/src/entries/drafts.ts`). Browser and end-to-end tests, which take their minutes to build what they look at, run when
 * their own path has the name.
 * @param files test files, by their path from the root
 */
export function partsFor(name: string, files: readonly string[], reports: string): readonly Part[] {
  const wanted = name.replace(/^\.?\/+|\/+$/g, '');
  const inRoom = wanted.replace(/^cms\/src\//, '');
  const chosen = { unit: [] as string[], cms: [] as string[], site: [] as string[], e2e: [] as string[] };
  for (const file of files) {
    const rooms = BLACK_BOX_TESTS[file] ?? [];
    if (file.includes(wanted) || rooms.some((room) => meets(room, inRoom) || meets(inRoom, room)))
      chosen[projectOf(file)].push(file);
  }
  const part = (title: string, project: keyof typeof chosen) =>
    chosen[project].length === 0 ? [] : [vitest(title, project, reports, chosen[project].sort())];
  const parts = [
    ...part('unit tests', 'unit'),
    ...part('CMS tests', 'cms'),
    ...part('browser tests', 'site'),
    ...part('end-to-end tests', 'e2e'),
  ];
  return parts.some(({ after }) => after === COMPILE.name) ? [COMPILE, ...parts] : parts;
}
