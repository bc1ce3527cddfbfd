/** Gate: an address of before leads to the page of today, in one step; and no other page sends anybody on. */
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import type { Finding } from './report.ts';

/** Where each kind of record stands today, by its id. */
function addressesOf(content: SiteExport) {
  const of = (records: readonly { readonly id: string; readonly slug: string }[]) =>
    new Map(records.map(({ id, slug }) => [id, slug]));
  return {
    association: of(content.associations),
    event: of(content.events),
    guide: of(content.guides),
    resource: of(content.resources),
    theme: of(content.themes),
    commune: of(content.communes),
  };
}

export const formerAddresses: Gate = ({ release, siteExport }) => {
  const findings: Finding[] = [];
  const today = addressesOf(siteExport);
  const known = new Set<string>();
  for (const { kind, slug, id } of siteExport.formerAddresses ?? []) {
    const from = publicPaths[kind](slug);
    const to = publicPaths[kind](today[kind].get(id) ?? '');
    known.add(from);
    const target = release.page(to);
    if (release.page(from)?.sendsTo !== to || target === undefined || target.redirect)
      findings.push({ gate: 'former-addresses', message: messages.lostAddress(from, to), where: from });
  }
  for (const { address, redirect, sendsTo } of release.pages)
    if (redirect && !known.has(address))
      findings.push({
        gate: 'former-addresses',
        message: messages.strayRedirect(address, sendsTo ?? ''),
        where: address,
      });
  return findings;
};
