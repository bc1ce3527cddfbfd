import type { Legal } from '@trame/cms/domain/contract/site/settings';
import type { AccessibilityState } from '@trame/cms/domain/vocabulary/accessibility-states';

/** A declaration holds three years (RGAA 4.1, « Validité de la déclaration d’accessibilité »). */
const VALID_YEARS = 3;

type Audit = Pick<Legal, 'accessibilityState' | 'accessibilityAuditOn' | 'accessibilityRate'>;

/** Is there an audit with a result, not older than three years? @param today `YYYY-MM-DD` */
export function hasValidAudit({ accessibilityAuditOn, accessibilityRate }: Audit, today: string): boolean {
  if (accessibilityAuditOn === null || accessibilityRate === null || accessibilityAuditOn > today) return false;
  const [year, ...rest] = accessibilityAuditOn.split('-');
  return today < [String(Number(year) + VALID_YEARS), ...rest].join('-');
}

/**
 * The mention that the law allows, whatever the CMS says: without a valid audit a site is « non conforme », and the rate
 * decides the rest: all criteria, at least half of them, or fewer (RGAA 4.1, « Contenu de la déclaration »).
 * The editor's own answer can only be stricter.
 */
export function accessibilityState(legal: Audit, today: string): AccessibilityState {
  const rate = legal.accessibilityRate ?? 0;
  if (!hasValidAudit(legal, today) || legal.accessibilityState === 'non conforme' || rate < 50) return 'non conforme';
  return rate === 100 && legal.accessibilityState === 'totalement conforme'
    ? 'totalement conforme'
    : 'partiellement conforme';
}
