/** The search of a release that lies in a folder, as a browser opens it: where there is none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLE, ENGINE_FILE, ENGINE_FOLDER } from '../../../view/search-bundle.ts';
import { answerFetches } from './answer-fetches.ts';
import { openLibrary, type Library } from './library.ts';
import type { PagefindModule } from './word-index.ts';

const ORIGIN = 'http://release.example.org';

export interface OpenedFolder {
  readonly library: Library;
  /** Path and bytes of every file that was read, as it lies there. */
  readonly read: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

/** @param folder root of a release @param today `YYYY-MM-DD` */
export async function openFolder(folder: string, today: string): Promise<OpenedFolder> {
  const read = new Map<string, number>();
  const bytes = async (path: string): Promise<Buffer> => {
    const data = await readFile(join(folder, path));
    read.set(path, data.length);
    return data;
  };
  const end = answerFetches((address) => {
    const { origin, pathname } = new URL(address);
    return origin === ORIGIN ? bytes(pathname).then((data) => new Response(new Uint8Array(data))) : null;
  });
  const library = await openLibrary({
    origin: ORIGIN,
    today,
    json: async (url) => JSON.parse((await bytes(new URL(url).pathname)).toString('utf8')) as unknown,
    load: async () => {
      const engine = `/${BUNDLE}/${ENGINE_FOLDER}/${ENGINE_FILE}`;
      await bytes(engine);
      return (await import(pathToFileURL(join(folder, engine)).href)) as PagefindModule;
    },
  });
  return {
    library,
    read,
    close: async () => {
      await library.index.close();
      end();
    },
  };
}
