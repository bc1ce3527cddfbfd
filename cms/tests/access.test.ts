import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { EXPORT_TOKEN, startCms, WEBHOOK_SECRET, type Cms } from './helpers/cms.ts';
import { documents, publishAssociation, refusalOf, unique } from './helpers/content.ts';
import { asAdmin, getExport, signIn } from './helpers/http.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

async function makeToken(type: 'read-only' | 'full-access' | 'custom', actions: string[] = []): Promise<string> {
  const key = randomBytes(32).toString('hex');
  const token = await cms.strapi.db.query('admin::api-token').create({
    data: {
      name: unique('Jeton'),
      kind: 'content-api',
      type,
      accessKey: cms.strapi.service('admin::api-token').hash(key),
    },
  });
  for (const action of actions) {
    await cms.strapi.db.query('admin::api-token-permission').create({ data: { action, token: token.id } });
  }
  return key;
}

describe('the export', () => {
  it('is for the builder’s token only', async () => {
    expect((await getExport(cms, {})).status).toBe(401);
    expect((await getExport(cms, { Authorization: 'Bearer nobody-knows-this-one' })).status).toBe(401);
    for (const type of ['read-only', 'full-access', 'custom'] as const) {
      const token = await makeToken(type, type === 'custom' ? ['plugin::upload.content-api.find'] : []);
      expect((await getExport(cms, { Authorization: `Bearer ${token}` })).status, type).toBe(403);
    }
    const admin = await signIn(cms);
    expect((await getExport(cms, { Authorization: `Bearer ${admin}` })).status).toBe(401);
    expect((await getExport(cms)).status).toBe(200);
  });

  it('is all that the builder’s token may read', async () => {
    const headers = { Authorization: `Bearer ${EXPORT_TOKEN}` };
    expect((await fetch(`${cms.url}/api/upload/files`, { headers })).status).toBe(403);
    for (const path of ['/api/users', '/api/users-permissions/roles']) {
      expect((await fetch(`${cms.url}${path}`, { headers })).status, path).toBe(404);
    }
  });
});

