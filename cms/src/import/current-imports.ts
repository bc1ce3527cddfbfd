/** What this process keeps in memory of imports: workbooks and plans that were just read, and what is under way. Nothing of it is needed after a restart. */
import type { Core } from '@strapi/strapi';
import type { ImportProgress } from '../domain/contract/desk/import.ts';
import type { Workbook } from '../domain/import/workbook.ts';
import { causeOf } from '../domain/cause.ts';
import { Refused, refusals } from '../platform/http/refused.ts';
import { readWorkbookOf, type FoundImport } from './import-store.ts';
import { makePlan, type ImportPlan } from './make-plan.ts';

/** Files of several megabytes: few at a time. */
const MOST = 3;
/** A plan is shown again, page by page, for so long before the directory is read anew. */
const PLAN_LASTS_MS = 20_000;

interface Kept {
  readonly workbook: Workbook;
  /** What plans of it found entries to lack (`PlanOptions.memo`). */
  readonly memo: Map<string, readonly string[]>;
  plan: { readonly decided: string; readonly at: number; readonly plan: ImportPlan } | null;
}

const kept = new Map<string, Kept>();

async function keptOf(strapi: Core.Strapi, id: string): Promise<Kept | null> {
  const known = kept.get(id);
  if (known) {
    // The last one used is the last to go.
    kept.delete(id);
    kept.set(id, known);
    return known;
  }
  const workbook = await readWorkbookOf(strapi.db.connection, id);
  if (!workbook) return null;
  const read: Kept = { workbook, memo: new Map(), plan: null };
  kept.set(id, read);
  for (const oldest of [...kept.keys()].slice(0, -MOST)) kept.delete(oldest);
  return read;
}

export const workbookOf = async (strapi: Core.Strapi, id: string): Promise<Workbook | null> =>
  (await keptOf(strapi, id))?.workbook ?? null;

export const forget = (id: string): boolean => kept.delete(id);

/** The plan of a file that waits, as it was shown a moment ago or made anew. Null when its cells are gone. */
export async function planOf(strapi: Core.Strapi, found: FoundImport, now = Date.now()): Promise<ImportPlan | null> {
  const one = await keptOf(strapi, found.id);
  if (!one) return null;
  const { plan } = one;
  if (plan && plan.decided === found.decided && now - plan.at < PLAN_LASTS_MS) return plan.plan;
  const made = await makePlan(strapi, one.workbook, found.decisions, one.memo);
  one.plan = { decided: found.decided, at: now, plan: made };
  return made;
}

export interface UnderWay {
  progress: ImportProgress | null;
  /** Why the last attempt was given up. */
  failure: string | null;
}
const underWay = new Map<string, UnderWay>();

/** As it is now: what is under way goes on. */
export const progressOf = (id: string): UnderWay => ({ progress: null, failure: null, ...underWay.get(id) });

/**
 * Does something with an import in the background; who looks is told how far it is, and why it was given up.
 * @throws {Refused} when something is being done with it already
 */
export function inBackground(
  strapi: Core.Strapi,
  id: string,
  what: ImportProgress['what'],
  work: (onProgress: (done: number, total: number) => void) => Promise<unknown>,
): Promise<void> {
  if (underWay.get(id)?.progress) throw new Refused('conflict', 'Cet import est déjà en cours.');
  const state: UnderWay = { progress: { what, done: 0, total: 0 }, failure: null };
  underWay.set(id, state);
  return work((done, total) => (state.progress = { what, done, total }))
    .then(
      () => undefined,
      (error: unknown) => {
        state.failure = error instanceof Refused ? error.message : refusals.broken(error).message;
        if (!(error instanceof Refused)) strapi.log.error(`import ${id}, ${what}: ${causeOf(error)}`);
      },
    )
    .finally(() => {
      state.progress = null;
      forget(id);
    });
}
