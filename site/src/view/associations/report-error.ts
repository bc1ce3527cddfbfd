import type { Association } from '@trame/cms/domain/contract/site/association';
import { t } from '../../i18n/t.ts';

/** A letter to the office, half written: which entry, at which address. Null when the office gave no e-mail. */
export function reportErrorLink(
  operatorEmail: string | null,
  association: Pick<Association, 'name'>,
  url: string,
): string | null {
  if (operatorEmail === null) return null;
  const subject = t('association.reportSubject', { name: association.name });
  const body = t('association.reportBody', { url });
  // Not URLSearchParams: a mail program shows its "+" as they are.
  return `mailto:${operatorEmail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
