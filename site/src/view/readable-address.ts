/**
 * Web and e-mail addresses as people read them: « facebook.com/Comité-des-fêtes », not « Comit%C3%A9-des-f%C3%AAtes ». Only the
 * text is made readable; links lead to the address as it was given. Whoever types the text back arrives at the same place, and
 * nothing in it can pass for what it is not.
 */
import { shownDomain } from '@trame/cms/domain/email-domain';

/**
 * Letters of our alphabet with their accents, and the punctuation of French. Not what mixes with the signs of an address
 * (encoded slashes, spaces, percent signs, look-alikes of them), nor controls, marks and letters that turn the line around.
 */
const SHOWN = /^[\p{Script=Latin}’‘“”«»·–—€]$/u;
const ENCODED_RUN = /(?:%[89A-F][\dA-F])+/gi;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes what is safe to read in a path, a query or a fragment; bytes that are no UTF-8 stay as they are. */
function decoded(part: string): string {
  return part.replace(ENCODED_RUN, (run) => {
    let text: string;
    try {
      text = utf8.decode(Buffer.from(run.replaceAll('%', ''), 'hex'));
    } catch {
      return run;
    }
    // A letter that another spelling stands for (e + ´, Ａ) would be typed back as that one.
    const shown = (letter: string) => SHOWN.test(letter) && letter === letter.normalize('NFKC');
    return Array.from(text, (letter) => (shown(letter) ? letter : encodeURIComponent(letter))).join('');
  });
}

/** An address as it is shown or printed: readable, without scheme, leading `www.` and final slash (one of two would lead elsewhere). What is no address is left as it is. */
export function readableAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return address;
  const { hostname, port, pathname, search, hash } = url;
  const host = shownDomain(hostname.replace(/^www\./, '')) + (port === '' ? '' : `:${port}`);
  return `${host}${[pathname, search, hash].map(decoded).join('')}`.replace(/(?<!\/)\/$/, '');
}
