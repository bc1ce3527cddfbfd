/** The version of all content, as `platform/content-version` writes it: "<identity of the log>.<newest id>.<changes so far>". */

const parts = (version: string): { log: string; changes: bigint } | null => {
  const [, log, changes] = /^(\d+)\.\d+\.(\d+)$/.exec(version) ?? [];
  return log === undefined || changes === undefined ? null : { log, changes: BigInt(changes) };
};

/**
 * Does a content of this version hold everything that one of version `other` held? Changes are only ever added, each counts, and
 * a version is read after the commits that it counts: whoever counts as many has seen them all. Versions of two databases cannot
 * be compared: false.
 */
export function holdsVersion(version: string, other: string): boolean {
  const [mine, theirs] = [parts(version), parts(other)];
  return mine !== null && theirs !== null && mine.log === theirs.log && mine.changes >= theirs.changes;
}
