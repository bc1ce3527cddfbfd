/** Gate: the sitemap lists pages, and only pages that exist. */
import { Parser } from 'htmlparser2';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import type { BuiltRelease } from './release.ts';
import type { Finding } from './report.ts';

function locations(xml: string): string[] {
  const found: string[] = [];
  let inside = false;
  const parser = new Parser(
    {
      onopentag: (name) => {
        inside = name === 'loc';
        if (inside) found.push('');
      },
      ontext: (text) => {
        if (inside) found.push((found.pop() ?? '') + text);
      },
      onclosetag: () => (inside = false),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found.map((location) => location.trim());
}

/** Address on the site of a location; null for one on another site. */
function local(release: BuiltRelease, location: string): string | null {
  return location.startsWith(`${release.siteUrl}/`) ? decodeURIComponent(location.slice(release.siteUrl.length)) : null;
}

export const sitemap: Gate = ({ release }) => {
  const findings: Finding[] = [];
  const deadEnd = (location: string, where: string) =>
    findings.push({ gate: 'sitemap', message: messages.sitemapDeadEnd(location), where });
  let listed = 0;
  if (!release.files.has('/sitemap-index.xml')) return []; // the gate of required files says so
  for (const part of locations(release.read('/sitemap-index.xml').toString('utf8'))) {
    const file = local(release, part);
    if (file === null || !release.files.has(file)) {
      deadEnd(part, '/sitemap-index.xml');
      continue;
    }
    for (const location of locations(release.read(file).toString('utf8'))) {
      listed++;
      const address = local(release, location);
      if (address === null || !release.page(address)) deadEnd(location, file);
    }
  }
  if (listed === 0) findings.push({ gate: 'sitemap', message: messages.noSitemapEntry(), where: '/sitemap-index.xml' });
  return findings;
};
