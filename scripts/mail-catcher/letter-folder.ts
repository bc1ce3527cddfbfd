/** Caught letters on disk: one file with what was read of each, one with its source. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';
import { z } from 'zod';
import { namesIn, nullIfAbsent, readCache, writeJson, writeWhole } from '../lib/files.ts';

/** `GET /messages.json` gives a list of these, the newest first. */
export const CaughtLetter = z.object({
  id: z.string().regex(/^\d{10}$/),
  /** ISO instant */
  receivedAt: z.string(),
  /** The envelope, which is what counts: addresses only. */
  envelope: z.object({ from: z.string(), to: z.array(z.string()) }),
  /** As the letter shows them. */
  from: z.string(),
  to: z.string(),
  replyTo: z.string(),
  subject: z.string(),
  messageId: z.string(),
  text: z.string(),
  html: z.string().nullable(),
});
export type CaughtLetter = z.infer<typeof CaughtLetter>;

/** What a list shows. */
export type LetterLine = Pick<CaughtLetter, 'id' | 'receivedAt' | 'to' | 'from' | 'subject'>;

export interface LetterFolder {
  add(source: Buffer, envelope: CaughtLetter['envelope']): Promise<CaughtLetter>;
  /** The newest first. */
  list(): readonly LetterLine[];
  /** Null: no such letter. */
  read(id: string): Promise<CaughtLetter | null>;
  source(id: string): Promise<Buffer | null>;
}

const inWords = (list: AddressObject | AddressObject[] | undefined): string =>
  [list]
    .flat()
    .map((one) => one?.text ?? '')
    .filter(Boolean)
    .join(', ');

/** Opens the folder with what an earlier start left in it. @param keep how many of the newest stay */
export async function openLetterFolder(folder: string, keep: number): Promise<LetterFolder> {
  const file = (id: string, extension: string) => path.join(folder, `${id}.${extension}`);
  const names = await namesIn(folder);
  const lines: LetterLine[] = [];
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const letter = await readCache(path.join(folder, name), CaughtLetter);
    if (letter) lines.push(letter);
  }
  let last = Number(lines.at(-1)?.id ?? 0);

  const prune = async () => {
    for (const { id } of lines.splice(0, Math.max(0, lines.length - keep)))
      for (const extension of ['json', 'eml']) await rm(file(id, extension), { force: true });
  };
  await prune();

  return {
    async add(source, envelope) {
      // Its number is taken before anything is waited for: two that arrive together are two.
      const id = String(++last).padStart(10, '0');
      const mail = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true });
      const letter: CaughtLetter = {
        id,
        receivedAt: new Date().toISOString(),
        envelope,
        from: inWords(mail.from),
        to: inWords(mail.to),
        replyTo: inWords(mail.replyTo),
        subject: mail.subject ?? '',
        messageId: mail.messageId ?? '',
        text: mail.text ?? '',
        html: mail.html || null,
      };
      await writeWhole(file(id, 'eml'), source, 0o600);
      await writeJson(file(id, 'json'), letter, 0o600);
      const { receivedAt, to, from, subject } = letter;
      lines.push({ id, receivedAt, to, from, subject });
      lines.sort((a, b) => a.id.localeCompare(b.id));
      await prune();
      return letter;
    },
    list: () => lines.toReversed(),
    read: (id) => readCache(file(id, 'json'), CaughtLetter),
    source: (id) => readFile(file(id, 'eml')).catch(nullIfAbsent),
  };
}
