import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as Bootstrap from '../src/bootstrap/index.ts';
import { ADMIN, EXPORT_TOKEN, startCms, WEBHOOK_SECRET, type Cms } from './helpers/cms.ts';
import { documents, makeImage, makeTheme, publishAssociation } from './helpers/content.ts';
import { getExport, readEtag } from './helpers/http.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

/** What every start does, from the compiled CMS as Strapi itself has loaded it. */
const startAgain = async () => {
  const compiled = fileURLToPath(new URL('../dist/src/bootstrap/index.js', import.meta.url));
  const { bootstrap } = createRequire(import.meta.url)(compiled) as typeof Bootstrap;
  await bootstrap(cms.strapi);
};

const soon = async (isSo: () => boolean): Promise<void> => {
  for (let attempt = 0; attempt < 100 && !isSo(); attempt += 1) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('a start', () => {
  it('makes the first administrator, in French, and no other', async () => {
    const users = await cms.strapi.db
      .query('admin::user')
      .findMany({ where: { email: ADMIN.email }, populate: ['roles'] });
    expect(users).toHaveLength(1);
    expect(users[0]).toMatchObject({ isActive: true, preferedLanguage: 'fr', roles: [{ code: 'strapi-super-admin' }] });
  });

  it('changes nothing the second time', async () => {
    const etag = await readEtag(cms);
    const count = async (uid: string) => cms.strapi.db.query(uid).count();
    const uids = [
      'admin::user',
      'admin::role',
      'admin::permission',
      'admin::api-token',
      'strapi::webhook',
      'api::home.home',
    ];
    const before = await Promise.all(uids.map(count));
    await startAgain();
    await startAgain();
    expect(await Promise.all(uids.map(count))).toEqual(before);
    expect(await readEtag(cms)).toBe(etag);
    expect((await getExport(cms)).status).toBe(200);
  });

  it('closes again what somebody opened', async () => {
    const role = await cms.strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    await cms.strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: 'plugin::upload.content-api.find', role: role.id } });
    await startAgain();
    expect(await cms.strapi.db.query('plugin::users-permissions.permission').count({ where: { role: role.id } })).toBe(
      0,
    );
  });

  it('lets the token of an older installation read editions too, and takes back what somebody added', async () => {
    const tokens = cms.strapi.db.query('admin::api-token');
    const permissions = cms.strapi.db.query('admin::api-token-permission');
    const builder = { where: { name: 'Construction du site' }, populate: ['permissions'] };
    const actions = async (): Promise<string[]> =>
      ((await tokens.findOne(builder)).permissions as { action: string }[]).map(({ action }) => action).sort();
    const both = ['api::export.export.print', 'api::export.export.site'];
    const { id } = await tokens.findOne(builder);

    await permissions.deleteMany({ where: { token: { id }, action: 'api::export.export.print' } });
    await startAgain();
    expect(await actions()).toEqual(both);
    await permissions.create({ data: { action: 'plugin::upload.content-api.find', token: id } });
    await startAgain();
    expect(await actions()).toEqual(both);
  });

  it('follows a new export token and refuses the old one', async () => {
    process.env['TRAME_EXPORT_TOKEN'] = 'another-export-token-for-the-tests';
    await startAgain();
    expect((await getExport(cms)).status).toBe(401);
    expect((await getExport(cms, { Authorization: 'Bearer another-export-token-for-the-tests' })).status).toBe(200);
    process.env['TRAME_EXPORT_TOKEN'] = EXPORT_TOKEN;
    await startAgain();
    expect((await getExport(cms)).status).toBe(200);
  });
});

describe('the deployer', () => {
  const hooks = () => cms.received.filter(({ url }) => url === '/hooks/strapi');

  it('is woken by every change that residents may see, with its secret', async () => {
    cms.received.length = 0;
    const { documentId } = await publishAssociation(cms.strapi);
    await soon(() => hooks().some(({ headers }) => headers['x-strapi-event'] === 'entry.publish'));
    await documents(cms.strapi, 'api::association.association').unpublish({ documentId });
    await documents(cms.strapi, 'api::association.association').delete({ documentId });
    const theme = await makeTheme(cms.strapi);
    await documents(cms.strapi, 'api::theme.theme').update({ documentId: theme.documentId, data: { position: 9 } });
    const file = await makeImage(cms.strapi, 'x');
    await cms.strapi.plugin('upload').service('upload').updateFileInfo(file.id, { alternativeText: 'y' });

    const expected = [
      'entry.create',
      'entry.publish',
      'entry.unpublish',
      'entry.delete',
      'entry.update',
      'media.update',
    ];
    const events = () => new Set(hooks().map(({ headers }) => headers['x-strapi-event']));
    await soon(() => expected.every((event) => events().has(event)));
    expect([...events()]).toEqual(expect.arrayContaining(expected));
    for (const { method, headers } of hooks()) {
      expect(method).toBe('POST');
      expect(headers.authorization).toBe(`Bearer ${WEBHOOK_SECRET}`);
    }
  });

  it('learns nothing about people', async () => {
    cms.received.length = 0;
    const { documentId } = await publishAssociation(cms.strapi, {
      contacts: [{ name: 'SECRET', phone: '05 36 49 02 02' }],
    });
    await soon(() => hooks().length >= 2);
    const bodies = hooks().map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) expect(body).not.toMatch(/SECRET|536490202|contacts/);
    expect(bodies.some((body) => body.includes(documentId))).toBe(true);
  });

  it('is called by one webhook, which follows its address and secret', async () => {
    const store = cms.strapi.get('webhookStore');
    process.env['TRAME_WEBHOOK_SECRET'] = 'another-webhook-secret-for-the-tests';
    await startAgain();
    const webhooks = await store.findWebhooks();
    expect(webhooks).toHaveLength(1);
    expect(webhooks[0]).toMatchObject({
      url: `${process.env['DEPLOYER_URL']}/hooks/strapi`,
      headers: { Authorization: 'Bearer another-webhook-secret-for-the-tests' },
      isEnabled: true,
    });
    cms.received.length = 0;
    await makeTheme(cms.strapi);
    await soon(() => hooks().length > 0);
    expect(hooks()[0]?.headers.authorization).toBe('Bearer another-webhook-secret-for-the-tests');
    process.env['TRAME_WEBHOOK_SECRET'] = WEBHOOK_SECRET;
    await startAgain();
  });
});