describe('what Strapi opens by itself', () => {
  it('has lost its two default tokens', async () => {
    const names = (await cms.strapi.db.query('admin::api-token').findMany({ select: ['name'] })).map(
      ({ name }: { name: string }) => name,
    );
    expect(names).toContain('Construction du site');
    expect(names).not.toContain('Read Only');
    expect(names).not.toContain('Full Access');
  });

  it('keeps no file of what anybody sends, wherever to', async () => {
    const files = () => readdirSync(tmpdir()).filter((name) => /^[a-z\d]{24,26}$/.test(name));
    const before = new Set(files());
    for (const path of [
      '/api/nothing',
      '/nothing',
      '/api/upload',
      '/admin/login',
      '/api/mail/bounce',
      '/api/declarer',
    ]) {
      const body = new FormData();
      for (const field of ['x', 'files', 'file']) body.append(field, new Blob([Buffer.alloc(100_000)]), 'x.png');
      expect((await fetch(`${cms.url}${path}`, { method: 'POST', body })).ok, path).toBe(false);
    }
    await vi.waitFor(() => expect(files().filter((name) => !before.has(name))).toEqual([]));
  });

  it('shows nothing of our types to the public', async () => {
    await publishAssociation(cms.strapi);
    for (const type of Object.values(cms.strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'))) {
      const { pluralName, singularName } = type.info;
      for (const name of [pluralName, singularName]) {
        expect((await fetch(`${cms.url}/api/${name}`)).status, name).toBe(404);
        expect((await fetch(`${cms.url}/api/${name}?status=draft`)).status, name).toBe(404);
      }
    }
  });

  it('refuses every public route of its plugins', async () => {
    const post = (path: string) =>
      fetch(`${cms.url}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ username: 'x', identifier: 'x', email: 'x@example.org', password: 'Un-mot-de-passe-1' }),
      });
    for (const path of ['/api/auth/local/register', '/api/auth/local', '/api/auth/forgot-password']) {
      expect([404, 405], path).toContain((await post(path)).status);
    }
    expect([401, 403]).toContain((await post('/api/upload')).status);
    expect([401, 403]).toContain((await fetch(`${cms.url}/api/upload/files`)).status);
    const permissions = await cms.strapi.db
      .query('plugin::users-permissions.permission')
      .count({ where: { role: { type: { $in: ['public', 'authenticated'] } } } });
    expect(permissions).toBe(0);
    expect(
      await cms.strapi.store({ type: 'plugin', name: 'users-permissions' }).get({ key: 'advanced' }),
    ).toMatchObject({
      allow_register: false,
    });
  });

  it('has no transfer endpoint, not even for a transfer token', async () => {
    const { token: transfer } = cms.strapi.service('admin::transfer');
    const { accessKey } = await transfer.create({
      name: unique('Transfert'),
      lifespan: null,
      permissions: ['push', 'pull'],
    });
    for (const path of ['/admin/transfer/runner/push', '/admin/transfer/runner/pull']) {
      const response = await fetch(`${cms.url}${path}`, { headers: { Authorization: `Bearer ${accessKey}` } });
      expect(response.status, path).toBe(404);
    }
  });

  it('answers no foreign origin', async () => {
    const response = await fetch(`${cms.url}/admin/init`, { headers: { Origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
    const own = await fetch(`${cms.url}/admin/init`, { headers: { Origin: 'http://cms.example.org' } });
    expect(own.headers.get('access-control-allow-origin')).toBe('http://cms.example.org');
  });
});

describe('the media library', () => {
  const upload = async (name: string, type: string, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.append('files', new Blob([bytes], { type }), name);
    return asAdmin(cms, await signIn(cms), '/upload', { method: 'POST', body: form });
  };
  // 1 × 1 pixel
  const png = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );

  it('takes pictures and refuses what can carry a script', async () => {
    expect((await upload('point.png', 'image/png', png)).status).toBe(201);
    const script = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const [name, type] of [
      ['dessin.svg', 'image/svg+xml'],
      ['page.html', 'text/html'],
    ] as const) {
      expect((await upload(name, type, script)).status, name).toBe(400);
    }
  });

  it('refuses a page that begins like a document and declares nothing: it would be served after its extension', async () => {
    const page = new TextEncoder().encode('%PDF-1.7\n<script>alert(1)</script>');
    for (const name of ['x.html', 'x.xhtml', 'x.svg', 'x.js', 'x.xml']) {
      expect((await upload(name, 'application/octet-stream', page)).status, name).toBe(400);
    }
    expect((await upload('x.pdf', 'application/pdf', page)).status).toBe(201);
  });

  it('serves a script that says it is a picture as one, and does not let it be published', async () => {
    const script = new TextEncoder().encode('<script>alert(1)</script>');
    const [file] = (await (await upload('faux.png', 'image/png', script)).json()) as { id: number; url: string }[];
    const served = await fetch(`${cms.url}${file?.url}`);
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    await cms.strapi.plugin('upload').service('upload').updateFileInfo(file?.id, { alternativeText: 'Un logo' });
    expect((await refusalOf(publishAssociation(cms.strapi, { logo: file?.id })))['logo']).toMatch(/ne se lit pas/);
  });

  it('may be kept for ever under an address that changes with the file, and only there', async () => {
    const [file] = (await (await upload('point.png', 'image/png', png)).json()) as { url: string }[];
    const versioned = await fetch(`${cms.url}${file?.url}?v=1`);
    expect(versioned.status).toBe(200);
    expect(versioned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${cms.url}${file?.url}`)).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('the admin’s own routes', () => {
  const STATE = {
    live: { release: 'r1', contentVersion: 'v1', since: '2026-11-21T10:00:00.000Z' },
    building: null,
    failure: null,
    pending: false,
  };

  it('are for signed-in people only', async () => {
    for (const headers of [{}, { Authorization: `Bearer ${EXPORT_TOKEN}` }, { Authorization: 'Bearer x' }]) {
      expect((await fetch(`${cms.url}/trame/publication`, { headers })).status).toBe(401);
      expect((await fetch(`${cms.url}/trame/publication/rebuild`, { method: 'POST', headers })).status).toBe(401);
    }
  });

  it('hand on what the deployer says, and say in French when it says nothing usable', async () => {
    const token = await signIn(cms);
    const read = async () => (await asAdmin(cms, token, '/trame/publication')).json();

    cms.answer = ({ url, headers }) =>
      url === '/state' && headers.authorization === `Bearer ${WEBHOOK_SECRET}`
        ? { status: 200, body: STATE }
        : { status: 401, body: null };
    expect(await read()).toMatchObject({ state: STATE, problem: null });

    cms.answer = () => ({ status: 401, body: null });
    expect(await read()).toMatchObject({ state: null, problem: expect.stringContaining('TRAME_WEBHOOK_SECRET') });

    cms.answer = () => ({ status: 200, body: { nothing: 'known' } });
    expect(await read()).toMatchObject({ state: null, problem: expect.stringContaining('même version') });

    const url = process.env['DEPLOYER_URL'];
    process.env['DEPLOYER_URL'] = 'http://127.0.0.1:9';
    expect(await read()).toMatchObject({ state: null, problem: expect.stringContaining('ne répond pas') });
    const refused = await asAdmin(cms, token, '/trame/publication/rebuild', { method: 'POST' });
    expect(refused.status).toBe(503);
    process.env['DEPLOYER_URL'] = url;
    cms.answer = null;
  });

  it('ask the deployer for a build', async () => {
    const response = await asAdmin(cms, await signIn(cms), '/trame/publication/rebuild', { method: 'POST' });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ accepted: true, message: 'La mise en ligne est relancée.' });
    expect(cms.received.at(-1)).toMatchObject({
      method: 'POST',
      url: '/rebuild',
      headers: { authorization: `Bearer ${WEBHOOK_SECRET}` },
    });
  });
});

describe('an editor', () => {
  it('writes and publishes content, and has no settings', async () => {
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { name: 'Éditeur·rice' } });
    const account = { email: 'editrice@example.org', password: 'Un-mot-de-passe-2' };
    await cms.strapi.service('admin::user').create({
      ...account,
      firstname: 'Élise',
      lastname: 'Exemple',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
      preferedLanguage: 'fr',
    });
    const token = await signIn(cms, account);
    const { documentId } = await publishAssociation(cms.strapi);
    const path = `/content-manager/collection-types/api::association.association/${documentId}`;

    const saved = await asAdmin(cms, token, path, { method: 'PUT', json: { summary: 'Écrit par Élise' } });
    expect(saved.status).toBe(200);
    const published = await asAdmin(cms, token, `${path}/actions/publish`, {
      method: 'POST',
      json: { summary: 'Publié par Élise' },
    });
    expect(published.status).toBe(200);
    const refused = await asAdmin(cms, token, `${path}/actions/publish`, { method: 'POST', json: { rnaId: 'faux' } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      error: {
        name: 'ValidationError',
        message: expect.stringContaining('Numéro RNA — '),
        details: { errors: [{ path: ['rnaId'], message: expect.stringContaining('W suivi de neuf') }] },
      },
    });
    for (const settings of ['/admin/webhooks', '/admin/api-tokens', '/admin/users', '/admin/roles']) {
      expect((await asAdmin(cms, token, settings)).status, settings).toBe(403);
    }
  });

  it('publishes several records at once, all or none, and learns which one is not ready', async () => {
    const token = await signIn(cms);
    const associations = documents(cms.strapi, 'api::association.association');
    const ready = await publishAssociation(cms.strapi);
    await associations.unpublish({ documentId: ready.documentId });
    const notReady = await associations.create({ data: { name: unique('Pas prête') } });
    const publish = (documentIds: string[]) =>
      asAdmin(cms, token, '/content-manager/collection-types/api::association.association/actions/bulkPublish', {
        method: 'POST',
        json: { documentIds },
      });
    const refused = await publish([ready.documentId, notReady.documentId]);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { message: expect.stringContaining(notReady.name ?? '?') } });
    expect(await associations.findOne({ documentId: ready.documentId, status: 'published' })).toBeNull();
    expect((await publish([ready.documentId])).status).toBe(200);
    expect(await associations.findOne({ documentId: ready.documentId, status: 'published' })).not.toBeNull();
  });
});
