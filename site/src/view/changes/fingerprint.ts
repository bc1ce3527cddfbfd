import { createHash } from 'node:crypto';

/** Letters of a fingerprint: 64 bits, of which two in a directory of ten thousand are never the same by chance. */
const LENGTH = 16;

/** A picture or a document is known by its content, wherever it is kept. */
const isFile = (value: object): boolean => 'hash' in value && 'url' in value;

/** What is said, in one order, and nothing for what says nothing: a field that a later version adds changes no record that lacks it. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === false || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((one) => plain(one) ?? null);
  if (typeof value !== 'object') return value;
  const said = Object.entries(value)
    .filter(([name]) => name !== 'url' || !isFile(value))
    .map(([name, inner]) => [name, plain(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** The same letters for values that read the same, whatever the order of their fields. @param value plain data */
export const fingerprint = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(plain(value) ?? null))
    .digest('hex')
    .slice(0, LENGTH);
