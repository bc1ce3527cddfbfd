import type { Core } from '@strapi/strapi';
import { maskSecrets } from '../../domain/mask-secrets.ts';

/** Where Winston keeps the line that its transports write (https://github.com/winstonjs/triple-beam). */
const LINE = Symbol.for('message');

/**
 * Masks secrets in every line of the CMS's log: Strapi writes down the address of each request with its query, and errors with
 * whatever they quote. Belongs at the very begin of `register()`.
 */
export function keepSecretsFromLog(strapi: Core.Strapi): void {
  const { format } = strapi.log;
  const transform: typeof format.transform = (info, options) => {
    const written = format.transform(info, options);
    if (typeof written === 'object' && typeof written[LINE] === 'string') written[LINE] = maskSecrets(written[LINE]);
    return written;
  };
  strapi.log.format = Object.assign(Object.create(format) as typeof format, { transform });
}
