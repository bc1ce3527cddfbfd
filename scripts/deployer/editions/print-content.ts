/** What an edition is printed from, as the CMS exports it: fetched when it changed, kept beside the other caches. */
import { createHash } from 'node:crypto';
import { access, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PRINT_EXPORT_FORMAT, PrintExport } from '@trame/cms/domain/contract/press/edition';
import { z } from 'zod';
import { readCache, writeJson, writeWhole } from '../../lib/files.ts';
import { PlainError } from '../../lib/plain-error.ts';
import { reasonIn, sentenceForIssue } from '../content.ts';
import { messages } from './messages.ts';

/** The CMS knows no such edition. */
export class NoSuchEdition extends PlainError {
  override name = 'NoSuchEdition';
}

/** The CMS is silent: what was known of the content before still stands. */
export class CmsSilent extends PlainError {
  override name = 'CmsSilent';
}

export interface PrintContent {
  /** The export as a file, byte for byte as it came. */
  readonly file: string;
  /** SHA-256 of those bytes: names the content. */
  readonly sha256: string;
}

const Memory = z.object({ etag: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export interface PrintContentSource {
  /** @throws {CmsSilent | NoSuchEdition | PlainError} in French */
  fetch(edition: string): Promise<PrintContent>;
  /** The fingerprint of what was fetched last; null when nothing was. */
  lastKnown(edition: string): Promise<string | null>;
}

const TIMEOUT_MS = 60_000;
/** Contacts that agreed to paper only: for nobody else on this machine to read. */
const PRIVATE = 0o600;

export function createPrintContentSource(options: {
  readonly dataDir: string;
  readonly cmsUrl: string;
  readonly exportToken: string;
}): PrintContentSource {
  const folderOf = (edition: string) => path.join(options.dataDir, 'cache', 'editions', edition);
  const memoryOf = (edition: string) => path.join(folderOf(edition), 'etag.json');

  async function obtain(edition: string): Promise<PrintContent> {
    const file = path.join(folderOf(edition), 'export.json');
    const memory = await readCache(memoryOf(edition), Memory);
    const kept = await access(file).then(
      () => memory,
      () => null,
    );
    let response: Response;
    let body: string;
    try {
      response = await fetch(`${options.cmsUrl}/api/export/print/${edition}`, {
        headers: { authorization: `Bearer ${options.exportToken}`, ...(kept ? { 'if-none-match': kept.etag } : {}) },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      body = await response.text();
    } catch (cause) {
      throw new CmsSilent(messages.unreachable, { cause });
    }
    if (response.status === 304 && kept) return { file, sha256: kept.sha256 };
    if ([502, 503, 504].includes(response.status)) throw new CmsSilent(messages.unreachable);
    if (response.status === 401 || response.status === 403) throw new PlainError(messages.refusedToken);
    if (response.status === 404) throw new NoSuchEdition(messages.noSuchEdition);
    if (!response.ok) throw reasonIn(body) ?? new PlainError(messages.exportFailed(response.status));

    check(body);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const etag = response.headers.get('etag');
    await rm(memoryOf(edition), { force: true });
    await writeWhole(file, body, PRIVATE);
    if (etag !== null) await writeJson(memoryOf(edition), { etag, sha256 } satisfies z.infer<typeof Memory>);
    return { file, sha256 };
  }

  // Several doors may ask at once (the admin's page, its pictures): one request to the CMS answers all of them.
  const underWay = new Map<string, Promise<PrintContent>>();
  return {
    fetch(edition) {
      const running = underWay.get(edition);
      if (running) return running;
      const mine = obtain(edition).finally(() => underWay.delete(edition));
      underWay.set(edition, mine);
      return mine;
    },
    lastKnown: async (edition) => (await readCache(memoryOf(edition), Memory))?.sha256 ?? null,
  };
}

/** @throws {PlainError} that names the record at fault */
function check(text: string): void {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new PlainError(messages.unreadable, { cause });
  }
  const format = (document as { format?: unknown } | null)?.format;
  if (format !== PRINT_EXPORT_FORMAT) throw new PlainError(messages.otherFormat(String(format)));
  const { error } = PrintExport.safeParse(document);
  if (!error) return;
  const [part, ...rest] = error.issues[0]?.path ?? [];
  const { content } = document as { content?: unknown };
  throw new PlainError(
    sentenceForIssue(part === 'content' ? content : document, part === 'content' ? rest : [part ?? '', ...rest]),
    {
      cause: error,
    },
  );
}

/** For whoever has the file already: it was checked when it came. */
export async function readPrintExport(file: string): Promise<PrintExport> {
  return PrintExport.parse(JSON.parse(await readFile(file, 'utf8')));
}
