/** Changes of many records that this process makes, or made a moment ago: who waits is told how far it is. Nothing of it is needed after a restart. */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { BulkRun } from '../../domain/contract/desk/bulk-edit.ts';
import { causeOf } from '../../domain/cause.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';

const MOST_KEPT = 20;
const runs = new Map<string, BulkRun>();

const words = { unknown: 'Cette modification est finie ou abandonnée\u00a0: regardez la liste des modifications.' };

/** @throws {Refused} for one that this process does not know */
export function bulkRun(id: string): BulkRun {
  const run = runs.get(id);
  if (!run) throw new Refused('unknown', words.unknown);
  return run;
}

/** Begins the work, and does not wait for it. */
export function beginBulk(
  strapi: Core.Strapi,
  work: (onProgress: (done: number, total: number) => void) => Promise<string>,
): BulkRun {
  const id = randomUUID();
  const note = (now: Partial<BulkRun>) =>
    runs.set(id, { ...(runs.get(id) ?? { id, done: 0, total: 0, edit: null, failure: null }), ...now });
  note({});
  for (const oldest of [...runs.keys()].slice(0, -MOST_KEPT)) runs.delete(oldest);
  work((done, total) => note({ done, total })).then(
    (edit) => note({ edit }),
    (error: unknown) => {
      if (!(error instanceof Refused)) strapi.log.error(`a change of many records: ${causeOf(error)}`);
      note({ failure: error instanceof Refused ? error.message : refusals.broken(error).message });
    },
  );
  return bulkRun(id);
}
