import { typography } from '../../../domain/french.ts';
import { by } from '../../../domain/french-prepositions.ts';
import { escapeHtml } from '../../../domain/html.ts';
import type { SecretLink } from '../../links/secret-link.ts';
import { oneLine } from '../message.ts';

/** What a letter is made of, before it gets its envelope. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Who sends, as it stands at the foot of each letter; from the site's settings. */
export interface Office {
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The one thing to do in a letter. A link with a secret comes with its code, for mail programs that cut links. */
export interface LinkButton {
  readonly label: string;
  readonly link: SecretLink | { readonly url: string; readonly code: null };
}

export interface LetterParts {
  readonly subject: string;
  /** In their order; a line break inside one stays. At most one is a button. */
  readonly paragraphs: readonly (string | LinkButton)[];
  readonly office: Office;
  /** One sentence: why this person gets this letter. */
  readonly why: string;
  /** The page where the person takes this address out of the directory; null where there is nothing to take out. */
  readonly withdrawalLink: SecretLink | null;
  /** The page where the person stops letters of this kind. */
  readonly stopLink?: SecretLink;
  /** Addresses that paragraphs say, of our own or by an editor: they may be clicked. */
  readonly links?: readonly string[];
}

export const words = {
  addressOfLink: 'Si le bouton ne s’ouvre pas, recopiez cette adresse dans votre navigateur :',
  /** Before the page's address, and between it and the code. */
  withoutLink: 'Le lien ne mène à rien ? Certaines messageries le coupent. Ouvrez',
  typeCode: 'et tapez le code',
  stop: 'Ne plus recevoir ces lettres :',
  withdrawalCode: 'Ou, sur la même page, le code',
  withdrawal: 'Ne plus paraître dans l’annuaire avec ce contact :',
  sentBy: 'Envoyé',
} as const;

/** Addresses of the web in a text. */
const WEB = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)]/g;

/** The addresses that a text says, for `links`. */
export const webAddressesIn = (text: string): string[] => text.match(WEB) ?? [];

/** Only our own links are links: an address in somebody's name is shown, not offered. */
function inline(paragraph: string, links: ReadonlySet<string>): string {
  let html = '';
  let from = 0;
  for (const { 0: url, index } of paragraph.matchAll(WEB)) {
    html += escapeHtml(paragraph.slice(from, index));
    html += links.has(url)
      ? `<a href="${escapeHtml(url)}" style="color:#1d5c4d">${escapeHtml(url)}</a>`
      : escapeHtml(url);
    from = index + url.length;
  }
  return (html + escapeHtml(paragraph.slice(from))).replaceAll('\n', '<br>\n');
}

/** The page of a secret link: what is left of it where a mail program cuts at the #. */
const pageOf = (url: string): string => url.split('#', 1)[0] ?? url;

const anchor = (url: string): string =>
  `<a href="${escapeHtml(url)}" style="color:#1d5c4d;word-break:break-all">${escapeHtml(url)}</a>`;

const boldCode = (code: string): string =>
  `<strong style="font-family:Consolas,Menlo,monospace;white-space:nowrap">${escapeHtml(code)}</strong>`;

const buttonText = ({ label, link: { url, code } }: LinkButton): string =>
  [
    `${typography(`${label} :`)}\n${url}`,
    ...(code === null ? [] : [`${typography(words.withoutLink)} ${pageOf(url)} ${words.typeCode}\n${code}`]),
  ].join('\n\n');

const buttonHtml = ({ label, link: { url, code } }: LinkButton): string => {
  const typed =
    code === null
      ? ''
      : `<br>\n${escapeHtml(typography(words.withoutLink))} ${anchor(pageOf(url))} ${words.typeCode} ${boldCode(code)}`;
  return `<p style="margin:24px 0 8px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:14px 22px;border-radius:6px;background:#1d5c4d;color:#ffffff;font-weight:bold;text-decoration:none">${escapeHtml(typography(label))}</a></p>
<p style="margin:0 0 24px;font-size:14px">${escapeHtml(typography(words.addressOfLink))}<br>
${anchor(url)}${typed}</p>`;
};

const wayOutText = ([label, { url, code }]: readonly [string, SecretLink]): string[] => [
  typography(label),
  url,
  `${words.withdrawalCode} ${code}`,
];

const wayOutHtml = ([label, { url, code }]: readonly [string, SecretLink]): string =>
  `${escapeHtml(typography(label))} ${anchor(url)}<br>\n${words.withdrawalCode} ${boldCode(code)}`;

const footLines = ({ office, why }: LetterParts): string[] => {
  const sender = [office.name, office.address?.replace(/\s*\n\s*/g, ', '), office.phone, office.email]
    .filter(Boolean)
    .map((part) => oneLine(part as string))
    .join(' · ');
  return [why, `${words.sentBy} ${by(sender)}`];
};

/**
 * Sets a letter twice: as plain text, and as HTML that any mail client shows, with one column, no picture, no colour that
 * carries meaning, nothing that is loaded and nothing that tells whether it was read.
 */
export function layOut(parts: LetterParts): LetterText {
  const subject = oneLine(typography(parts.subject));
  const paragraphs = parts.paragraphs.map((part) => (typeof part === 'string' ? typography(part) : part));
  const foot = footLines(parts).map(typography);
  const links = new Set([
    ...parts.paragraphs.flatMap((part) => (typeof part === 'string' ? [] : [part.link.url])),
    ...(parts.links ?? []),
  ]);
  const ways: readonly (readonly [label: string, link: SecretLink])[] = [
    ...(parts.stopLink ? [[words.stop, parts.stopLink] as const] : []),
    ...(parts.withdrawalLink ? [[words.withdrawal, parts.withdrawalLink] as const] : []),
  ];
  for (const [, { url }] of ways) links.add(url);
  const text = [
    ...paragraphs.map((part) => (typeof part === 'string' ? part : buttonText(part))),
    // The mark of a signature: mail clients leave what follows out of an answer.
    ['-- ', ...foot, ...ways.flatMap(wayOutText)].join('\n'),
  ].join('\n\n');

  const body = paragraphs
    .map((part) =>
      typeof part === 'string' ? `<p style="margin:0 0 16px">${inline(part, links)}</p>` : buttonHtml(part),
    )
    .join('\n');
  const html = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#ffffff;color:#1f2933">
<div style="max-width:600px;margin:0 auto;padding:24px 16px;font-family:Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5">
${body}
<hr style="border:0;border-top:1px solid #b8c2cc;margin:32px 0 16px">
<p style="margin:0;font-size:14px;color:#4a5560">${[...foot.map(escapeHtml), ...ways.map(wayOutHtml)].join('<br>\n')}</p>
</div>
</body>
</html>
`;
  return { subject, text: `${text}\n`, html };
}
