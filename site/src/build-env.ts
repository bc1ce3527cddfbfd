/** The one door between the environment and the site build: every variable is read, checked and defaulted here. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BookletStatus } from '@trame/cms/domain/contract/site/release-status';
import { z } from 'zod';

const siteRoot = fileURLToPath(new URL('..', import.meta.url));

/** An absent variable and an empty one are the same thing: both come from a shell that had nothing to say. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
/** A value written as JSON. */
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
const address = (fallback: string) => optional(z.url({ protocol: /^https?$/ }).default(fallback));

const BuildEnv = z.object({
  /** Path of an export document, or the http(s) address that serves it. */
  TRAME_EXPORT: optional(z.string().optional()),
  /** Token of the export, when `TRAME_EXPORT` is an address. */
  TRAME_EXPORT_TOKEN: optional(z.string().optional()),
  /** File that the last release left for this one, and the one that this one leaves: since when what is shown is as it is. */
  TRAME_FORMER_CHANGES: optional(z.string().optional()),
  TRAME_CHANGES: optional(z.string().optional()),
  /** Folder of the release. */
  TRAME_OUT: optional(z.string().default('dist')).transform((path) => resolve(siteRoot, path)),
  /** Public address of the site, without a slash at the end. */
  SITE_URL: address('http://127.0.0.1:8080').transform((url) => url.replace(/\/+$/, '')),
  /** Public address of the CMS: pages name it. */
  CMS_URL: address('http://127.0.0.1:1337').transform((url) => url.replace(/\/+$/, '')),
  /** Where media files are fetched from; the public address when nothing is said. */
  CMS_DIRECT_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  /** What survives from one build to the next: original and resized pictures. */
  TRAME_CACHE_DIR: optional(z.string().default('.cache')).transform((path) => resolve(siteRoot, path)),
  /** In a preview: the slug of the only record that gets a page. */
  TRAME_ONLY_SLUG: optional(z.string().optional()),
  TRAME_RELEASE_ID: optional(z.string().default('local')),
  TRAME_CONTENT_VERSION: optional(z.string().default('local')),
  /** "Now" for everything that depends on today, so that a page and the PDF of one release agree. */
  TRAME_BUILT_AT: optional(z.iso.datetime().default(() => new Date().toISOString())),
  /** JSON: the booklet that the release goes online with, or null for none yet. Absent: its own, made beside the pages. */
  TRAME_BOOKLET: optional(json(BookletStatus.nullable()).optional()),
});
export type BuildEnv = z.infer<typeof BuildEnv>;

/**
 * Reads the build's environment.
 * @throws {Error} with a sentence in French that names each variable that does not fit
 */
export function readBuildEnv(source: Readonly<Record<string, string | undefined>> = process.env): BuildEnv {
  const result = BuildEnv.safeParse(source);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
  throw new Error(`La construction du site est mal réglée. Corrigez : ${faults.join(' ; ')}.`);
}

/** Of the build under way. */
export let buildEnv: BuildEnv = readBuildEnv();

/** A process that makes one release after the other begins the next one. */
export function beginBuild(env: BuildEnv): void {
  buildEnv = env;
}

/** What is kept for the length of a build, and begins anew with the next. @param begin makes it */
export function ofBuild<State>(begin: () => State): () => State {
  let of: BuildEnv | null = null;
  let state: State;
  return () => {
    if (of !== buildEnv) {
      of = buildEnv;
      state = begin();
    }
    return state;
  };
}
