import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import { readContentVersion } from '../../../content-version/content-version.ts';
import { composeSiteExport } from '../site-export/compose.ts';
import type { LeftOut } from '../site-export/keep-valid.ts';
import { readContent, tidyChangeLog } from '../site-export/read-content.ts';

/** The export as it goes out. */
export interface ServedExport {
  /** The content version that it was made from; another version may well give the same bytes. */
  readonly version: string;
  /** Strong, quotes included: SHA-256 of the JSON. */
  readonly etag: string;
  readonly gzipped: Buffer;
  readonly leftOut: readonly LeftOut[];
}

const compress = promisify(gzip);

async function makeExport(strapi: Core.Strapi): Promise<ServedExport> {
  const content = await readContent(strapi);
  const { siteExport, leftOut } = composeSiteExport(content);
  const body = Buffer.from(JSON.stringify(siteExport));
  for (const { uid, title, documentId, reasons } of leftOut) {
    strapi.log.warn(`Left out of the site: ${uid} ${documentId} « ${title} »: ${reasons.join('; ')}`);
  }
  tidyChangeLog(strapi).catch((error: unknown) => strapi.log.warn(`The change log was not folded: ${String(error)}`));
  return {
    version: content.version,
    etag: `"${createHash('sha256').update(body).digest('hex')}"`,
    // Over the loopback interface, time counts more than the last tenth of the size.
    gzipped: await compress(body, { level: 3 }),
    leftOut,
  };
}

export default ({ strapi }: { strapi: Core.Strapi }) => {
  let latest: ServedExport | null = null;
  let running: Promise<ServedExport> | null = null;

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

    /** What the last export left out; empty before the first one. */
    leftOut(): readonly LeftOut[] {
      return latest?.leftOut ?? [];
    },
  };
};
