/** The links of print shops across a restore: they open files with contacts that the web may not show. */
import path from 'node:path';
import { storedPressLinks } from '@trame/cms/domain/stored/press-links';
import { namesIn, readStored, UnreadableFile, writeStored } from '../lib/files.ts';

const EDITIONS = 'editions';
const PRIVATE = 0o600;

/**
 * Closes, in the unpacked `folder`, every link that came with the backup, but for those that are open in the DATA_DIR today:
 * one that was closed since must not open again, and on another machine nothing says which those are. A file that cannot be
 * read opens nothing, and is left as it is.
 * @returns how many were closed
 */
export async function closePressLinks(dataDir: string, folder: string, now: Date): Promise<number> {
  const linksOf = async (place: string, edition: string) => {
    const file = path.join(place, EDITIONS, edition, 'links.json');
    const read = await readStored(file, storedPressLinks).catch((error: unknown) => {
      if (error instanceof UnreadableFile) return null;
      throw error;
    });
    return { file, links: read?.links ?? [] };
  };
  let closed = 0;
  for (const edition of await namesIn(path.join(folder, EDITIONS))) {
    const today = (await linksOf(dataDir, edition)).links;
    const open = new Set(today.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id));
    const { file, links } = await linksOf(folder, edition);
    const isClosing = ({ id, revokedAt, expiresAt }: (typeof links)[number]) =>
      revokedAt === null && !open.has(id) && new Date(expiresAt) > now;
    const closing = links.filter(isClosing).length;
    if (closing === 0) continue;
    const revokedAt = now.toISOString();
    await writeStored(
      file,
      storedPressLinks,
      { links: links.map((link) => (isClosing(link) ? { ...link, revokedAt } : link)) },
      PRIVATE,
    );
    closed += closing;
  }
  return closed;
}
