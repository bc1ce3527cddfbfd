import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import { PRINT_EXPORT_FORMAT } from '../../../domain/contract/press/edition.ts';
import { readContentVersion } from '../../../platform/content-version/content-version.ts';
import { composeSiteExport, type Composed } from '../site-export/compose.ts';
import type { WithheldIndex } from '../../../domain/withheld-index.ts';
import type { LeftOut } from '../../../domain/contract/desk/publication-report.ts';
import { composeEdition, printableOf, type Printable } from '../print-export/compose-edition.ts';
import { readEditions } from '../records/editions.ts';
import { isPublicationHeld } from '../../../platform/restores/restore-store.ts';
import { refusedRecords } from '../site-export/refused-release.ts';
import type { Leak } from '../../../domain/contract/desk/publication-state.ts';
import { PublicationHeld } from '../site-export/export-not-possible.ts';
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
  readonly cleared: readonly LeftOut[];
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

/** The log names the record that texts were taken out of, never what was taken out. */
function warnOf(strapi: Core.Strapi, { leftOut, cleared }: Pick<Composed, 'leftOut' | 'cleared'>, channel: string) {
  for (const { uid, title, documentId, reasons } of leftOut) {
    strapi.log.warn(`Left out of the ${channel}: ${uid} ${documentId} « ${title} »: ${reasons.join('; ')}`);
  }
  for (const { uid, documentId } of cleared)
    strapi.log.warn(`A withheld contact was taken out of the ${channel}: ${uid} ${documentId}`);
}

async function makeExport(strapi: Core.Strapi): Promise<ServedExport> {
  const content = await readContent(strapi);
  const composed = composeSiteExport(content, 'web');
  warnOf(strapi, composed, 'site');
  tidyChangeLog(strapi).catch((error: unknown) => strapi.log.warn(`The change log was not folded: ${String(error)}`));
  const { siteExport, leftOut, cleared } = composed;
  return { version: content.version, ...(await serve(JSON.stringify(siteExport))), leftOut, cleared };
}

/** Content as the press may see it, kept from one question to the next: whether a proof still holds is asked again and again. */
interface PrintContent {
  readonly version: string;
  readonly json: string;
  readonly printable: Printable;
  readonly cleared: readonly LeftOut[];
  readonly withheld: WithheldIndex;
}

function makePrintContent(strapi: Core.Strapi, content: Content): PrintContent {
  const composed = composeSiteExport(content, 'print');
  warnOf(strapi, composed, 'booklet');
  const { siteExport, cleared, withheld } = composed;
  const json = JSON.stringify(siteExport);
  return { version: content.version, json, printable: printableOf(siteExport), cleared, withheld };
}

/** A database of before is not shown to anybody until what happened since is known, or an editor says that it may be. */
async function refuseWhenHeld(strapi: Core.Strapi): Promise<void> {
  if (await isPublicationHeld(strapi)) throw new PublicationHeld();
}

/** A release that is still built has one of these. */
const VERSIONS_KEPT = 100;

export default ({ strapi }: { strapi: Core.Strapi }) => {
  let latest: ServedExport | null = null;
  let running: Promise<ServedExport> | null = null;
  let printContent: PrintContent | null = null;
  let lastPrint: (Served & { readonly edition: string; readonly version: string }) | null = null;

  /** The newest content version that gave the bytes of an ETag, for the exports of late. */
  const versions = new Map<string, string>();

  const start = (): Promise<ServedExport> => {
    running ??= makeExport(strapi)
      .then((made) => {
        versions.delete(made.etag); // the newest comes last
        versions.set(made.etag, made.version);
        const [oldest] = versions.keys();
        if (versions.size > VERSIONS_KEPT && oldest !== undefined) versions.delete(oldest);
        return (latest = made);
      })
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
      await refuseWhenHeld(strapi);
      const version = await readContentVersion(strapi.db.connection);
      if (latest?.version === version) return latest;
      // Its failure is told to the request that began it; this one begins another.
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
      await refuseWhenHeld(strapi);
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
      const edition = JSON.stringify(composeEdition(read.row, read.editions, content));
      if (lastPrint?.edition === edition && lastPrint.version === content.version) return lastPrint;
      // the contract's PrintExport, without writing out again what may weigh 20 MB
      const served = await serve(
        `{"format":${JSON.stringify(PRINT_EXPORT_FORMAT)},"edition":${edition},"content":${content.json}}`,
      );
      lastPrint = { ...served, edition, version: content.version };
      return served;
    },

    /** The newest content version that an export with this ETag was made of; null when this run made none. */
    versionOf: (etag: string): string | null => versions.get(etag) ?? null,

    /** What the last export left out; empty before the first one. */
    leftOut(): readonly LeftOut[] {
      return latest?.leftOut ?? [];
    },

    /** For which records the checks refused a release, and whose contact stood there. */
    refused(leaks: readonly Leak[]): Promise<LeftOut[]> {
      return refusedRecords(strapi, leaks);
    },

    /** Whose texts the last exports, of the site and of the booklet, gave without a number or an address. */
    cleared(): readonly LeftOut[] {
      return [...(latest?.cleared ?? []), ...(printContent?.cleared ?? [])];
    },
  };
};
