/** Prints editions, single entries, letters and lists for the deployer, by a Typst that remembers what it has set. */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createHash } from 'node:crypto';
import { LettersExport } from '@trame/cms/domain/contract/press/letters';
import { LabelsExport, MailingExport, SheetsExport } from '@trame/cms/domain/contract/press/lists';
import type { Attachment } from '@trame/cms/domain/contract/site/media';
import { storedPrintExport } from '@trame/cms/domain/stored/print-export';
import { readBuildEnv } from '../build-env.ts';
import { originalFile as fetchOriginal } from '../media/originals.ts';
import { createEntryPictures } from '../print/entry-picture/entry-picture.ts';
import { buildLetters } from '../print/letters/build-letters.ts';
import { buildMailing } from '../print/letters/build-mailing.ts';
import { buildLabels, buildSheets } from '../print/lists/build-lists.ts';
import { printEdition } from '../print/print-edition.ts';
import { PRESS_JOB_VARIABLE, PressJob } from './press-job.ts';
import { serveJobs } from './serve-jobs.ts';

const entryPictures = createEntryPictures();

async function printJob(job: Extract<PressJob, { kind: 'edition' }>): Promise<void> {
  const env = readBuildEnv();
  const source = { cacheDir: env.TRAME_CACHE_DIR, cmsUrl: env.CMS_URL };
  const bytes = await readFile(join(job.folder, 'export.json'));
  const read = (text: string, file: string) => storedPrintExport.read(JSON.parse(text), file);
  const printExport = read(bytes.toString('utf8'), 'export.json');
  const previous = job.previous === null ? null : read(await readFile(job.previous, 'utf8'), job.previous);

  await printEdition({
    printExport,
    content: createHash('sha256').update(bytes).digest('hex'),
    folder: job.folder,
    cacheDir: env.TRAME_CACHE_DIR,
    printedAt: job.printedAt,
    siteUrl: env.SITE_URL,
    // What is printed is kept with it: the media library will have changed when it is asked for again.
    originalFile: async (image) => {
      const file = await fetchOriginal(image, source);
      if (file !== null) await copyFile(file, join(job.folder, 'originals', basename(file)));
      return file;
    },
    profileFile: await ownProfile(printExport.edition.colourProfile, job.folder, source),
    previous: job.previousUnreadable ? 'unreadable' : previous,
  });
}

/** The printer's profile, into the folder of the printing. @throws {Error} in French when it cannot be had */
async function ownProfile(
  profile: Attachment | null,
  folder: string,
  source: { cacheDir: string; cmsUrl: string },
): Promise<string | null> {
  if (profile === null) return null;
  const file = await fetchOriginal(profile, source);
  if (file === null) {
    throw new Error(
      `Le profil de couleurs « ${profile.name} » est introuvable dans la médiathèque. Déposez-le de nouveau, ou videz ce champ pour imprimer avec le profil de Trame.`,
    );
  }
  const kept = join(folder, 'profile.icc');
  await copyFile(file, kept);
  return kept;
}

/** Links of a campaign, addresses of people: for nobody else on this machine to read. */
const PRIVATE = 0o600;

/** What an editor asked for on paper, by its kind: set, and nothing of it remembered. */
const papers = {
  letters: (source: unknown) => buildLetters(LettersExport.parse(source)),
  mailing: (source: unknown) => buildMailing(MailingExport.parse(source)),
  labels: (source: unknown) => buildLabels(LabelsExport.parse(source)),
  sheets: (source: unknown) => buildSheets(SheetsExport.parse(source)),
};

async function paperJob({ kind, folder }: Extract<PressJob, { kind: keyof typeof papers }>): Promise<void> {
  const source: unknown = JSON.parse(await readFile(join(folder, 'source.json'), 'utf8'));
  await writeFile(join(folder, 'set.pdf'), papers[kind](source).pdf, { mode: PRIVATE });
}

serveJobs(async () => {
  const job = PressJob.parse(JSON.parse(process.env[PRESS_JOB_VARIABLE] ?? 'null'));
  if (job.kind === 'edition') return printJob(job);
  if (job.kind !== 'entry') return paperJob(job);
  const env = readBuildEnv();
  await entryPictures(job, {
    siteUrl: env.SITE_URL,
    cacheDir: env.TRAME_CACHE_DIR,
    originalFile: (image) => fetchOriginal(image, { cacheDir: env.TRAME_CACHE_DIR, cmsUrl: env.CMS_URL }),
  });
});
