/** All gates over one release. */
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { absentContents } from './absent-contents.ts';
import { formerAddresses } from './former-addresses.ts';
import type { Gate } from './gate.ts';
import { links } from './links.ts';
import { loss } from './loss.ts';
import { openData } from './open-data.ts';
import type { ReadMemory } from './memory.ts';
import { pageFrame } from './page-frame.ts';
import { pageWays } from './page-ways.ts';
import { privacy } from './privacy.ts';
import { countPages, readRelease } from './release.ts';
import type { CheckReport } from './report.ts';
import { requiredFiles } from './required-files.ts';
import { sitemap } from './sitemap.ts';

/** In the order in which an editor should read them: what must never happen first. */
const GATES: readonly Gate[] = [
  privacy,
  loss,
  requiredFiles,
  formerAddresses,
  openData,
  links,
  sitemap,
  pageFrame,
  pageWays,
  absentContents,
];

/** Reads the release and asks every gate. No findings: it may go live. */
export function checkRelease(options: {
  folder: string;
  siteUrl: string;
  siteExport: SiteExport;
  previousPages: Readonly<Record<string, number>> | null;
  acceptLoss: boolean;
  awaitsBooklet: boolean;
  /** Of a process that checks one release after the other. */
  memory?: ReadMemory;
}): CheckReport {
  const release = readRelease(options.folder, options.siteUrl, options.memory);
  const input = { ...options, release };
  const report = { findings: GATES.flatMap((gate) => gate(input)), pages: countPages(release.pages) };
  release.memory.end();
  return report;
}
