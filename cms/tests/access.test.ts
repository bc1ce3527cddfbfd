import { Refusal } from '../src/domain/contract/refusal.ts';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { EXPORT_TOKEN, startCms, WEBHOOK_SECRET, type Cms } from './helpers/cms.ts';
import { documents, publishAssociation, refusalOf, unique } from './helpers/content.ts';
import { asAdmin, getExport, signIn, signInAsReader } from './helpers/http.ts';
import { heicPhotograph, photograph, samsungPhotograph } from './helpers/pictures.ts';
import { pictureWords } from '../src/domain/pictures.ts';

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
    const uploaded = await upload('faux.png', 'image/png', script);
    const [file] = (await uploaded.json()) as { id: number; url: string }[];
    // Nothing uses it yet: it is shown to editors, by the cookie that their browser has from the admin.
    const cookie = uploaded.headers.getSetCookie().join('; ');
    const served = await fetch(`${cms.url}${file?.url}`, { headers: { cookie } });
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    await cms.strapi.plugin('upload').service('upload').updateFileInfo(file?.id, { alternativeText: 'Un logo' });
    expect((await refusalOf(publishAssociation(cms.strapi, { logo: file?.id })))['logo']).toMatch(/ne se lit pas/);
  });

  /** What the library keeps; nobody is served what nothing uses yet. */
  const keptBytes = (url: string | undefined) => readFile(join(process.env.DATA_DIR ?? '', 'public', url ?? ''));

  it('keeps a picture in inks as it was given, for the press, and makes the others lighter', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const picture = sharp({ create: { width: 600, height: 400, channels: 3, background: '#fff', noise } });
    const stored = async (name: string, jpeg: Buffer) => {
      const [file] = (await (await upload(name, 'image/jpeg', Uint8Array.from(jpeg))).json()) as { url: string }[];
      return keptBytes(file?.url);
    };
    const inks = await picture.clone().toColourspace('cmyk').jpeg({ quality: 98 }).toBuffer();
    expect((await stored('affiche.jpg', inks)).equals(inks)).toBe(true);
    const rgb = await picture.clone().jpeg({ quality: 98 }).toBuffer();
    expect((await stored('photo.jpg', rgb)).length).toBeLessThan(rgb.length);
  });

  it('keeps of no picture where it was taken and by whom, in inks neither', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const picture = sharp({ create: { width: 600, height: 400, channels: 3, background: '#fff', noise } });
    const tells = { IFD0: { Artist: 'Jeanne Exemple' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 58/1 0/1' } };
    const inks = picture.clone().toColourspace('cmyk').jpeg({ quality: 98 });
    const pictures = [
      ['encres.jpg', 'image/jpeg', await inks.clone().withExif(tells).toBuffer()],
      ['legere.jpg', 'image/jpeg', await picture.clone().jpeg({ quality: 20 }).withExif(tells).toBuffer()],
      ['dessin.png', 'image/png', await picture.clone().png().withExif(tells).toBuffer()],
      ['image.webp', 'image/webp', await picture.clone().webp().withExif(tells).toBuffer()],
    ] as const;
    for (const [name, type, bytes] of pictures) {
      expect(bytes.includes('Jeanne Exemple')).toBe(true);
      const [file] = (await (await upload(name, type, Uint8Array.from(bytes))).json()) as { url: string }[];
      const kept = await keptBytes(file?.url);
      expect([name, (await sharp(kept).metadata()).exif, kept.includes('Jeanne')]).toEqual([name, undefined, false]);
      if (name === 'encres.jpg') {
        const [before, after] = await Promise.all([bytes, kept].map((one) => sharp(one).raw().toBuffer()));
        expect(after?.equals(before ?? Buffer.alloc(0))).toBe(true);
      }
    }
  });

  it('takes a picture that only a strict decoder minds, and says in French what is wrong with others', async () => {
    const send = async (name: string, bytes: Buffer) => {
      const response = await upload(name, 'image/jpeg', new Uint8Array(bytes));
      const answer = (await response.json()) as { url: string }[] & { error?: { message: string } };
      return { status: response.status, message: answer.error?.message, url: answer[0]?.url };
    };
    const picture = await samsungPhotograph();
    const taken = await send('samsung.jpg', picture);
    expect(taken.status).toBe(201);
    // What is kept is read by the strictest decoder.
    const kept = await keptBytes(taken.url);
    expect(await sharp(kept, { failOn: 'warning' }).stats()).toMatchObject({ channels: { length: 3 } });
    for (const whole of [picture, await photograph()]) {
      const cut = await send('coupee.jpg', whole.subarray(0, Math.floor(whole.length * 0.6)));
      expect(cut).toMatchObject({ status: 400, message: pictureWords.damaged });
    }
    expect(await send('IMG_0001.HEIC', heicPhotograph())).toMatchObject({ status: 400, message: pictureWords.heic });
  });

  it('may be kept for ever under an address that changes with the file, and only there', async () => {
    const [file] = (await (await upload('point.png', 'image/png', png)).json()) as { id: number; url: string }[];
    await cms.strapi.plugin('upload').service('upload').updateFileInfo(file?.id, { alternativeText: 'Un point' });
    await publishAssociation(cms.strapi, { logo: file?.id });
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
      for (const act of ['rebuild', 'accept-loss'])
        expect((await fetch(`${cms.url}/trame/publication/${act}`, { method: 'POST', headers })).status).toBe(401);
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
    expect(Refusal.parse(await refused.json()).error.message).toContain('ne répond pas');
    process.env['DEPLOYER_URL'] = url;
    cms.answer = null;
  });

  it('let who may publish say that pages disappear on purpose, and nobody else', async () => {
    const accept = async (token: string) =>
      (await asAdmin(cms, token, '/trame/publication/accept-loss', { method: 'POST', json: {} })).status;
    expect(await accept(await signInAsReader(cms))).toBe(403);
    expect(await accept(await signIn(cms))).toBe(202);
    expect(cms.received.at(-1)).toMatchObject({ method: 'POST', url: '/rebuild', body: '{"acceptLoss":true}' });
  });

  it('ask the deployer for a build', async () => {
    const response = await asAdmin(cms, await signIn(cms), '/trame/publication/rebuild', { method: 'POST' });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ message: 'La mise en ligne est relancée.' });
    expect(cms.received.at(-1)).toMatchObject({
      method: 'POST',
      url: '/rebuild',
      headers: { authorization: `Bearer ${WEBHOOK_SECRET}` },
    });
  });
});

