/** The mailbox's pages, in French, and the little style that they need. */
import { formatMoment } from '@trame/cms/domain/moments';
import { plural } from '@trame/cms/domain/french';
import { escapeHtml } from '@trame/cms/domain/html';
import type { CaughtLetter, LetterLine } from './letter-folder.ts';

export const messages = {
  title: 'Boîte aux lettres d’essai',
  about:
    'Les lettres que Trame envoie arrivent ici, et nulle part ailleurs : personne d’autre ne les reçoit tant que la variable SMTP_URL n’est pas indiquée.',
  none: 'Aucune lettre pour l’instant. Ouvrez une campagne dans l’administration, puis actualisez cette page.',
  noneFound: 'Aucune lettre ne correspond.',
  search: 'Chercher un destinataire ou un objet',
  searchButton: 'Chercher',
  refresh: 'Actualiser',
  all: 'Toutes les lettres',
  noSubject: '(sans objet)',
  from: 'De',
  to: 'À',
  replyTo: 'Répondre à',
  date: 'Reçue le',
  asHtml: 'Telle qu’elle s’affiche',
  asText: 'En texte seul',
  source: 'Voir la source',
  frame: 'La lettre telle qu’elle s’affiche',
  count: (shown: number, all: number) =>
    shown === all ? plural(all, 'lettre') : `${plural(shown, 'lettre')} sur ${all}`,
  notHere: 'Cette boîte aux lettres ne s’ouvre que sur la machine où Trame fonctionne.',
  onlyReading: 'Cette boîte aux lettres ne fait que montrer des lettres.',
  noSuchLetter: 'Cette lettre n’est plus là : seules les plus récentes sont gardées.',
  broken: 'Cette lettre n’a pas pu être lue.',
} as const;

const STYLE = `
:root { color-scheme: light dark; --ink: #1f2933; --soft: #52606d; --line: #cbd2d9; --paper: #fff; --tint: #f3f6f5; --act: #1d5c4d }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecef; --soft: #b3bdc6; --line: #46525c; --paper: #171c20; --tint: #20272c; --act: #8fd3bf } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.2; overflow-wrap: anywhere }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem }
a { color: var(--act); overflow-wrap: anywhere }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
.about { max-width: 40rem; margin: 0 0 1.5rem; color: var(--soft) }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: 1rem }
label { flex: 1 1 14rem; font-size: .875rem; color: var(--soft) }
input, button { min-height: 2.75rem; padding: 0 .75rem; border: 1px solid var(--soft); border-radius: 6px; background: var(--paper); color: inherit; font: inherit }
input { display: block; width: 100%; margin-top: .25rem }
button { border-color: var(--act); color: var(--act); font-weight: 600; cursor: pointer }
.bar { display: flex; justify-content: space-between; gap: 1rem; margin: 0 0 .5rem; color: var(--soft) }
ol { margin: 0; padding: 0; border-top: 1px solid var(--line); list-style: none }
li { border-bottom: 1px solid var(--line) }
li a { display: grid; gap: 0 1rem; padding: .75rem .5rem; color: inherit; text-decoration: none }
li a:hover { background: var(--tint) }
li strong { overflow-wrap: anywhere }
li span { color: var(--soft); font-size: .9375rem; overflow-wrap: anywhere }
@media (min-width: 48rem) { li a { grid-template-columns: 17rem 1fr auto; align-items: baseline } li .to { order: -1 } }
dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem .75rem; margin: 1rem 0; padding: .75rem 1rem; border-radius: 6px; background: var(--tint) }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
iframe { display: block; width: 100%; height: min(46rem, 80vh); border: 1px solid var(--line); border-radius: 6px; background: #fff }
pre { margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; font: .9375rem/1.5 ui-monospace, monospace }
`;

const page = (title: string, body: string): string =>
  `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;

/** @param letters those that are shown, of `all` */
export function listPage(letters: readonly LetterLine[], wanted: string, all: number): string {
  const line = ({ id, receivedAt, to, subject }: LetterLine) =>
    `<li><a href="/lettres/${id}/"><strong>${escapeHtml(subject || messages.noSubject)}</strong> <span class="to">${escapeHtml(to)}</span> <span>${escapeHtml(formatMoment(receivedAt))}</span></a></li>`;
  return page(
    messages.title,
    `<h1>${messages.title}</h1>
<p class="about">${messages.about}</p>
<form role="search" action="/"><label>${messages.search}<input type="search" name="q" value="${escapeHtml(wanted)}"></label><button>${messages.searchButton}</button></form>
<p class="bar"><span>${messages.count(letters.length, all)}</span><a href="/${wanted ? `?q=${encodeURIComponent(wanted)}` : ''}">${messages.refresh}</a></p>
${letters.length > 0 ? `<ol>\n${letters.map(line).join('\n')}\n</ol>` : `<p>${all > 0 ? messages.noneFound : messages.none}</p>`}`,
  );
}

/** Addresses of web pages become links, here and only as far as they are plainly that. */
function withLinks(text: string): string {
  let html = '';
  let from = 0;
  for (const { 0: url, index } of text.matchAll(/https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)]/g)) {
    html += `${escapeHtml(text.slice(from, index))}<a href="${escapeHtml(url)}" target="_blank" rel="noreferrer">${escapeHtml(url)}</a>`;
    from = index + url.length;
  }
  return html + escapeHtml(text.slice(from));
}

export function letterPage(letter: CaughtLetter): string {
  const { id, subject, from, to, replyTo, receivedAt, html, text } = letter;
  const row = (name: string, value: string) => (value ? `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>` : '');
  const shown = html
    ? `<h2>${messages.asHtml}</h2>
<iframe title="${messages.frame}" src="/lettres/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : '';
  return page(
    `${subject || messages.noSubject} – ${messages.title}`,
    `<p><a href="/">← ${messages.all}</a></p>
<h1>${escapeHtml(subject || messages.noSubject)}</h1>
<dl>${row(messages.from, from)}${row(messages.to, to || letter.envelope.to.join(', '))}${row(messages.replyTo, replyTo)}${row(messages.date, formatMoment(receivedAt))}</dl>
${shown}
<h2>${messages.asText}</h2>
<pre>${withLinks(text)}</pre>
<p><a href="/lettres/${id}/source">${messages.source}</a></p>`,
  );
}

export const notePage = (note: string): string =>
  page(
    messages.title,
    `<h1>${messages.title}</h1>\n<p>${escapeHtml(note)}</p>\n<p><a href="/">${messages.all}</a></p>`,
  );
