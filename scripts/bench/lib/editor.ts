/** An editor at work, through the same requests as the admin's screens. */
import { z } from 'zod';
import type { Environment } from '../../lib/environment.ts';
import { readJson } from '../../lib/files.ts';
import path from 'node:path';
import { AdminAccount } from '../../start/secrets.ts';

const ASSOCIATION = 'api::association.association';

const Login = z.object({ data: z.object({ token: z.string().min(1) }) });
const List = z.object({ results: z.array(z.looseObject({ documentId: z.string(), slug: z.string() })) });
const One = z.object({ data: z.looseObject({ documentId: z.string(), slug: z.string() }) });

export interface Editor {
  /** Some association that is online. */
  anyAssociation(): Promise<{ documentId: string; slug: string }>;
  /** Changes the summary and presses Publish: one request, as the admin does it. */
  publishSummary(documentId: string, summary: string): Promise<void>;
}

/** Logs in as the first administrator. */
export async function openAdmin({ cmsUrl, dataDir }: Environment): Promise<Editor> {
  const account = await readJson(path.join(dataDir, 'admin.json'), AdminAccount);
  if (!account) throw new Error(`No administrator in ${dataDir}`);
  const json = { 'content-type': 'application/json' };
  const ask = async (method: string, where: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${cmsUrl}${where}`, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const login = Login.parse(await ask('POST', '/admin/login', { email: account.email, password: account.password }));
  const headers = { authorization: `Bearer ${login.data.token}` };
  const collection = `/content-manager/collection-types/${ASSOCIATION}`;
  return {
    async anyAssociation() {
      const { results } = List.parse(
        await ask('GET', `${collection}?page=1&pageSize=1&sort=name:ASC`, undefined, headers),
      );
      const [first] = results;
      if (!first) throw new Error('No association to edit');
      return first;
    },
    async publishSummary(documentId, summary) {
      const { data } = One.parse(await ask('GET', `${collection}/${documentId}`, undefined, headers));
      await ask('POST', `${collection}/${documentId}/actions/publish`, { slug: data.slug, summary }, headers);
    },
  };
}
