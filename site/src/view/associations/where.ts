import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Content } from '../../content/index-content.ts';
import { t, tn } from '../../i18n/t.ts';

const NAMED_COMMUNES = 3;

/** Where an association is met, seat first: "Cavignac, Marsas et 4 autres communes", "Tout le territoire". */
export function whereInWords(
  content: Content,
  association: Pick<Association, 'commune' | 'communesOfActivity'>,
): string {
  const ids = [...new Set([association.commune ?? '', ...association.communesOfActivity])];
  const names = content.communes.some(ids).map((commune) => commune.name);
  if (names.length === 0) return content.settings.territoryName;
  if (names.length > NAMED_COMMUNES && names.length === content.communes.all.length)
    return t('associations.everywhere');
  // "and 1 other" is longer than the name it hides.
  const shown = names.length <= NAMED_COMMUNES + 1 ? names : names.slice(0, NAMED_COMMUNES);
  const others = names.length - shown.length;
  return others === 0 ? shown.join(', ') : `${shown.join(', ')} ${tn('associations.otherCommunes', others)}`;
}
