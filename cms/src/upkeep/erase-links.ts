import type { Core } from '@strapi/strapi';
import { change } from './connection.ts';

/** Links to one's own data that do not open any more. @returns how many */
export const eraseDataLinks = (strapi: Core.Strapi, now: Date): Promise<number> =>
  change(strapi, 'delete from trame_data_links where expires_at < ?::timestamptz', [now]);
