/**
 * Where editions live: DATA_DIR/editions/<documentId>/ with `proof/`, `frozen/`, `printing/` (a proof under way), `state.json`
 * and `links.json`.
 *
 * A folder is written aside and renamed when it is whole: a crash leaves the old proof or the new one. A frozen folder is a
 * proof that got a seal (the checksum of every file in it) and a new name; nothing here writes below that name again.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { PrintExport } from '@trame/cms/domain/contract/edition';
import { EditionState } from '@trame/cms/domain/contract/edition-state';
import { Instant } from '@trame/cms/domain/contract/primitives';
import { PrintReport } from '@trame/cms/domain/contract/print-report';
import { z } from 'zod';
import { readJson, writeJson } from '../../lib/files.ts';

/** Strapi's documentIds, and nothing that a path could climb by. */
const EDITION = /^[A-Za-z0-9_-]{1,64}$/;
const READ_ONLY = 0o444;

/** Files that are handed out besides those of the report. */
const REPORT_FILES = ['rapport.html', 'rapport.json'] as const;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Seal = z.strictObject({ at: Instant, files: z.record(z.string(), Sha256) });
type Seal = z.infer<typeof Seal>;
const Memory = EditionState.pick({ printing: true, failure: true });
type Memory = z.infer<typeof Memory>;

export type Which = 'proof' | 'frozen';

/** A file that is handed out: open, and just found to be what the report says. Whoever gets it closes it. */
export interface HandedFile {
  readonly handle: FileHandle;
  readonly name: string;
  readonly bytes: number;
}

export class Damaged extends Error {
  override name = 'Damaged';
  readonly file: string;
  constructor(file: string) {
    super(`${file} is not what its checksum says`);
    this.file = file;
  }
}

export interface EditionStore {
  /** Whether the text can name an edition at all. */
  isName(edition: string): boolean;
  fileOf(edition: string, name: 'links.json'): string;
  memory(edition: string): Promise<Memory>;
  remember(edition: string, memory: Memory): Promise<void>;
  /** An empty folder to print into. */
  beginPrinting(edition: string): Promise<string>;
  /** The folder is whole: it is the proof now. */
  acceptPrinting(edition: string): Promise<void>;
  dropPrinting(edition: string): Promise<void>;
  report(edition: string, which: Which): Promise<PrintReport | null>;
  frozenAt(edition: string): Promise<string | null>;
  /** What was printed. */
  content(edition: string, which: Which): Promise<PrintExport | null>;
  contentFile(edition: string, which: Which): string;
  /** The first file of the proof that is not what its report says; null when all are. */
  damagedIn(edition: string, which: Which): Promise<string | null>;
  /** Seals the proof: from now on it is the frozen edition. */
  freeze(edition: string, at: string): Promise<void>;
  /** @returns null when there is no such file to hand out. @throws {Damaged} */
  take(edition: string, which: Which, name: string): Promise<HandedFile | null>;
  /** Editions that have a folder. */
  list(): Promise<string[]>;
  /** Puts away what a crash left. @returns editions whose printing it broke off */
  recover(): Promise<string[]>;
}

async function sha256Of(source: NodeJS.ReadableStream): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of source as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

async function* filesBelow(folder: string, inside = ''): AsyncGenerator<string> {
  for (const entry of await readdir(path.join(folder, inside), { withFileTypes: true })) {
    const name = path.join(inside, entry.name);
    if (entry.isDirectory()) yield* filesBelow(folder, name);
    else if (entry.isFile()) yield name;
  }
}

