import type { Core } from '@strapi/strapi';
import { defaultTruthRules, LEAST_NOTICE_DAYS, type TruthRules } from '../../domain/silence.ts';

/** The attributes of the site's settings that hold the rules. */
export interface StoredTruthRules {
  readonly truthFlagAfter?: number | null;
  readonly truthOffPaperAfter?: number | null;
  readonly truthOfflineAfter?: number | null;
  readonly truthNoticeDays?: number | null;
  readonly truthMostPercent?: number | null;
}

export const truthRuleFields = [
  'truthFlagAfter',
  'truthOffPaperAfter',
  'truthOfflineAfter',
  'truthNoticeDays',
  'truthMostPercent',
] as const satisfies readonly (keyof StoredTruthRules)[];

/** The rules as they are set; what an editor left empty is as it comes with Trame. */
export const toTruthRules = (stored: StoredTruthRules | null | undefined): TruthRules => ({
  flagAfter: stored?.truthFlagAfter ?? defaultTruthRules.flagAfter,
  offPaperAfter: stored?.truthOffPaperAfter ?? defaultTruthRules.offPaperAfter,
  offlineAfter: stored?.truthOfflineAfter ?? defaultTruthRules.offlineAfter,
  noticeDays: Math.max(LEAST_NOTICE_DAYS, stored?.truthNoticeDays ?? defaultTruthRules.noticeDays),
  mostPercent: stored?.truthMostPercent ?? defaultTruthRules.mostPercent,
});

export async function readTruthRules(strapi: Core.Strapi): Promise<TruthRules> {
  const settings = (await strapi.db
    .query('api::site-settings.site-settings')
    .findOne({ select: [...truthRuleFields] })) as StoredTruthRules | null;
  return toTruthRules(settings);
}
