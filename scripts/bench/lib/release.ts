/** A release built from generated content without a CMS, for benches that only look at what residents download. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { buildRelease } from '../../deployer/build.ts';
import { realSteps } from '../../deployer/steps.ts';
import { createWorkshop } from '../../deployer/workshop.ts';
import { launch, nodeArguments } from '../../lib/child.ts';
import { systemClock } from '../../lib/clock.ts';
import { ROOT } from '../../lib/environment.ts';
import { close, listen } from '../../lib/http.ts';
import { createLog } from '../../lib/log.ts';

/** Generated associations that make the demo territory `size` large; the demo itself brings about 85. */
export const besidesDemo = (size: number): number => Math.max(0, size - 85);

export async function run(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd = ROOT,
): Promise<void> {
  const child = launch(process.execPath, nodeArguments(path.join(ROOT, file), ...args), { cwd, env });
  const { code } = await child.exited;
  if (code !== 0) throw new Error(`${file} failed:\n${child.lastOutput()}`);
}

/** Writes an export of this size. */
export async function writeExport(file: string, size: number): Promise<void> {
  await run('scripts/seed/write-export.ts', [
    '--out',
    file,
    '--associations',
    String(besidesDemo(size)),
    '--seed',
    '1',
  ]);
}

/** Builds a release of this size, hands its folder to `look`, and removes it. */
export async function withRelease<T>(size: number, look: (folder: string, dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-bench-'));
  // Pictures are drawn by the seed and not by this bench: pages show their placeholders.
  const noPictures = createServer((_, response) => response.writeHead(404).end());
  const port = await listen(noPictures, 0);
  const workshop = createWorkshop();
  try {
    const exportFile = path.join(dataDir, 'export.json');
    await writeExport(exportFile, size);
    const folder = path.join(dataDir, 'site');
    await buildRelease(
      {
        id: 'bench',
        folder,
        exportFile,
        contentVersion: 'bench',
        builtAt: new Date(),
        changesFile: path.join(dataDir, 'changes.json'),
        previous: null,
        acceptLoss: false,
        booklet: 'made',
      },
      {
        steps: realSteps,
        workshop,
        dataDir,
        siteUrl: 'http://127.0.0.1:8080',
        cmsUrl: `http://127.0.0.1:${port}`,
        cmsDirectUrl: `http://127.0.0.1:${port}`,
        clock: systemClock,
        log: createLog('bench', () => undefined),
        markOf: () => '',
      },
      () => undefined,
      new AbortController().signal,
    );
    return await look(folder, dataDir);
  } finally {
    await workshop.close();
    await close(noPictures, 50);
    await rm(dataDir, { recursive: true, force: true });
  }
}