/** On the disk, not only in the memory of the machine: what a freeze promises must survive a power cut. */
async function flush(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function createEditionStore(dataDir: string): EditionStore {
  const root = path.join(dataDir, 'editions');
  const at = (edition: string, ...names: string[]): string => {
    if (!EDITION.test(edition)) throw new Error(`No name of an edition: ${edition}`);
    return path.join(root, edition, ...names);
  };
  const seal = (edition: string): Promise<Seal | null> => readJson(at(edition, 'frozen', 'seal.json'), Seal);
  const report = (edition: string, which: Which) => readJson(at(edition, which, 'rapport.json'), PrintReport);

  /** Checksums of the files that may leave the folder, by name. */
  async function checksums(edition: string, which: Which): Promise<Map<string, string | null>> {
    const known = await report(edition, which);
    if (known === null) return new Map();
    const printed = known.files.map(({ name, sha256 }) => [name, sha256] as const);
    if (which === 'proof') return new Map([...printed, ...REPORT_FILES.map((name) => [name, null] as const)]);
    // The seal stands above the report, which it covers too.
    const sealed = await seal(edition);
    if (sealed === null) return new Map();
    return new Map([...printed.map(([name]) => name), ...REPORT_FILES].map((name) => [name, sealed.files[name] ?? '']));
  }

  return {
    isName: (edition) => EDITION.test(edition),
    fileOf: (edition, name) => at(edition, name),

    memory: async (edition) => (await readJson(at(edition, 'state.json'), Memory)) ?? { printing: null, failure: null },
    remember: (edition, memory) => writeJson(at(edition, 'state.json'), memory),

    async beginPrinting(edition) {
      const folder = at(edition, 'printing');
      await rm(folder, { recursive: true, force: true });
      await mkdir(path.join(folder, 'originals'), { recursive: true });
      return folder;
    },
    async acceptPrinting(edition) {
      const [proof, old] = [at(edition, 'proof'), at(edition, 'proof.old')];
      await rm(old, { recursive: true, force: true });
      if (existsSync(proof)) await rename(proof, old);
      await rename(at(edition, 'printing'), proof);
      await rm(old, { recursive: true, force: true });
    },
    dropPrinting: (edition) => rm(at(edition, 'printing'), { recursive: true, force: true }),

    report,
    frozenAt: async (edition) => (await seal(edition))?.at ?? null,
    content: (edition, which) => readJson(at(edition, which, 'export.json'), PrintExport),
    contentFile: (edition, which) => at(edition, which, 'export.json'),

    async damagedIn(edition, which) {
      for (const [name, sha256] of await checksums(edition, which)) {
        const file = at(edition, which, name);
        if (!existsSync(file)) return name;
        if (sha256 !== null && (await sha256Of(createReadStream(file))) !== sha256) return name;
      }
      return null;
    },

    async freeze(edition, instant) {
      const proof = at(edition, 'proof');
      if (existsSync(at(edition, 'frozen'))) throw new Error('A frozen edition is never frozen again');
      const files: Record<string, string> = {};
      await rm(path.join(proof, 'seal.json'), { force: true }); // of a freeze that a crash broke off
      for await (const name of filesBelow(proof)) {
        const file = path.join(proof, name);
        files[name] = await sha256Of(createReadStream(file));
        await flush(file);
        await chmod(file, READ_ONLY);
      }
      await writeJson(path.join(proof, 'seal.json'), { at: instant, files } satisfies Seal, READ_ONLY);
      await flush(path.join(proof, 'seal.json'));
      await flush(proof);
      await rename(proof, at(edition, 'frozen'));
      await flush(at(edition));
    },

    async take(edition, which, name) {
      const known = (await checksums(edition, which)).get(name);
      if (known === undefined) return null; // only names of the report: no path can be asked for
      const handle = await open(at(edition, which, name), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw new Damaged(name);
        throw error;
      });
      try {
        // Through the same handle that is read afterwards: what was checked is what leaves.
        const { size } = await handle.stat();
        if (known !== null && (await sha256Of(handle.createReadStream({ start: 0, autoClose: false }))) !== known)
          throw new Damaged(name);
        return { handle, name, bytes: size };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },

    list: async () => (await readdir(root).catch(() => [])).filter((name) => EDITION.test(name)),

    async recover() {
      const broken: string[] = [];
      for (const edition of await this.list()) {
        const [proof, old] = [at(edition, 'proof'), at(edition, 'proof.old')];
        if (existsSync(old)) {
          if (existsSync(proof)) await rm(old, { recursive: true, force: true });
          else await rename(old, proof);
        }
        await rm(at(edition, 'printing'), { recursive: true, force: true });
        const text = await readFile(at(edition, 'state.json'), 'utf8').catch(() => '');
        if (text !== '' && (await this.memory(edition)).printing !== null) broken.push(edition);
      }
      return broken;
    },
  };
}
