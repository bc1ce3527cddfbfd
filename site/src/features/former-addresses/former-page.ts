/** The page at an address of before: it leads on by itself, on any host of files, and says where to for whoever it does not lead. */
import { escapeHtml } from '@trame/cms/domain/html';
import { t } from '../../i18n/t.ts';
import type { FormerAddress } from '../../view/former-addresses.ts';

/** It is seen for a moment, or by who has told their browser not to be led on: what a page weighs is not worth it. */
export const FORMER_STYLE =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:10vh auto;padding:0 1.25rem;color:#222;background:#fff}' +
  'h1{font-size:1.5rem}a{color:inherit}';

/** @param siteUrl without a slash at the end */
export function formerPage({ to, name }: FormerAddress, siteName: string, siteUrl: string): string {
  const [address, title] = [escapeHtml(to), escapeHtml(`${t('formerAddress.title')} – ${siteName}`)];
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeHtml(siteUrl + to)}">
<meta http-equiv="refresh" content="0; url=${address}">
<style>${FORMER_STYLE}</style>
</head>
<body>
<main id="contenu">
<h1>${escapeHtml(t('formerAddress.title'))}</h1>
<p>${escapeHtml(t('formerAddress.text'))} <a href="${address}">${escapeHtml(name)}</a></p>
</main>
</body>
</html>
`;
}
