/** Gate: a release does not lose an implausible share of the site. A mistaken bulk action must not empty it. */
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import { countPages } from './release.ts';
import type { Finding } from './report.ts';

/** What may disappear from one release to the next without anybody confirming it. */
export const LOSS_LIMITS = {
  /** Share of a section's pages. */
  share: 0.25,
  /** In a section with few pages a share means little: this many may always go. */
  pages: 10,
} as const;

const tooMuch = (before: number, after: number) =>
  before - after > Math.max(LOSS_LIMITS.pages, before * LOSS_LIMITS.share);

export const loss: Gate = ({ release, previousPages, acceptLoss }) => {
  if (previousPages === null || acceptLoss) return [];
  const now = countPages(release.pages);
  const findings: Finding[] = [];
  for (const [section, before] of Object.entries(previousPages)) {
    const after = now[section] ?? 0;
    if (!tooMuch(before, after)) continue;
    findings.push({
      gate: 'loss',
      message: messages.sectionLoss(messages.section(section), before, after),
      where: `/${section}/`,
    });
  }
  return findings;
};
