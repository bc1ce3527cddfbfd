import type { Core } from '@strapi/strapi';
import { formatPhone } from '../../domain/phone.ts';
import type { Office } from './letters/layout.ts';

/** The sender and the season, as letters name them. */
export interface LetterSettings {
  readonly office: Office;
  readonly season: string;
}

/** Reads them from the site's settings. */
export async function readLetterSettings(strapi: Core.Strapi): Promise<LetterSettings> {
  const settings = (await strapi.db.query('api::site-settings.site-settings').findOne({})) as Record<
    'operatorName' | 'operatorAddress' | 'operatorPhone' | 'operatorEmail' | 'season',
    string | null
  > | null;
  return {
    office: {
      name: settings?.operatorName ?? '',
      address: settings?.operatorAddress || null,
      phone: settings?.operatorPhone ? formatPhone(settings.operatorPhone) : null,
      email: settings?.operatorEmail || null,
    },
    season: settings?.season ?? '',
  };
}
