import { BASE_HEADER } from '../../src/domain/contract/desk/form-conflict.ts';
import { SiteExport } from '../../src/domain/contract/site/site-export.ts';
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

/** Signs in to the admin and gives the access token; again only when another file has ended that session. */
export async function signIn(cms: Cms, account: { email: string; password: string } = ADMIN): Promise<string> {
  const known = await tokens.get(account.email);
  if (known !== undefined && (await asAdmin(cms, known, '/admin/users/me')).status === 200) return known;
  const token = requestToken(cms, account);
  tokens.set(account.email, token);
  return token;
}

const READER = { email: 'role-sans-droit@example.org', password: 'Un-mot-de-passe-4' };
let reader: Promise<void> | undefined;

async function makeReader(cms: Cms): Promise<void> {
  const role = await cms.strapi.service('admin::role').create({ name: 'Sans droit', description: '' });
  await cms.strapi
    .service('admin::user')
    .create({ ...READER, firstname: 'Léo', isActive: true, registrationToken: null, roles: [role.id] });
}

/** The access token of somebody who has an account of the admin, and a role that may do nothing. */
export async function signInAsReader(cms: Cms): Promise<string> {
  await (reader ??= makeReader(cms));
  // A session lasts ten minutes, which is less than all files need on a slow machine.
  return signIn(cms, READER);
}

type AdminInit = RequestInit & { json?: unknown; headers?: Record<string, string> };

const SAVES = /^(\/content-manager\/(?:collection-types\/[^/]+\/[^/]+|single-types\/[^/]+))(?:\/actions\/publish)?$/;

/** What a form carries along: which state of the record it was made from. */
export const openForm = async (cms: Cms, token: string, record: string): Promise<Record<string, string>> => {
  const opened = await fetch(`${cms.url}${record}`, { headers: bearer(token) });
  await opened.arrayBuffer();
  const base = opened.headers.get(BASE_HEADER);
  return base === null ? {} : { [BASE_HEADER]: base };
};

/**
 * A request of the admin panel. A form that is saved was opened just before, as the panel does it; with a base among the headers it
 * is one that was opened then, and with an empty one a client that knows of none.
 */
export const asAdmin = async (cms: Cms, token: string, path: string, init: AdminInit = {}) => {
  const { json, headers = {}, ...rest } = init;
  const [, record] = (json !== undefined && /^(PUT|POST)$/.test(rest.method ?? '') && SAVES.exec(path)) || [];
  const base = record === undefined || BASE_HEADER in headers ? {} : await openForm(cms, token, record);
  return fetch(`${cms.url}${path}`, {
    ...rest,
    headers: {
      ...bearer(token),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...base,
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
};
