/**
 * Domains with accents (`mairie-créon.fr`): stored and written to in their ASCII form (IDNA, RFC 5890: `xn--mairie-cron-jbb.fr`),
 * which every mail server takes; shown as they are typed, unless they could be mistaken for another.
 */

/** Characters that a domain may be typed with before it is brought into ASCII. */
const TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u;
const isAscii = (text: string): boolean => [...text].every((char) => char <= '~');

/**
 * The ASCII form of a domain, in lower case (WHATWG URL, "domain to ASCII": UTS 46). Null for one that has none.
 * @param domain as it is typed
 */
export function asciiDomain(domain: string): string | null {
  if (isAscii(domain)) return domain.toLowerCase();
  if (!TYPED.test(domain)) return null;
  try {
    const { hostname } = new URL(`http://${domain}/`);
    return isAscii(hostname) ? hostname : null;
  } catch {
    return null;
  }
}

/** Letters beyond a to z that a name under .fr may have (Afnic, charte de nommage, annexe): nothing that looks like another letter. */
const SHOWN = /^[a-z0-9àáâãäåæçèéêëìíîïñòóôõöùúûüýÿœß-]+$/;
const PREFIX = 'xn--';

/** The domain as readers know it: labels in ASCII form are decoded, except those with other letters than French ones. */
export function shownDomain(ascii: string): string {
  if (!ascii.includes(PREFIX)) return ascii;
  const shown = ascii
    .split('.')
    .map((label) => (label.startsWith(PREFIX) ? shownLabel(label) : label))
    .join('.');
  return asciiDomain(shown) === ascii ? shown : ascii;
}

/** A stored address as it is read: `contact@mairie-créon.fr`. It stays in ASCII in links and on envelopes. */
export function formatEmail(stored: string): string {
  const at = stored.lastIndexOf('@');
  return at < 0 ? stored : `${stored.slice(0, at)}@${shownDomain(stored.slice(at + 1))}`;
}

function shownLabel(label: string): string {
  const decoded = decodePunycode(label.slice(PREFIX.length));
  return decoded !== null && SHOWN.test(decoded) ? decoded : label;
}

const BASE = 36;
const [T_MIN, T_MAX, SKEW, DAMP, FIRST_BIAS, FIRST_CODE] = [1, 26, 38, 700, 72, 0x80];

/** One label without its prefix (RFC 3492, 6.2); null for what is none. The platform only encodes. */
function decodePunycode(input: string): string | null {
  const cut = input.lastIndexOf('-');
  const output = cut > 0 ? [...input.slice(0, cut)].map((char) => char.codePointAt(0) ?? 0) : [];
  let [code, index, bias] = [FIRST_CODE, 0, FIRST_BIAS];
  for (let at = cut > 0 ? cut + 1 : 0; at < input.length;) {
    const before = index;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = Number.parseInt(input[at] ?? '', BASE);
      // Base 36 of JavaScript has its figures first; that of punycode has them last.
      if (Number.isNaN(digit)) return null;
      const value = digit < 10 ? digit + 26 : digit - 10;
      at += 1;
      index += value * weight;
      const threshold = k <= bias ? T_MIN : Math.min(k - bias, T_MAX);
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    bias = adapted(index - before, output.length + 1, before === 0);
    code += Math.floor(index / (output.length + 1));
    index %= output.length + 1;
    if (code > 0x10ffff) return null;
    output.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...output);
}

function adapted(delta: number, count: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
