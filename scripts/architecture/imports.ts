/** What each source file imports, read from its text: no bundler, so that `.ts`, `.tsx` and `.astro` count alike. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import typescript from 'typescript';

/** One import: both ends are paths from the root of the repository, with `/`. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** As the file writes it: `../domain/dates.ts`, `@trame/cms/domain/dates`. */
  readonly specifier: string;
}

/** A workspace package: how its export patterns map to its files. */
interface WorkspacePackage {
  readonly folder: string;
  readonly exports: Readonly<Record<string, string>>;
}

const PACKAGES = ['cms', 'site', 'scripts'] as const;
const SOURCE = /\.(ts|tsx|astro)$/;
const ENDINGS = ['', '.ts', '.tsx', '/index.ts'];

/** Source files that git knows or would add, tests and declarations left out unless asked for. */
export function sourceFiles(root: string, { tests = false } = {}): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...PACKAGES], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split('\n'))]
    .filter((file) => SOURCE.test(file) && !file.endsWith('.d.ts') && existsSync(join(root, file)))
    .filter((file) => tests || !isTest(file))
    .sort();
}

/** Does this file serve tests only? */
export const isTest = (file: string): boolean =>
  /\.test\.tsx?$|(^|\/)(testing|e2e|tests)\//.test(file) || file.startsWith('scripts/architecture/');

/** The scripts of an `.astro` file: its front matter, then its `<script>` elements. */
function scriptsOf(text: string): string {
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  return [frontMatter, ...[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body)].join('\n');
}

/** Specifiers that a source text names, types and dynamic imports included. */
export function specifiersOf(file: string, text: string): string[] {
  const script = file.endsWith('.astro') ? scriptsOf(text) : text;
  return typescript.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName);
}

function readPackages(root: string): ReadonlyMap<string, WorkspacePackage> {
  return new Map(
    PACKAGES.map((folder) => {
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
        name: string;
        exports?: Record<string, string>;
      };
      return [manifest.name, { folder, exports: manifest.exports ?? {} }];
    }),
  );
}

function resolveExport({ folder, exports }: WorkspacePackage, subpath: string): string | null {
  for (const [pattern, target] of Object.entries(exports)) {
    const [before = '', after = ''] = pattern.split('*');
    if (!pattern.includes('*') ? subpath !== pattern : !(subpath.startsWith(before) && subpath.endsWith(after)))
      continue;
    const star = pattern.includes('*') ? subpath.slice(before.length, subpath.length - after.length) : '';
    return posix.normalize(`${folder}/${target.replaceAll('*', star)}`);
  }
  return null;
}

/**
 * Every import between the source files of the repository; what comes from elsewhere (npm, Node, style sheets) is left out.
 * @throws {Error} when a file imports one of ours that is not there: an arrow must not vanish by a slip
 */
export function readImports(root: string, files: readonly string[]): Import[] {
  const packages = readPackages(root);
  return files.flatMap((from) =>
    specifiersOf(from, readFileSync(join(root, from), 'utf8')).flatMap((specifier): Import[] => {
      const target = targetOf(from, specifier, packages);
      if (target === null) return [];
      const to = ENDINGS.map((ending) => target + ending).find(
        (path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile(),
      );
      if (!to) throw new Error(`${from} imports ${specifier}, which is not there.`);
      return SOURCE.test(to) ? [{ from, to, specifier }] : [];
    }),
  );
}

function targetOf(from: string, specifier: string, packages: ReadonlyMap<string, WorkspacePackage>): string | null {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return posix.normalize(posix.join(dirname(from), plain));
  for (const [name, workspacePackage] of packages) {
    if (plain !== name && !plain.startsWith(`${name}/`)) continue;
    const target = resolveExport(workspacePackage, `.${plain.slice(name.length)}`);
    if (target === null) throw new Error(`${from} imports ${specifier}, which ${name} does not export.`);
    return target;
  }
  return null;
}
