import { formatMonth, labelOf } from '../../i18n/formats.ts';
import type { Association } from '@trame/cms/domain/contract/site/association';
import { verificationSources } from '@trame/cms/domain/vocabulary/verification-sources';
import { t } from '../../i18n/t.ts';

/** "Fiche vérifiée en septembre 2026, par téléphone"; says so when it never was: readers judge the hours by it. */
export function verifiedInWords({ verifiedOn, verifiedBy }: Pick<Association, 'verifiedOn' | 'verifiedBy'>): string {
  if (verifiedOn === null) return t('association.neverVerified');
  const month = formatMonth(verifiedOn);
  return verifiedBy === null
    ? t('association.verified', { month })
    : t('association.verifiedBy', { month, by: labelOf('verificationSources', verificationSources, verifiedBy) });
}
