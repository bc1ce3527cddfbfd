/**
 * The pages that a program rendered, for its next release: a page is taken over when it would come out the same, because what it was
 * given and each answer that it read are the same (decision 0082).
 */
import type { Notebook } from '../reads.ts';
import { createDigests, digestOfBytes, digestOfProps } from './digest.ts';
import type { FileRound, KeptFiles } from './kept-files.ts';

interface KeptPage {
  /** Of what the page was given and was answered. */
  readonly read: string;
  readonly questions: readonly string[];
  readonly placed: readonly (readonly [path: string, from: string])[];
}

/** What the page of a release is given: the properties of its path; none for a page that has one address alone. */
export type Given = Readonly<Record<string, unknown>>;

/** The pages of one release. */
export interface Round {
  /**
   * Takes over a page that was kept, and puts the pictures that it shows into the release.
   * @param file of the page in the release @returns false when it is to be rendered
   */
  readonly take: (file: string, given: Given) => Promise<boolean>;
  /**
   * Puts what was rendered into the release, and keeps it.
   * @throws the system's error when it cannot be written there
   */
  readonly put: (file: string, given: Given, notes: Notebook, bytes: Uint8Array) => Promise<void>;
}

export interface KeptPages {
  /**
   * Begins a release; what was kept under other conditions is gone.
   * @param release its folder
   * @param conditions what every page depends on, and the program does not
   * @param answer of the content of this release, to a question that a page noted
   * @returns its pages, and its other files: whoever has written the last of them ends it
   */
  begin(
    release: string,
    conditions: string,
    answer: (question: string) => unknown,
  ): Promise<{ readonly pages: Round; readonly files: FileRound }>;
}

export function createKeptPages(keptFiles: KeptFiles): KeptPages {
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
        await keptFiles.clear();
      }
      last = conditions;
      const files = keptFiles.begin(release);
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
        files: {
          ...files,
          // Of a page that was taken off, not even the questions stay.
          end: async () => {
            for (const file of pages.keys()) if (!ofThisRelease.has(file)) pages.delete(file);
            await files.end();
          },
        },
        pages: {
          async take(file, given) {
            const page = pages.get(file);
            if (page === undefined || page.read !== readOf(given, page.questions)) return false;
            try {
              for (const [path, from] of page.placed) await files.place(path, from);
            } catch (error) {
              // The cache may have been emptied by hand.
              console.warn(`Page refaite, une image ne peut pas être reprise : ${file} (${String(error)})`);
              return false;
            }
            const isTaken = await files.takeOver(file);
            if (isTaken) ofThisRelease.add(file);
            return isTaken;
          },

          async put(file, given, notes, bytes) {
            pages.delete(file);
            const questions = [...notes.questions].map(oneText);
            const read = notes.isWhole ? readOf(given, questions) : null;
            await files.put(file, bytes);
            ofThisRelease.add(file);
            if (read !== null) pages.set(file, { read, questions, placed: [...notes.placed] });
          },
        },
      };
    },
  };
}
