/** What can be done with an edition: an outline over store, press, links and pictures. Knows nothing of HTTP. */
import type { Edition } from '@trame/cms/domain/contract/edition';
import type { ContactQuestion, EditionsHolding } from '@trame/cms/domain/contract/editions-holding';
import type { EditionState, MadePrintShopLink, NewPrintShopLink } from '@trame/cms/domain/contract/edition-state';
import { isPrintable, type PrintReport } from '@trame/cms/domain/contract/print-report';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { editionsHolding } from './holding.ts';
import { createEntryPictures } from './entry-pictures.ts';
import { createLinks, type Links } from './links.ts';
import { messages } from './messages.ts';
import { CmsSilent, createPrintContentSource, NoSuchEdition } from './print-content.ts';
import { createPrintJobs, type RunPress } from './print-jobs.ts';
import { createEditionStore, type HandedFile, type Which } from './store.ts';

/** What was asked for cannot be done now; the message is French and says what to do. */
export class Refused extends Error {
  override name = 'Refused';
}

export interface FrozenEdition {
  readonly edition: Edition;
  readonly report: PrintReport;
  readonly at: string;
}

export interface Editions {
  isName(edition: string): boolean;
  state(edition: string): Promise<EditionState>;
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
  /** Frozen editions that print one of these, the newest first. */
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
  const store = createEditionStore(options.dataDir);
  const source = createPrintContentSource(options);
  const jobs = createPrintJobs({ store, source, press: options.press, clock, log });
  const pictures = createEntryPictures(options);
  const links = createLinks({
    fileOf: (edition) => store.fileOf(edition, 'links.json'),
    secret: options.pressSecret,
    clock,
  });
  const freezing = new Set<string>();

  for (const edition of await store.recover()) {
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

  async function state(edition: string): Promise<EditionState> {
    const [memory, proof, frozenReport, at, given] = await Promise.all([
      store.memory(edition),
      store.report(edition, 'proof'),
      store.report(edition, 'frozen'),
      store.frozenAt(edition),
      links.list(edition),
    ]);
    return {
      edition,
      printing: memory.printing,
      failure: memory.failure,
      proof,
      proofIsStale: proof !== null && (await isStale(edition, proof)),
      frozen: frozenReport && at ? { at, report: frozenReport } : null,
      links: given,
    };
  }

  const isFrozen = async (edition: string) => (await store.frozenAt(edition)) !== null;

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
    const damaged = await store.damagedIn(edition, 'proof');
    if (damaged !== null) throw new Refused(messages.damagedProof(damaged));
  }

  return {
    isName: (edition) => store.isName(edition),
    state,
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
      log.info('edition frozen', { edition });
      return state(edition);
    },
    async makeLink(edition, wanted) {
      if (!(await isFrozen(edition))) throw new Refused(messages.notFrozen);
      const { link, token } = await links.make(edition, wanted);
      log.info('link made', { edition, link: link.id, expiresAt: link.expiresAt });
      return { url: `${options.pressUrl}/imprimeur/${token}/`, link };
    },
    async revokeLink(edition, link) {
      if (!(await links.revoke(edition, link))) return null;
      log.info('link withdrawn', { edition, link });
      return state(edition);
    },
    take: (edition, which, file) => store.take(edition, which, file),
    async frozen(edition) {
      const [content, report, at] = await Promise.all([
        store.content(edition, 'frozen'),
        store.report(edition, 'frozen'),
        store.frozenAt(edition),
      ]);
      return content && report && at ? { edition: content.edition, report, at } : null;
    },
    holding: (contact) => editionsHolding(store, contact),
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
    links,
    idle: () => jobs.idle(),
    async close() {
      await Promise.all([jobs.close(), pictures.close()]);
    },
  };
}