describe('what nobody may read', () => {
  interface Attribute {
    readonly type: string;
    readonly target?: string;
  }
  const attributesOf = (uid: string): Record<string, Attribute> =>
    (cms.strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Attribute> } | undefined)
      ?.attributes ?? {};
  const targetOf = ({ type, target }: Attribute) => (type === 'media' ? 'plugin::upload.file' : target);

  /** Paths over relations that end on what nobody may read, the shortest first: `themes.createdBy.password`. */
  function privatePaths(uid: string, depth: number): string[] {
    const PRIVATE: Record<string, readonly string[]> = {
      'admin::user': ['password', 'resetPasswordToken', 'registrationToken', 'email'],
      'plugin::users-permissions.user': ['password', 'resetPasswordToken', 'confirmationToken'],
    };
    return Object.entries(attributesOf(uid)).flatMap(([name, attribute]) => {
      const target = targetOf(attribute);
      if (!target || attribute.type === 'component') return [];
      const here = (PRIVATE[target] ?? []).map((key) => `${name}.${key}`);
      const further = depth > 1 ? privatePaths(target, depth - 1).map((path) => `${name}.${path}`) : [];
      return [...here, ...further];
    });
  }

  /** How an address says to sort or filter by a path. */
  const WAYS: readonly ((path: string) => string)[] = [
    (path) => `sort=${path}`,
    (path) => `sort=${path}:DESC`,
    (path) => `sort=id,${path}:asc`,
    (path) => `sort[0]=id&sort[1]=${path}`,
    (path) => `sort${inBrackets(path)}=asc`,
    (path) => `sort[0]${inBrackets(path)}=asc`,
    (path) => `sort[${path}]=asc`,
    (path) => `filters${inBrackets(path)}[$startsWith]=$2`,
    (path) => `filters[$or][0][$not]${inBrackets(path)}[$notNull]=true`,
    (path) =>
      `populate[createdBy]${'[filters]'}${inBrackets(path)}[$null]=true&${`filters${inBrackets(path)}[$null]=true`}`,
  ];
  const inBrackets = (path: string) => path.replace(/[^.]+/g, '[$&]').replaceAll('.', '');

  it('is refused with 400 at the end of every path over relations, of every type, said in every way', async () => {
    const token = await signIn(cms);
    const key = await makeToken('full-access');
    const types = Object.values(cms.strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'));
    let asked = 0;
    for (const { uid, kind, info } of types) {
      const paths = privatePaths(uid, 3);
      expect([uid, paths.length > 0]).toEqual([uid, true]);
      // Each path of one or two relations is said in one of the ways, each way comes to its turn; of the long ones, some.
      const chosen = paths.filter((path, index) => path.split('.').length < 3 || index % 29 === 0);
      for (const path of chosen) {
        const way = WAYS[asked++ % WAYS.length]!;
        if (kind === 'collectionType') {
          const address = `/content-manager/collection-types/${uid}?${way(path)}`;
          expect([address, (await asAdmin(cms, token, address)).status]).toEqual([address, 400]);
        }
        if (asked % 5 !== 0) continue;
        const address = `/api/${info.pluralName}?${way(path)}`;
        const { status } = await fetch(`${cms.url}${address}`, { headers: { Authorization: `Bearer ${key}` } });
        expect([address, status]).toEqual([address, 400]);
      }
    }
    expect(asked).toBeGreaterThan(100);
  });

  it('and what cannot be sorted by or searched for is a mistake of who asks, not of the server', async () => {
    const token = await signIn(cms);
    const list = '/content-manager/collection-types/api::association.association';
    for (const query of [
      'sort=themes.createdBy',
      'sort=createdBy',
      'sort=themes',
      'sort=logo',
      'sort=themes.nothing',
      'sort=themes.status',
      'sort=name.x',
      'filters[id][$eq]=abc',
      '_q[a]=b',
    ]) {
      const response = await asAdmin(cms, token, `${list}?${query}`);
      expect([query, response.status]).toEqual([query, 400]);
      expect(await response.text()).toMatch(/On ne peut ni trier|n’est pas comprise/);
    }
    for (const query of [
      'sort=themes.name',
      'sort=themes.createdBy.firstname:DESC',
      'sort=logo.name',
      'sort=status',
      '_q=x',
    ])
      expect([query, (await asAdmin(cms, token, `${list}?${query}`)).status]).toEqual([query, 200]);
  });

  it('is nothing that a list can be sorted or filtered by, through any route', async () => {
    const token = await signIn(cms);
    await publishAssociation(cms.strapi);
    const lists = '/content-manager/collection-types';
    const ask = async (path: string) => (await asAdmin(cms, token, path)).status;
    for (const path of [
      `${lists}/api::association.association?sort=createdBy.password:ASC`,
      `${lists}/api::association.association?sort=updatedBy.resetPasswordToken`,
      `${lists}/api::association.association?sort=localizations.createdBy.password`,
      `${lists}/api::association.association?sort=createdBy.email`,
      `${lists}/api::membership.membership?sort=createdBy.password:ASC`,
      '/content-manager/relations/api::event.event/organisers?sort=createdBy[password]:ASC',
      '/content-manager/relations/api::event.event/organisers?sort=createdBy.registrationToken',
      '/upload/files?sort=createdBy[password]:ASC',
      '/upload/folders?sort=createdBy[password]:ASC',
      '/upload/folders?where[createdBy][password][$startsWith]=$2',
      '/upload/folders?orderBy[createdBy][password]=asc',
      '/content-manager/relations/api::event.event/organisers?filters[createdBy][password][$startsWith]=$2',
      '/upload/files?filters[createdBy][email][$startsWith]=a',
      '/admin/users?sort=resetPasswordToken:ASC',
      '/admin/users?filters[registrationToken][$startsWith]=a',
    ])
      expect([path, await ask(path)]).toEqual([path, 400]);
    for (const path of [
      `${lists}/api::association.association?sort=createdBy.firstname:ASC&filters[$and][0][createdBy][id][$eq]=1`,
      `${lists}/api::association.association?sort=internalNote:ASC&_q=x`,
      '/content-manager/relations/api::event.event/organisers?_q=x&pageSize=10',
      '/upload/files?sort=createdAt:DESC&filters[$and][0][folder][id][$null]=true',
      '/upload/folders?sort=name:ASC&filters[$and][0][parent][id][$null]=true&pagination[pageSize]=-1',
      '/admin/users?sort=email:ASC&pageSize=10',
    ])
      expect([path, await ask(path)]).toEqual([path, 200]);
  });
});

it('fetches nothing from an address that somebody gives it', async () => {
  const token = await signIn(cms);
  const knocks = cms.received.length;
  const deployer = process.env['DEPLOYER_URL'] ?? '';
  const urls = [`${deployer.replace('127.0.0.1', '0.0.0.0')}/image.png`, 'https://example.org/image.png'];
  const webhook = { name: 'Essai', url: urls[0], headers: {}, events: ['entry.publish'] };
  for (const [method, path, json, why] of [
    ['POST', '/upload/actions/upload-from-urls', { urls }, 'enregistrez-le sur votre ordinateur'],
    ['POST', '/admin/webhooks', webhook, 'webhooks'],
    ['PUT', '/admin/webhooks/1', webhook, 'webhooks'],
    ['POST', '/admin/webhooks/1/trigger', {}, 'webhooks'],
  ] as const) {
    const refused = await asAdmin(cms, token, path, { method, json });
    expect([path, refused.status, await refused.text()]).toEqual([path, 400, expect.stringContaining(why)]);
  }
  expect(cms.received.slice(knocks).map(({ url }) => url)).not.toContain('/image.png');
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
