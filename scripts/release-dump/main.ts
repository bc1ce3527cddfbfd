/**
 * Makes the dump of a release: its real CMS on a PostgreSQL of its own, a small year of an office driven through its real
 * doors, and what its database holds then, as `pnpm backup` writes it. README.md says when.
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pack } from '../backup/archive.ts';
import { dumpDatabase } from '../backup/lay-out.ts';
import { startTemporaryPostgres } from '../lib/embedded-postgres.ts';
import { ROOT } from '../lib/environment.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { bootRelease, openRoutes } from './boot.ts';
import { openDoors } from './doors.ts';
import { startDeployerStandIn, startMailServer } from './neighbours.ts';
import { liveThroughAYear } from './year.ts';

const HELP = `Fait la photographie d’une version de Trame, pour le test qui démarre la suivante dessus.

  node scripts/release-dump/main.ts --of <dossier de cette version> --to <fichier.tar.gz>

Sans --of, celle de ce dossier. Son CMS doit être compilé (cms/dist).`;

async function makeDump(release: string, file: string): Promise<void> {
  const cms = path.join(release, 'cms');
  if (!existsSync(path.join(cms, 'dist/src/index.js'))) throw new PlainError(`${cms} n’est pas compilé.`);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'trame-release-'));
  const postgres = await startTemporaryPostgres();
  const mail = await startMailServer();
  const strapi = await bootRelease({
    cms,
    databaseUrl: postgres.url,
    dataDir,
    env: {
      DEPLOYER_URL: await startDeployerStandIn(),
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      MAIL_PER_SECOND: '500',
    },
  });
  const doors = openDoors(await openRoutes(strapi));

  await liveThroughAYear(strapi, doors).catch((error: unknown) => {
    const { details } = error as { details?: unknown };
    throw new Error(`${String(error)} ${JSON.stringify(details ?? null)}`, { cause: error });
  });

  const folder = mkdtempSync(path.join(os.tmpdir(), 'trame-dump-'));
  const rows = await dumpDatabase(postgres.url, folder);
  await pack(folder, file);
  await rm(folder, { recursive: true });
  await postgres.stop();
  await rm(dataDir, { recursive: true });
  process.stdout.write(`${file} : ${rows} lignes.\n`);
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: { of: { type: 'string', default: ROOT }, to: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) process.stdout.write(`${HELP}\n`);
  else if (values.to === undefined) throw new PlainError(HELP);
  else await makeDump(path.resolve(values.of), path.resolve(values.to));
});
process.exit(); // a letter is still under way, as it is meant to be
