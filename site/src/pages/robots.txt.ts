import { buildEnv } from '../build-env.ts';

export const GET = (): Response =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${buildEnv.SITE_URL}/sitemap-index.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
