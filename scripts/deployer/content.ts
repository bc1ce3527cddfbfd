/** The content that the CMS exports: fetched when it changed, kept on disk, checked before anything is built from it. */
import { access, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PUBLICATION_HELD } from '@trame/cms/domain/contract/desk/publication-state';
import { REGISTER_HEADER, SITE_EXPORT_FORMAT, SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { z } from 'zod';
import { readCache, writeJson, writeWhole } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

/** A CMS that is starting or being restarted: worth another try soon, and no news for an editor yet. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

export interface Content {
  /** The export as a file, for the build's steps. */
  readonly file: string;
  readonly etag: string;
  /** The ETag without its quotes: names this state of the content to people and pages. */
  readonly version: string;
  /** The last line of the register of suppressions that it certainly honours; null when the CMS does not say. */
  readonly register: string | null;
  /** Parsed and checked. @throws {PlainError} that names the record at fault; the next look then downloads again. */
  read(): Promise<SiteExport>;
}

const RegisterLine = z.uuid();
const Memory = z.object({ etag: z.string().min(1) });

type Collection = keyof typeof messages.records;
type Single = keyof typeof messages.singles;

/** The sentence that leads an editor to the value at fault. */
export function sentenceForIssue(document: unknown, issuePath: readonly PropertyKey[]): string {
  const [part, index, ...rest] = issuePath;
  const field = (keys: readonly PropertyKey[]) => keys.map(String).join('.') || '?';
  if (typeof part === 'string' && part in messages.records && typeof index === 'number') {
    const record = (document as Record<string, { name?: unknown; title?: unknown }[]>)[part]?.[index];
    const name = record?.name ?? record?.title;
    if (typeof name === 'string') return messages.badRecord(messages.records[part as Collection](name), field(rest));
  }
  if (typeof part === 'string' && part in messages.singles) {
    return messages.badRecord(messages.singles[part as Single], field(issuePath.slice(1)));
  }
  return messages.badField(field(issuePath));
}

function check(text: string): SiteExport {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new PlainError(messages.unreadableExport());
  }
  const format = (document as { format?: unknown } | null)?.format;
  if (format !== SITE_EXPORT_FORMAT) throw new PlainError(messages.otherFormat(String(format)));
  const result = SiteExport.safeParse(document);
  if (result.success) return result.data;
  throw new PlainError(sentenceForIssue(document, result.error.issues[0]?.path ?? []), { cause: result.error });
}

/** The CMS gives nothing before an editor's word, after a restore: nothing failed. */
export class Held extends PlainError {
  override name = 'Held';
}

const Conflict = z.object({
  error: z.object({ name: z.enum(['ExportNotPossible', PUBLICATION_HELD]), message: z.string().min(1) }),
});

/** The CMS says in French why there is no site to make: no settings yet, no legal notice, an editor's word to wait for. */
export function reasonIn(body: string): PlainError | null {
  try {
    const { name, message } = Conflict.parse(JSON.parse(body)).error;
    return name === PUBLICATION_HELD ? new Held(message) : new PlainError(message);
  } catch {
    return null;
  }
}

/**
 * Asks the CMS for its content. When nothing changed since the last time it answers 304, and the file on disk serves again.
 * @throws {Unreachable} when the CMS does not answer or is not ready.
 * @throws {PlainError} when it answers something else than content.
 */
export async function fetchContent(
  options: { dataDir: string; cmsUrl: string; exportToken: string },
  signal?: AbortSignal,
): Promise<Content> {
  const folder = path.join(options.dataDir, 'deployer');
  const file = path.join(folder, 'export.json');
  const memoryFile = path.join(folder, 'export.etag.json');
  const memory = await readCache(memoryFile, Memory);
  const there = await access(file).then(
    () => true,
    () => false,
  );
  const kept = memory && there ? memory.etag : null;

  const timeout = AbortSignal.timeout(60_000);
  let response: Response;
  let body: string;
  try {
    response = await fetch(`${options.cmsUrl}/api/export/site`, {
      headers: { authorization: `Bearer ${options.exportToken}`, ...(kept ? { 'if-none-match': kept } : {}) },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    body = await response.text();
  } catch (error) {
    throw new Unreachable('The CMS does not answer', { cause: error });
  }
  if (response.status === 502 || response.status === 503 || response.status === 504)
    throw new Unreachable(`The CMS answers ${response.status}`);
  if (response.status === 401 || response.status === 403) throw new PlainError(messages.refusedToken());

  let etag = kept;
  if (response.status !== 304) {
    if (!response.ok) throw reasonIn(body) ?? new PlainError(messages.exportFailed(response.status));
    etag = response.headers.get('etag');
    if (!etag || body === '') throw new PlainError(messages.unreadableExport());
    // In this order a crash costs one more download, and never leaves a content under another one's ETag.
    await rm(memoryFile, { force: true });
    await writeWhole(file, body);
    await writeJson(memoryFile, { etag } satisfies z.infer<typeof Memory>);
  }
  if (etag === null) throw new PlainError(messages.exportFailed(response.status));
  const known = etag;
  return {
    file,
    etag: known,
    version: known.replace(/^W\//, '').replaceAll('"', ''),
    register: RegisterLine.safeParse(response.headers.get(REGISTER_HEADER)).data ?? null,
    read: async () => {
      try {
        return check(await readFile(file, 'utf8'));
      } catch (error) {
        // Torn by a full disk or a bad hand, it would serve again at every 304: without its ETag it is downloaded anew.
        await rm(memoryFile, { force: true });
        throw error;
      }
    },
  };
}
