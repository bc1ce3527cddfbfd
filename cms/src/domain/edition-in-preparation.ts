/** Which edition an entry is shown in while it is being prepared. */
import type { EditionStage } from './vocabulary/edition-stages.ts';

interface Edition {
  readonly stage?: EditionStage | null | undefined;
  readonly year?: number | null | undefined;
}

/** The newest that is not frozen yet; without one the newest of all; null when there is none. */
export function editionInPreparation<Some extends Edition>(editions: readonly Some[]): Some | null {
  const open = editions.filter(({ stage }) => stage !== 'figée');
  const [newest] = [...(open.length > 0 ? open : editions)].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return newest ?? null;
}
