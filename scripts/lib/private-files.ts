/** Who may read what lies in the DATA_DIR: its owner alone, but for the pages of the site. */
import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

const OTHERS = 0o077;
/** To be passed through, not to be listed: PostgreSQL's account and a web server go to their own folder. */
const PASSAGE = 0o711;

/** Folders of the DATA_DIR that another account reads: residents' pages, and the cluster, which PostgreSQL guards itself. */
const READ_BY_OTHERS: readonly string[] = ['site', 'postgres'];
/** Made before anybody makes them with another mode. Without `public/uploads` Strapi refuses to load. */
const MADE_FIRST: readonly string[] = ['public/uploads', 'editions', 'submissions', 'deployer', 'cache', 'logs'];

/** What can be made again, and is many files: their folder alone keeps others out. */
const BY_FOLDER: readonly string[] = ['cache', 'public'];

async function closeOne(place: string, mode: number): Promise<void> {
  if ((mode & OTHERS) !== 0) await chmod(place, mode & 0o700);
}

/** Takes from everybody but the owner every right to a file, or a folder and all below it. Links are left alone. */
export async function makePrivate(place: string): Promise<void> {
  const info = await lstat(place);
  if (info.isSymbolicLink()) return;
  await closeOne(place, info.mode);
  if (info.isDirectory()) for (const name of await readdir(place)) await makePrivate(path.join(place, name));
}

/**
 * Makes the DATA_DIR when it is missing, and closes what an older release, a copy or a restore left open in it, whatever the
 * umask.
 */
export async function keepPrivate(dataDir: string): Promise<void> {
  for (const name of MADE_FIRST) await mkdir(path.join(dataDir, name), { recursive: true, mode: 0o700 });
  await chmod(dataDir, (await lstat(dataDir)).mode & PASSAGE); // a folder that is closed altogether stays closed
  for (const name of await readdir(dataDir)) {
    const place = path.join(dataDir, name);
    if (READ_BY_OTHERS.includes(name)) continue;
    if (!BY_FOLDER.includes(name)) await makePrivate(place);
    else await closeOne(place, (await lstat(place)).mode);
  }
}
