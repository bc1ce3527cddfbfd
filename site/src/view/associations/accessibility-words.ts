import type { Accessibility } from '@trame/cms/domain/contract/site/territory';
import { t } from '../../i18n/t.ts';

const KINDS = ['mobility', 'hearing', 'sight', 'intellectual', 'psychological'] as const;

/** Whom a place or an activity can welcome, in words; empty when nothing was declared. */
export function accessibilityWords(accessibility: Accessibility | null): string[] {
  if (accessibility === null) return [];
  return KINDS.filter((kind) => accessibility[kind]).map((kind) => t(`accessibility.${kind}`));
}
