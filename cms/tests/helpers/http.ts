import { SiteExport } from '../../src/domain/contract/site-export.ts';
import { ADMIN, EXPORT_TOKEN, type Cms } from './cms.ts';

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

export const getExport = (cms: Cms, headers: Record<string, string> = bearer(EXPORT_TOKEN)): Promise<Response> =>
  fetch(`${cms.url}/api/export/site`, { headers });

/** The export, held to the contract. */
export async function readExport(cms: Cms): Promise<SiteExport> {
  const response = await getExport(cms);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return SiteExport.parse(await response.json());
}

export const readEtag = async (cms: Cms): Promise<string> => (await getExport(cms)).headers.get('etag') ?? '';

export const conditionalExport = (cms: Cms, etag: string): Promise<Response> =>
  getExport(cms, { ...bearer(EXPORT_TOKEN), 'If-None-Match': etag });

const tokens = new Map<string, Promise<string>>();

async function requestToken(cms: Cms, account: { email: string; password: string }): Promise<string> {
  const response = await fetch(`${cms.url}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  });
  const { data } = (await response.json()) as { data: { token?: string; accessToken?: string } };
  return data.accessToken ?? data.token ?? '';
}

/** Signs in to the admin and gives the access token; once per account, because Strapi limits how often one may try. */
export function signIn(cms: Cms, account: { email: string; password: string } = ADMIN): Promise<string> {
  const known = tokens.get(account.email) ?? requestToken(cms, account);
  tokens.set(account.email, known);
  return known;
}

const READER = { email: 'role-sans-droit@example.org', password: 'Un-mot-de-passe-4' };
let reader: Promise<string> | undefined;

async function makeReader(cms: Cms): Promise<string> {
  const role = await cms.strapi.service('admin::role').create({ name: 'Sans droit', description: '' });
  await cms.strapi
    .service('admin::user')
    .create({ ...READER, firstname: 'Léo', isActive: true, registrationToken: null, roles: [role.id] });
  return signIn(cms, READER);
}

/** The access token of somebody who has an account of the admin, and a role that may do nothing. */
export const signInAsReader = (cms: Cms): Promise<string> => (reader ??= makeReader(cms));

/** A request of the admin panel. */
export const asAdmin = (cms: Cms, token: string, path: string, init: RequestInit & { json?: unknown } = {}) => {
  const { json, ...rest } = init;
  return fetch(`${cms.url}${path}`, {
    ...rest,
    headers: { ...bearer(token), ...(json === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
};
