/** What every gate gets. */
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { BuiltRelease } from './release.ts';
import type { Finding } from './report.ts';

export interface GateInput {
  readonly release: BuiltRelease;
  readonly siteExport: SiteExport;
  /** Pages by section of the live release; null before the first one. */
  readonly previousPages: Readonly<Record<string, number>> | null;
  /** Somebody confirmed that many pages may go. */
  readonly acceptLoss: boolean;
  /** The booklet is made after this release is online, and nothing of the one before may be read: there is none. */
  readonly awaitsBooklet: boolean;
}

/** Empty: the release may pass. */
export type Gate = (input: GateInput) => Finding[];
