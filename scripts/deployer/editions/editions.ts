/** What can be done with an edition: an outline over store, press, links and pictures. Knows nothing of HTTP. */
import { causeOf } from '@trame/cms/domain/cause';
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import type { ContactQuestion, EditionsHolding } from '@trame/cms/domain/contract/press/editions-holding';
import {
  progressOf,
  type EditionProgress,
  type EditionState,
  type MadePrintShopLink,
  type NewPrintShopLink,
} from '@trame/cms/domain/contract/press/edition-state';
import { isPrintable, type PrintReport } from '@trame/cms/domain/contract/press/print-report';
import type { Clock } from '../../lib/clock.ts';
import { UnreadableFile } from '../../lib/files.ts';
import type { Log } from '../../lib/log.ts';
import { editionsHolding } from './holding.ts';
import { createEntryPictures } from './entry-pictures.ts';
import { createLinks, type Links } from './links.ts';
import { messages } from './messages.ts';
import { createEditionNews, type EditionNews } from './news.ts';
import { CmsSilent, createPrintContentSource, NoSuchEdition } from './print-content.ts';
import { createPrintJobs, type RunPress } from './print-jobs.ts';
import { createEditionStore, type EditionStore, type HandedFile, type Which } from './store.ts';

/** What was asked for cannot be done now; the message is French and says what to do. */
export class Refused extends Error {
  override name = 'Refused';
}

export interface FrozenEdition {
  readonly edition: Edition;
  readonly report: PrintReport;
  readonly at: string;
}

/** Each of these but `state` and `holding`, which say so in their answers, throws `UnreadableFile` for a file that it needs. */
export interface Editions {
  isName(edition: string): boolean;
  state(edition: string): Promise<EditionState>;
  /** How far it is: asks the CMS nothing. */
  progress(edition: string): Promise<EditionProgress>;
  /** Editions that something was printed of. */
  known(): Promise<string[]>;
  /** That the state of an edition may have changed. */
  readonly news: Pick<EditionNews, 'subscribe' | 'over'>;
  /** Something was published or changed: a proof may not be what would be printed now. */
  contentMayHaveChanged(): void;
  /** Has a proof printed; returns at once. @throws {Refused} */
  proof(edition: string): Promise<EditionState>;
  /** @throws {Refused} */
  freeze(edition: string): Promise<EditionState>;
  /** @throws {Refused} */
  makeLink(edition: string, wanted: NewPrintShopLink): Promise<MadePrintShopLink>;
  /** @returns null when there is no such link */
  revokeLink(edition: string, link: string): Promise<EditionState | null>;
  /** @throws {Damaged} */
  take(edition: string, which: Which, file: string): Promise<HandedFile | null>;
  /** What a link shows; null before the edition is frozen. */
  frozen(edition: string): Promise<FrozenEdition | null>;
  /** Frozen editions that print one of these, the newest first, and those of which nobody can tell. */
  holding(contact: ContactQuestion): Promise<EditionsHolding>;
  /** The printed entry as PNG, and the name of the content that it shows. @throws {PlainError} */
  entryPicture(edition: string, slug: string): Promise<{ png: Buffer; content: string } | null>;
  readonly links: Pick<Links, 'admit' | 'count'>;
  /** Returns when nothing is left to print. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface EditionsOptions {
  readonly dataDir: string;
  readonly cmsUrl: string;
  /** Where a print shop reaches this deployer; without a slash at the end. */
  readonly pressUrl: string;
  readonly exportToken: string;
  readonly pressSecret: string;
  readonly press: RunPress;
  readonly clock: Clock;
  readonly log: Log;
}

