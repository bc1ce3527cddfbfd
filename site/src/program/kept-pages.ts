/**
 * The pages that a program rendered, for its next release: a page is taken over when it would come out the same, because what it was
 * given and each answer that it read are the same (decision 0082). They lie in the folder of the program, and not in a release: what
 * happens to a release on the disk must not come back with the next one.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Notebook } from '../reads.ts';
import { placeIn } from '../media/placed.ts';
import { createDigests, digestOfBytes, digestOfProps } from './digest.ts';

interface KeptPage {
  /** Of what the page was given and was answered. */
  readonly read: string;
  readonly questions: readonly string[];
  readonly placed: readonly (readonly [path: string, from: string])[];
  /** Of the file that is kept. */
  readonly bytes: string;
}

/** What the page of a release is given: the properties of its path; none for a page that has one address alone. */
export type Given = Readonly<Record<string, unknown>>;

/** The pages of one release. */
export interface Round {
  /**
   * Takes over a page that was kept, and puts the pictures that it shows into the release.
   * @param file of the page in the release @returns its bytes; null when it is to be rendered
   */
  take(file: string, given: Given): Promise<Buffer | null>;
  /** Keeps what was rendered. Never throws: a page that is not kept is rendered again. */
  keep(file: string, given: Given, notes: Notebook, bytes: Buffer): Promise<void>;
  /**
   * After the last page: forgets those that this release does not have. What was taken off the directory stays nowhere.
   * @throws the system's error when a copy cannot be removed
   */
  end(): Promise<void>;
}

export interface KeptPages {
  /**
   * Begins a release; what was kept under other conditions is gone.
   * @param release its folder
   * @param conditions what every page depends on, and the program does not
   * @param answer of the content of this release, to a question that a page noted
   */
  begin(release: string, conditions: string, answer: (question: string) => unknown): Promise<Round>;
}

/** @param folder of the program, of which one process alone knows */
export function createKeptPages(folder: string): KeptPages {
  const pages = new Map<string, KeptPage>();
  /** One text for each question, whatever number of pages asks it. */
  const texts = new Map<string, string>();
  const oneText = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  let last: string | null = null;

  return {
    async begin(release, conditions, answer) {
      if (last !== conditions) {
        pages.clear();
        texts.clear();
        await rm(folder, { recursive: true, force: true });
      }
      last = conditions;
      const ofThisRelease = new Set<string>();

      const digest = createDigests();
      const answers = new Map<string, string | null>();
      const digestOf = (question: string): string | null => {
        let found = answers.get(question);
        if (found === undefined) answers.set(question, (found = digest(answer(question))));
        return found;
      };
      /** @returns null when something of it cannot be compared */
      const readOf = (given: Given, questions: readonly string[]): string | null => {
        const parts = [digestOfProps(digest, given), ...questions.map(digestOf)];
        return parts.includes(null) ? null : digestOfBytes(parts.join(' '));
      };

      return {
        async take(file, given) {
          const page = pages.get(file);
          if (page === undefined || page.read !== readOf(given, page.questions)) return null;
          try {
            const bytes = await readFile(join(folder, file));
            if (digestOfBytes(bytes) !== page.bytes) return null;
            for (const [path, from] of page.placed) await placeIn(release, from, path);
            ofThisRelease.add(file);
            return bytes;
          } catch (error) {
            // The cache may have been emptied by hand.
            console.warn(`Page refaite, sa copie ne peut pas être reprise : ${file} (${String(error)})`);
            return null;
          }
        },

        async keep(file, given, notes, bytes) {
          pages.delete(file);
          const questions = [...notes.questions].map(oneText);
          const read = readOf(given, questions);
          const to = join(folder, file);
          try {
            if (!notes.isWhole || read === null) return await rm(to, { force: true });
            await mkdir(dirname(to), { recursive: true });
            await writeFile(to, bytes);
            ofThisRelease.add(file);
            pages.set(file, { read, questions, placed: [...notes.placed], bytes: digestOfBytes(bytes) });
          } catch (error) {
            await rm(to, { force: true }).catch(() => undefined);
            console.warn(`Page non gardée pour la prochaine publication : ${file} (${String(error)})`);
          }
        },

        async end() {
          for (const file of pages.keys()) {
            if (ofThisRelease.has(file)) continue;
            await rm(join(folder, file), { force: true });
            pages.delete(file);
          }
        },
      };
    },
  };
}
