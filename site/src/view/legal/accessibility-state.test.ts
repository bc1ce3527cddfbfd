import { describe, expect, it } from 'vitest';
import { accessibilityState, hasValidAudit } from './accessibility-state.ts';

const audit = (
  state: Parameters<typeof accessibilityState>[0]['accessibilityState'],
  on: string | null,
  rate: number | null,
) => ({
  accessibilityState: state,
  accessibilityAuditOn: on,
  accessibilityRate: rate,
});

describe('accessibilityState', () => {
  it('is « non conforme » without an audit, whatever the editor chose', () => {
    expect(accessibilityState(audit('totalement conforme', null, null), '2026-09-01')).toBe('non conforme');
    expect(accessibilityState(audit('totalement conforme', '2026-01-10', null), '2026-09-01')).toBe('non conforme');
  });

  it('goes back to « non conforme » the day an audit is three years old', () => {
    const old = audit('partiellement conforme', '2023-09-01', 80);
    expect(accessibilityState(old, '2026-08-31')).toBe('partiellement conforme');
    expect(accessibilityState(old, '2026-09-01')).toBe('non conforme');
    expect(hasValidAudit(old, '2026-09-01')).toBe(false);
  });

  it('follows the rate, not the wish', () => {
    expect(accessibilityState(audit('totalement conforme', '2026-01-10', 99.9), '2026-09-01')).toBe(
      'partiellement conforme',
    );
    expect(accessibilityState(audit('totalement conforme', '2026-01-10', 100), '2026-09-01')).toBe(
      'totalement conforme',
    );
    expect(accessibilityState(audit('partiellement conforme', '2026-01-10', 49), '2026-09-01')).toBe('non conforme');
  });

  it('takes the editor’s word when it is stricter, and no audit from the future', () => {
    expect(accessibilityState(audit('non conforme', '2026-01-10', 100), '2026-09-01')).toBe('non conforme');
    expect(hasValidAudit(audit('totalement conforme', '2027-01-10', 100), '2026-09-01')).toBe(false);
  });
});