/** Puts away what a stop in the middle of a printing left, and says so in the state of that edition. */
export async function openEditions(options: EditionsOptions): Promise<Editions> {
  const { clock, log } = options;
  const news = createEditionNews();
  const files = createEditionStore(options.dataDir);
  const store: EditionStore = {
    ...files,
    async remember(edition, memory) {
      await files.remember(edition, memory);
      news.tell(edition);
    },
  };
  const source = createPrintContentSource(options);
  const jobs = createPrintJobs({ store, source, press: options.press, clock, log });
  const pictures = createEntryPictures(options);
  const links = createLinks({
    fileOf: (edition) => store.fileOf(edition, 'links.json'),
    named: (file) => store.named(file),
    secret: options.pressSecret,
    clock,
  });
  const freezing = new Set<string>();

  // What cannot be put away or read is told again wherever it is asked for; the site is published all the same.
  const { broken, failed } = await store.recover().catch((cause: unknown) => {
    log.error('editions not looked through at the start', { cause: causeOf(cause) });
    return { broken: [], failed: [] };
  });
  for (const { edition, cause } of failed) log.error('edition not recovered', { edition, cause: causeOf(cause) });
  for (const edition of broken) {
    log.error('printing was interrupted', { edition });
    const failure = { at: clock.now().toISOString(), message: messages.interrupted };
    await store.remember(edition, { printing: null, failure });
  }

  /** Whether what would be printed now is something else than the proof; as far as is known when the CMS is silent. */
  async function isStale(edition: string, proof: PrintReport): Promise<boolean> {
    try {
      return (await source.fetch(edition)).sha256 !== proof.content;
    } catch (error) {
      if (!(error instanceof CmsSilent)) return true; // what cannot be printed any more is not what was printed
      const known = await source.lastKnown(edition);
      return known !== null && known !== proof.content;
    }
  }

  // The page asks again and again: each file that cannot be read is one line of the log, until its cause is another.
  const logged = new Map<string, string>();
  function logUnreadable(edition: string, { file, cause }: UnreadableFile): void {
    const causes = causeOf(cause);
    if (logged.get(file) === causes) return;
    logged.set(file, causes);
    log.error('file cannot be read', { edition, file, cause: causes });
  }

  /** What is kept of an edition: all of its state but whether the proof is stale, which only the CMS knows. */
  async function kept(edition: string): Promise<Omit<EditionState, 'proofIsStale'>> {
    const unreadable: EditionState['unreadable'] = [];
    /** What a file says; `otherwise` when it cannot be read, which the answer then tells. */
    const told = async <T>(reading: Promise<T>, otherwise: T): Promise<T> => {
      try {
        return await reading;
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        logUnreadable(edition, error);
        unreadable.push({ file: error.file, message: messages.unreadableFile(error.file) });
        return otherwise;
      }
    };
    const [memory, proof, report, seal, given] = await Promise.all([
      told(store.memory(edition), { printing: null, failure: null }),
      told(store.report(edition, 'proof'), null),
      told(store.report(edition, 'frozen'), null),
      told(store.seal(edition), null),
      told(links.list(edition), []),
      told(store.checkContent(edition, 'frozen'), undefined),
    ]);
    return {
      edition,
      printing: memory.printing,
      failure: memory.failure,
      proof,
      frozen: report && seal ? { at: seal.at, report } : null,
      links: given,
      unreadable: unreadable.sort((a, b) => (a.file < b.file ? -1 : 1)),
    };
  }

  async function state(edition: string): Promise<EditionState> {
    const known = await kept(edition);
    return { ...known, proofIsStale: known.proof !== null && (await isStale(edition, known.proof)) };
  }

  const isFrozen = (edition: string) => store.isFrozen(edition);

  /** What a link shows. Null when the edition is not frozen. */
  async function frozenEdition(edition: string): Promise<FrozenEdition | null> {
    const [content, report, seal] = await Promise.all([
      store.content(edition, 'frozen'),
      store.report(edition, 'frozen'),
      store.seal(edition),
    ]);
    return content && report && seal ? { edition: content.edition, report, at: seal.at } : null;
  }

  /** @throws {Refused} unless the proof may become the frozen edition */
  async function checkFreezable(edition: string): Promise<void> {
    if (await isFrozen(edition)) throw new Refused(messages.alreadyFrozen);
    const proof = await store.report(edition, 'proof');
    if (proof === null) throw new Refused(messages.noProof);
    if (!isPrintable(proof)) {
      const failed = proof.checks.filter(({ outcome }) => outcome === 'failed');
      throw new Refused(messages.failedChecks(failed.map(({ title }) => title)));
    }
    const { sha256 } = await source.fetch(edition).catch((error: unknown) => {
      throw error instanceof CmsSilent ? new Refused(error.message) : error;
    });
    if (sha256 !== proof.content) throw new Refused(messages.staleProof);
    await store.content(edition, 'proof'); // what is sealed must be readable in years
    const damaged = await store.damagedIn(edition, 'proof');
    if (damaged !== null) throw new Refused(messages.damagedProof(damaged));
  }

  return {
    isName: (edition) => store.isName(edition),
    state,
    progress: async (edition) => progressOf(await kept(edition)),
    known: () => store.list(),
    news,
    contentMayHaveChanged: () => news.tell(null),
    async proof(edition) {
      if (await isFrozen(edition)) throw new Refused(messages.alreadyFrozen);
      if (freezing.has(edition)) throw new Refused(messages.alreadyFrozen);
      await jobs.request(edition);
      return state(edition);
    },
    async freeze(edition) {
      if (jobs.isPrinting(edition) || freezing.has(edition)) throw new Refused(messages.stillPrinting);
      freezing.add(edition); // until the end no proof begins: what is checked is what is sealed
      try {
        await checkFreezable(edition);
        await store.freeze(edition, clock.now().toISOString());
      } finally {
        freezing.delete(edition);
      }
      news.tell(edition);
      log.info('edition frozen', { edition });
      return state(edition);
    },
    async makeLink(edition, wanted) {
      if ((await frozenEdition(edition)) === null) throw new Refused(messages.notFrozen);
      const { link, token } = await links.make(edition, wanted);
      news.tell(edition);
      log.info('link made', { edition, link: link.id, expiresAt: link.expiresAt });
      return { url: `${options.pressUrl}/imprimeur/${token}/`, link };
    },
    async revokeLink(edition, link) {
      if (!(await links.revoke(edition, link))) return null;
      news.tell(edition);
      log.info('link withdrawn', { edition, link });
      return state(edition);
    },
    take: (edition, which, file) => store.take(edition, which, file),
    frozen: frozenEdition,
    holding: (contact) => editionsHolding(store, contact, log),
    async entryPicture(edition, slug) {
      const frozen = (await isFrozen(edition)) ? await store.report(edition, 'frozen') : null;
      const content = frozen
        ? { file: store.contentFile(edition, 'frozen'), sha256: frozen.content }
        : await source.fetch(edition).catch((error: unknown) => {
            if (error instanceof NoSuchEdition) return null;
            throw error;
          });
      const png = content && (await pictures.picture(edition, content, slug));
      return content && png ? { png, content: content.sha256 } : null;
    },
    links: {
      admit: (token) => links.admit(token),
      async count(edition, link, what) {
        await links.count(edition, link, what);
        news.tell(edition);
      },
    },
    idle: () => jobs.idle(),
    async close() {
      await Promise.all([jobs.close(), pictures.close()]);
      news.close();
    },
  };
}
