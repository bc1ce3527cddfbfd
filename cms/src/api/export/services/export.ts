import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import { PRINT_EXPORT_FORMAT } from '../../../domain/contract/edition.ts';
import { readContentVersion } from '../../../content-version/content-version.ts';
import { composeSiteExport } from '../site-export/compose.ts';
import type { LeftOut } from '../site-export/keep-valid.ts';
import { composeEdition, printableOf, type Printable } from '../print-export/compose-edition.ts';
import { readEditions } from '../records/editions.ts';
import { inSnapshot, readContent, tidyChangeLog, type Content } from '../site-export/read-content.ts';

/** A document as it goes out. */
export interface Served {
  /** Strong, quotes included: SHA-256 of the JSON. */
  readonly etag: string;
  readonly gzipped: Buffer;
}

/** The export of the site. */
export interface ServedExport extends Served {
  /** The content version that it was made from; another version may well give the same bytes. */
  readonly version: string;
  readonly leftOut: readonly LeftOut[];
}

const compress = promisify(gzip);

async function serve(json: string): Promise<Served> {
  const body = Buffer.from(json);
  return {
    etag: `"${createHash('sha256').update(body).digest('hex')}"`,
    // Over the loopback interface, time counts more than the last tenth of the size.
    gzipped: await compress(body, { level: 3 }),
  };
}

function warnOf(strapi: Core.Strapi, leftOut: readonly LeftOut[], channel: string): void {
  for (const { uid, title, documentId, reasons } of leftOut) {
    strapi.log.warn(`Left out of the ${channel}: ${uid} ${documentId} « ${title} »: ${reasons.join('; ')}`);
  }
}

async function makeExport(strapi: Core.Strapi): Promise<ServedExport> {
  const content = await readContent(strapi);
  const { siteExport, leftOut } = composeSiteExport(content, 'web');
  warnOf(strapi, leftOut, 'site');
  tidyChangeLog(strapi).catch((error: unknown) => strapi.log.warn(`The change log was not folded: ${String(error)}`));
  return { version: content.version, ...(await serve(JSON.stringify(siteExport))), leftOut };
}

/** Content as the press may see it, kept from one question to the next: whether a proof still holds is asked again and again. */
interface PrintContent {
  readonly version: string;
  readonly json: string;
  readonly printable: Printable;
}

function makePrintContent(strapi: Core.Strapi, content: Content): PrintContent {
  const { siteExport, leftOut } = composeSiteExport(content, 'print');
  warnOf(strapi, leftOut, 'booklet');
  return { version: content.version, json: JSON.stringify(siteExport), printable: printableOf(siteExport) };
}

export default ({ strapi }: { strapi: Core.Strapi }) => {
  let latest: ServedExport | null = null;
  let running: Promise<ServedExport> | null = null;
  let printContent: PrintContent | null = null;
  let lastPrint: (Served & { readonly edition: string; readonly version: string }) | null = null;

  const start = (): Promise<ServedExport> => {
    running ??= makeExport(strapi)
      .then((made) => (latest = made))
      .finally(() => (running = null));
    return running;
  };

  return {
    /**
     * The export of the content as it is at the time of the call. Requests share one computation, except with one that
     * began before they came: it may not have seen the change that they come for.
     * @throws {ExportNotPossible}
     */
    async current(): Promise<ServedExport> {
      const version = await readContentVersion(strapi.db.connection);
      if (latest?.version === version) return latest;
      const earlier = await running?.catch(() => null);
      return earlier?.version === version ? earlier : start();
    },

    /**
     * An edition and what it is printed from, as they are at the time of the call. Whoever asks again whether a proof still
     * holds gets an answer in milliseconds: only the edition itself is read again when no content changed.
     * @returns null when there is no such edition
     * @throws {ExportNotPossible}
     */
    async print(documentId: string): Promise<Served | null> {
      const read = await inSnapshot(strapi, async (version) => {
        const editions = await readEditions(strapi);
        const row = editions.find((one) => one.documentId === documentId);
        if (!row) return null;
        const kept = printContent?.version === version ? printContent : null;
        return { row, editions, kept, content: kept ? null : await readContent(strapi, version) };
      });
      if (!read) return null;
      const content = read.kept ?? makePrintContent(strapi, read.content as Content);
      printContent = content;
      const edition = JSON.stringify(composeEdition(read.row, read.editions, content.printable));
      if (lastPrint?.edition === edition && lastPrint.version === content.version) return lastPrint;
      // the contract's PrintExport, without writing out again what may weigh 20 MB
      const served = await serve(
        `{"format":${JSON.stringify(PRINT_EXPORT_FORMAT)},"edition":${edition},"content":${content.json}}`,
      );
      lastPrint = { ...served, edition, version: content.version };
      return served;
    },

    /** What the last export left out; empty before the first one. */
    leftOut(): readonly LeftOut[] {
      return latest?.leftOut ?? [];
    },
  };
};
