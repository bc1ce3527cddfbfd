/** Gate: every page says its language and has one title, one main content and one first-level heading (RGAA 8.3, 8.5, 9.1, 12.6). */
import { readAddress } from '@trame/site/addresses';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import type { Finding } from './report.ts';

export const pageFrame: Gate = ({ release }) => {
  const findings: Finding[] = [];
  for (const page of release.pages) {
    if (page.redirect) continue;
    const where = page.address;
    const add = (message: string) => findings.push({ gate: 'page-frame', message, where });
    const { language } = readAddress(where);
    if (page.language.split('-')[0] !== language) add(messages.noLanguage(where, language));
    if (page.title === '') add(messages.noTitle(where));
    if (page.mains !== 1) add(messages.mainCount(where, page.mains));
    if (page.headings !== 1) add(messages.headingCount(where, page.headings));
  }
  return findings;
};
