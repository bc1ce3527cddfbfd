/** Why nobody of a list would be written to, in a sentence: one reason for all, or how many each. */
import type { LeftOut, LeftOutReason } from './lists-out.ts';
import { listInWords, plural } from '../../french.ts';

const words: Readonly<Record<LeftOutReason, (count: number) => string>> = {
  stopped: (count) =>
    plural(count, 'personne s’est désinscrite de ces lettres', 'personnes se sont désinscrites de ces lettres'),
  nowhere: (count) => plural(count, 'contact a demandé à ne plus paraître', 'contacts ont demandé à ne plus paraître'),
  'no-address': (count) =>
    plural(count, 'association n’a pas d’adresse électronique', 'associations n’ont pas d’adresse électronique'),
};
/** Those who decided so first: it is what an editor cannot see in the list. */
const inOrder: readonly LeftOutReason[] = ['stopped', 'nowhere', 'no-address'];

/** « 1 personne s’est désinscrite de ces lettres et 2 associations n’ont pas d’adresse électronique. »; empty for nobody. */
export function leftOutInWords(leftOut: readonly Pick<LeftOut, 'why'>[]): string {
  const said = inOrder.flatMap((reason) => {
    const count = leftOut.filter(({ why }) => why === reason).length;
    return count === 0 ? [] : [words[reason](count)];
  });
  return said.length === 0 ? '' : `${listInWords(said)}.`;
}
