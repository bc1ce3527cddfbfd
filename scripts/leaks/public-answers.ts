/** What anybody on the network can ask without being anybody, of the three programs that listen. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Environment, ROOT } from '../lib/environment.ts';
import { LOOPBACK } from '../lib/http.ts';

/** How a caller asks a list of Strapi's for more than it shows. */
const WAYS = ['', '?populate=*', '?status=draft', '?publicationState=preview', '?status=draft&populate=*&locale=all'];

const SITE = ['/', '/status.json', '/rien-ici/', '/.git/config', '/%2e%2e/%2e%2e/secrets.json', '/carte.json'];
const CMS = [
  '/',
  '/_health',
  '/admin/init',
  '/admin/project-type',
  '/admin/information',
  '/admin/users',
  '/api/export/site',
  '/api/export/print',
  '/api/upload/files',
  '/api/users',
  '/api/users?populate=*',
  '/content-manager/init',
  '/content-manager/collection-types/api::association.association',
  '/trame/publication',
  '/uploads/',
];
const DEPLOYER = ['/', '/state', '/metrics', '/editions/', '/imprimeur/', '/previews/'];

/** `/api/associations`, `/api/association`: of every type, with and without a route. */
function addressesOfTypes(): string[] {
  return globSync('cms/src/api/*/content-types/*/schema.json', { cwd: ROOT }).flatMap((file) => {
    const { info } = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as {
      info: { singularName: string; pluralName: string };
    };
    return [info.pluralName, info.singularName].flatMap((name) => WAYS.map((way) => `/api/${name}${way}`));
  });
}

/** Addresses to ask, each without credentials. */
export function publicAddresses({
  sitePort,
  cmsPort,
  deployerPort,
}: Pick<Environment, 'sitePort' | 'cmsPort' | 'deployerPort'>): readonly string[] {
  const on = (port: number, paths: readonly string[]) => paths.map((one) => `http://${LOOPBACK}:${port}${one}`);
  return [...on(sitePort, SITE), ...on(cmsPort, [...CMS, ...addressesOfTypes()]), ...on(deployerPort, DEPLOYER)];
}
