/**
 * Where editions live: DATA_DIR/editions/<documentId>/ with `proof/`, `frozen/`, `printing/` (a proof under way), `state.json`
 * and `links.json`.
 *
 * A folder is written aside and renamed when it is whole: a crash leaves the old proof or the new one. A frozen folder is a
 * proof that got a seal (the checksum of every file in it) and a new name; nothing here writes below that name again.
 *
 * Absent and unreadable are two things (decision 0019): an edition without the folder `proof` has no proof. A folder whose file
 * is missing, cannot be read or cannot be understood is an error (`UnreadableFile`) that names the file.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import type { PrintReport } from '@trame/cms/domain/contract/press/print-report';
import { type KeptProgress, storedEditionProgress } from '@trame/cms/domain/stored/edition-progress';
import { type EditionSeal, storedEditionSeal } from '@trame/cms/domain/stored/edition-seal';
import { storedPrintExport } from '@trame/cms/domain/stored/print-export';
import { storedPrintReport } from '@trame/cms/domain/stored/print-report';
import type { Stored } from '@trame/cms/domain/stored/stored';
import { makePrivate } from '../../lib/private-files.ts';
import { isThere, namesIn, nullIfAbsent, readStored, UnreadableFile, writeStored } from '../../lib/files.ts';

/** Strapi's documentIds, and nothing that a path could climb by. */
const EDITION = /^[A-Za-z0-9_-]{1,64}$/;
const READ_ONLY = 0o400;

/** Files that are handed out besides those of the report. */
const REPORT_FILES = ['rapport.html', 'rapport.json'] as const;

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
  /** A path as editors and logs read it: below the DATA_DIR. */
  named(file: string): string;
  /** @throws {UnreadableFile} as every reading below */
  memory(edition: string): Promise<KeptProgress>;
  remember(edition: string, memory: KeptProgress): Promise<void>;
  /** An empty folder to print into. */
  beginPrinting(edition: string): Promise<string>;
  /** The folder is whole: it is the proof now. */
  acceptPrinting(edition: string): Promise<void>;
  dropPrinting(edition: string): Promise<void>;
  report(edition: string, which: Which): Promise<PrintReport | null>;
  /** Whether there is a frozen folder, be its files readable or not. */
  isFrozen(edition: string): Promise<boolean>;
  /** Null when the edition is not frozen. */
  seal(edition: string): Promise<EditionSeal | null>;
  /** What was printed. */
  content(edition: string, which: Which): Promise<PrintExport | null>;
  /** Reads what was printed once for each state of the file, and throws as `content` does. */
  checkContent(edition: string, which: Which): Promise<void>;
  contentFile(edition: string, which: Which): string;
  /** The first file of the proof that is not what its report says; null when all are. */
  damagedIn(edition: string, which: Which): Promise<string | null>;
  /** Seals the proof: from now on it is the frozen edition. */
  freeze(edition: string, at: string): Promise<void>;
  /** @returns null when there is no such file to hand out. @throws {Damaged} */
  take(edition: string, which: Which, name: string): Promise<HandedFile | null>;
  /** Editions that have a folder. */
  list(): Promise<string[]>;
  /** Puts away what a crash left. @returns editions whose printing it broke off, and what could not be put away or read */
  recover(): Promise<{ broken: string[]; failed: { edition: string; cause: unknown }[] }>;
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

  /** The path as editors and logs name it. */
  const named = (file: string): string => path.relative(dataDir, file);

  /** A file that may be absent. */
  const read = <Value>(file: string, shape: Stored<Value>) => readStored(file, shape, named(file));

  /** A file of a folder that is whole as soon as it is there; null when the folder is not. */
  async function readFrom<Value>(folder: string, name: string, shape: Stored<Value>): Promise<Value | null> {
    const file = path.join(folder, name);
    const found = await read(file, shape);
    if (found !== null || !(await isThere(folder))) return found;
    // The folder may have got its name between the two looks: the second reading decides.
    const again = await read(file, shape);
    if (again === null) throw new UnreadableFile(named(file), new Error('The folder is there without it'));
    return again;
  }

  const seal = (edition: string) => readFrom(at(edition, 'frozen'), 'seal.json', storedEditionSeal);
  const report = (edition: string, which: Which) => readFrom(at(edition, which), 'rapport.json', storedPrintReport);
  const content = (edition: string, which: Which) => readFrom(at(edition, which), 'export.json', storedPrintExport);
  const checkedContents = new Map<string, { state: string; error: Error | null }>();

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
    named,

    memory: async (edition) =>
      (await read(at(edition, 'state.json'), storedEditionProgress)) ?? { printing: null, failure: null },
    remember: (edition, memory) => writeStored(at(edition, 'state.json'), storedEditionProgress, memory),

    async beginPrinting(edition) {
      const folder = at(edition, 'printing');
      await rm(folder, { recursive: true, force: true });
      await mkdir(path.join(folder, 'originals'), { recursive: true, mode: 0o700 });
      return folder;
    },
    async acceptPrinting(edition) {
      const [proof, old] = [at(edition, 'proof'), at(edition, 'proof.old')];
      await rm(old, { recursive: true, force: true });
      await makePrivate(at(edition, 'printing')); // whatever the umask of the programs that printed it
      if (existsSync(proof)) await rename(proof, old);
      await rename(at(edition, 'printing'), proof);
      await rm(old, { recursive: true, force: true });
    },
    dropPrinting: (edition) => rm(at(edition, 'printing'), { recursive: true, force: true }),

    report,
    isFrozen: (edition) => isThere(at(edition, 'frozen')),
    seal,
    content,
    async checkContent(edition, which) {
      const file = at(edition, which, 'export.json');
      // An edition may weigh 20 MB, and its page asks every few seconds.
      const info = await stat(file).catch(nullIfAbsent);
      const state = info === null ? 'absent' : `${info.ino}:${info.mtimeMs}:${info.ctimeMs}:${info.size}`;
      const known = checkedContents.get(file);
      const error =
        known?.state === state
          ? known.error
          : await content(edition, which).then(
              () => null,
              (cause: Error) => cause,
            );
      checkedContents.set(file, { state, error });
      if (error !== null) throw error;
    },
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
      await writeStored(path.join(proof, 'seal.json'), storedEditionSeal, { at: instant, files }, READ_ONLY);
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

    async list() {
      const names = (await namesIn(root)).filter((name) => EDITION.test(name));
      const folders = await Promise.all(names.map(async (name) => (await stat(path.join(root, name))).isDirectory()));
      return names.filter((_, rank) => folders[rank]);
    },

    async recover() {
      const broken: string[] = [];
      const failed: { edition: string; cause: unknown }[] = [];
      const recoverOne = async (edition: string) => {
        const [proof, old] = [at(edition, 'proof'), at(edition, 'proof.old')];
        if (await isThere(old)) {
          if (await isThere(proof)) await rm(old, { recursive: true, force: true });
          else await rename(old, proof);
        }
        await rm(at(edition, 'printing'), { recursive: true, force: true });
        if ((await this.memory(edition)).printing !== null) broken.push(edition);
      };
      // One edition that cannot be read keeps neither the others nor the site from being published.
      for (const edition of await this.list()) {
        await recoverOne(edition).catch((cause: unknown) => failed.push({ edition, cause }));
      }
      return { broken, failed };
    },
  };
}
