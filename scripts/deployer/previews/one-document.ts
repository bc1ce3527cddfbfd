/** A page of a preview as one document that needs nothing from anywhere, and does nothing: it is looked at. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';

const TYPES: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Elements that run, or fetch, or send on. */
const LEFT_OUT = new Set(['script', 'link', 'base', 'meta']);
const KEPT_META = new Set(['charset', 'viewport']);

/** Links look as they do on the site, and lead nowhere: the frame has no way back. */
const STILL = '<style>a, button, input, select, summary { pointer-events: none; }</style>';

/** The file of the release that an address of the page names; null for one elsewhere, or that would climb out of it. */
function fileOf(address: string, release: string): string | null {
  if (!address.startsWith('/') || address.startsWith('//')) return null;
  const file = path.join(release, decodeURIComponent(address.split(/[?#]/)[0] ?? ''));
  return file.startsWith(release + path.sep) ? file : null;
}

async function asData(address: string, release: string): Promise<string | null> {
  const file = fileOf(address, release);
  const type = file && TYPES[path.extname(file)];
  if (!file || !type) return null;
  const bytes = await readFile(file).catch(() => null);
  return bytes && `data:${type};base64,${bytes.toString('base64')}`;
}

const isLeftOut = ({ name, attribs }: Element): boolean =>
  LEFT_OUT.has(name) && !(name === 'meta' && ('charset' in attribs || KEPT_META.has(attribs['name'] ?? '')));

/**
 * @param html of a page whose styles stand in it
 * @param release the folder that its pictures were placed in
 */
export async function oneDocument(html: string, release: string): Promise<string> {
  const document = parseDocument(html);
  const elements = DomUtils.getElementsByTagName('*', document, true);
  for (const element of elements) {
    if (isLeftOut(element)) {
      DomUtils.removeElement(element);
      continue;
    }
    if (element.name === 'a') {
      delete element.attribs['href'];
      element.attribs['role'] = 'link';
    }
    delete element.attribs['srcset'];
    const { src } = element.attribs;
    if (src === undefined || src.startsWith('data:')) continue;
    const data = await asData(src, release);
    if (data === null) delete element.attribs['src'];
    else element.attribs['src'] = data;
  }
  return DomUtils.getOuterHTML(document, { encodeEntities: 'utf8' }).replace('</head>', `${STILL}</head>`);
}
