import type { Accessibility } from '../../../domain/contract/site/territory.ts';
import { textOrNull } from './values.ts';

interface StoredAccessibility {
  mobility?: boolean | null;
  hearing?: boolean | null;
  sight?: boolean | null;
  intellectual?: boolean | null;
  psychological?: boolean | null;
  note?: string | null;
}

export const accessibilityPopulate = () => ({
  fields: [
    'mobility',
    'hearing',
    'sight',
    'intellectual',
    'psychological',
    'note',
  ] satisfies (keyof StoredAccessibility)[],
});

export function toAccessibility(stored: StoredAccessibility | null | undefined): Accessibility | null {
  if (!stored) return null;
  return {
    mobility: stored.mobility === true,
    hearing: stored.hearing === true,
    sight: stored.sight === true,
    intellectual: stored.intellectual === true,
    psychological: stored.psychological === true,
    note: textOrNull(stored.note),
  };
}
