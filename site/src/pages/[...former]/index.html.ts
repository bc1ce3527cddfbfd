/** A file and not a page of Astro's: the sitemap lists pages, and nobody looks for an address of before. */
import type { APIRoute } from 'astro';
import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { formerPage } from '../../features/former-addresses/former-page.ts';
import { formerAddresses, type FormerAddress } from '../../view/former-addresses.ts';

export function getStaticPaths() {
  // A preview shows one record, where it stands.
  const addresses = buildEnv.TRAME_ONLY_SLUG === undefined ? formerAddresses(content) : [];
  return addresses.map((former) => ({ params: { former: former.from.slice(1, -1) }, props: { former } }));
}

export const GET: APIRoute<{ former: FormerAddress }> = ({ props: { former } }) =>
  new Response(formerPage(former, content.settings.siteName, buildEnv.SITE_URL), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
