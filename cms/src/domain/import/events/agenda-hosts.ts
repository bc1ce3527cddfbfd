/**
 * Servers that agendas are fetched from without anybody setting anything: the services where offices, towns and associations keep
 * theirs. A name stands for itself and for what is under it. An office adds its own by `TRAME_AGENDA_HOSTS`.
 */
export const AGENDA_HOSTS: readonly string[] = [
  'openagenda.com',
  'api.apidae-tourisme.com',
  'tourinsoft.com',
  'opendatasoft.com',
  'calendar.google.com',
  'outlook.office365.com',
  'outlook.live.com',
  'icloud.com',
  'infomaniak.com',
  'framagenda.org',
  'data.gouv.fr',
];

/** @param host as an address says it, in lower case */
export const isAllowedHost = (host: string, allowed: readonly string[]): boolean =>
  allowed.some((name) => host === name || host.endsWith(`.${name}`));

/** A calendar's address as programs give it: `webcal:` is what they call one that is fetched by HTTPS. */
export const agendaAddress = (typed: string): string => typed.trim().replace(/^webcals?:\/\//i, 'https://');
