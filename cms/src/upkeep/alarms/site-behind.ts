import { momentInWords } from '../../domain/moments.ts';
import { readPublicationState } from '../../platform/deployer/publication.ts';
import type { AlarmRule } from './alarm.ts';

/** What was published is to be online within seconds; so long nobody need know that it is not. */
const AFTER_MS = 10 * 60_000;

const words = {
  failed: (reason: string) => `La dernière mise en ligne n’a pas pu se faire\u00a0: ${reason}`,
  slow: (moment: string) => `La mise en ligne commencée ${moment} n’est toujours pas finie.`,
  none: 'Rien n’a encore été mis en ligne.',
};

/** The site does not show what was published. */
export const siteBehind: AlarmRule = {
  id: 'site-behind',
  title: 'Le site n’est plus à jour',
  over: 'Le site est de nouveau à jour.',
  async look(_strapi, now) {
    const { state, problem } = await readPublicationState();
    const found = (sentence: string) => ({ words: sentence, afterMs: AFTER_MS });
    if (state === null) return found(problem ?? words.none);
    const { failure, building, live } = state;
    if (failure !== null) return found(failure.held ? failure.message : words.failed(failure.message));
    if (building !== null && now.getTime() - Date.parse(building.startedAt) >= AFTER_MS)
      return { words: words.slow(momentInWords(building.startedAt, now)), afterMs: 0 };
    return live === null && building === null ? found(words.none) : null;
  },
};
