/** What the admin's own screens ask of the server, and what they find in the database at the first start. */
import { beforeAll, describe, expect, it } from 'vitest';
import { applyAdminLayouts } from '../src/bootstrap/admin-layouts.ts';
import type { Configuration } from '../src/labels/configuration.ts';
import { componentLayouts, contentTypeLayouts } from '../src/labels/layouts.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { eventData, makeCommune, publishAssociation, unique } from './helpers/content.ts';
import { asAdmin, signIn } from './helpers/http.ts';

const SITE = 'https://annuaire.example.org';

let cms: Cms;
let token: string;
beforeAll(async () => {
  cms = await startCms();
  token = await signIn(cms);
  process.env.SITE_URL = SITE;
});

/** Strapi does not export the type of the content manager's services. */
interface ConfigurationService {
  findConfiguration(model: { uid: string }): Promise<Configuration>;
  updateConfiguration(model: { uid: string }, configuration: Configuration): Promise<unknown>;
}
const configurations = (kind: 'content-types' | 'components'): ConfigurationService =>
  cms.strapi.plugin('content-manager').service(kind);

const ask = async <Answer>(path: string): Promise<Answer> => {
  const response = await asAdmin(cms, token, path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as Answer;
};
const publicPage = async (uid: string, documentId: string) =>
  (await ask<{ url: string | null }>(`/trame/public-page?uid=${uid}&documentId=${documentId}`)).url;

describe('what Strapi’s own doors refuse', () => {
  const post = (path: string, body: string | FormData, headers: Record<string, string>) =>
    fetch(`${cms.url}${path}`, { method: 'POST', body, headers });
  const JSON_TYPE = { 'Content-Type': 'application/json' };
  const signIn = (json: object) => post('/admin/login', JSON.stringify(json), JSON_TYPE);
  const upload = (name: string, type: string, content: string) => {
    const form = new FormData();
    form.append('files', new Blob([content], { type }), name);
    return post('/upload', form, { Authorization: `Bearer ${token}` });
  };
  const absent = '/content-manager/collection-types/api::association.association/nope';

  it.each<[string, () => Promise<Response>, RegExp]>([
    [
      'a sign-in without anything',
      () => signIn({}),
      /champs? (?:est|sont) à (?:corriger|remplir)|Indiquez votre adresse/,
    ],
    [
      'one without a password',
      () => signIn({ email: 'a@example.org', password: '' }),
      /à remplir|Indiquez votre adresse/,
    ],
    [
      'a forgotten password of an address that is none',
      () => post('/admin/forgot-password', JSON.stringify({ email: 'camille' }), JSON_TYPE),
      /adresse électronique/,
    ],
    [
      'an account that is made of nothing',
      () => post('/admin/register', JSON.stringify({ registrationToken: 'x', userInfo: {} }), JSON_TYPE),
      /champs sont à corriger/,
    ],
    [
      'an account with a poor password',
      () =>
        post(
          '/admin/register',
          JSON.stringify({ registrationToken: 'x', userInfo: { firstname: 'Camille', password: 'azertyuiop' } }),
          JSON_TYPE,
        ),
      /mot de passe|champs sont/,
    ],
    [
      'an invitation that is over',
      () => fetch(`${cms.url}/admin/registration-info?registrationToken=${'a'.repeat(40)}`),
      /invitation n’est plus valable/,
    ],
    [
      'a drawing that may hold a script',
      () => upload('logo.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /genre de fichier/,
    ],
    [
      'a record that is gone',
      () => asAdmin(cms, token, `${absent}/actions/publish`, { method: 'POST', json: {} }),
      /n’existe plus/,
    ],
  ])('%s is told in French, every fault of it', async (_, ask, message) => {
    const response = await ask();
    expect(response.status).toBeGreaterThanOrEqual(400);
    const { error } = (await response.json()) as {
      error: { message: string; details?: { errors?: { message: string }[] } };
    };
    expect(error.message).toMatch(message);
    const all = [error.message, ...(error.details?.errors ?? []).map((fault) => fault.message)].join(' ');
    expect(all).not.toMatch(/\b(?:must|is|not|allowed|invalid|errors?|required|found|missing)\b/i);
  });
});

describe('the layouts', () => {
  it('are in place after the first start, for every type and component', async () => {
    for (const { layouts, service } of [
      { layouts: contentTypeLayouts, service: configurations('content-types') },
      { layouts: componentLayouts, service: configurations('components') },
    ]) {
      for (const layout of layouts) {
        const found = await service.findConfiguration({ uid: layout.uid });
        expect(found.settings.mainField, layout.uid).toBe(layout.mainField);
        expect(found.layouts.edit.map((row) => row.map(({ name }) => name))).toEqual(layout.rows);
        for (const [name, words] of Object.entries(layout.fields)) {
          expect(found.metadatas[name]?.edit.label, `${layout.uid} ${name}`).toBe(words.label);
        }
      }
    }
  });

  it('leave what an editor chose', async () => {
    const service = configurations('content-types');
    const venue = { uid: 'api::venue.venue' };
    const before = await service.findConfiguration(venue);
    const chosen = structuredClone(before);
    chosen.metadatas.name!.edit.label = 'Nom de la salle';
    await service.updateConfiguration(venue, chosen);
    await applyAdminLayouts({ strapi: cms.strapi });
    expect((await service.findConfiguration(venue)).metadatas.name?.edit.label).toBe('Nom de la salle');
    await service.updateConfiguration(venue, before);
  });
});

describe('the pickers of relations', () => {
  it('say of which commune an association is when another bears its name, and only then', async () => {
    const [one, two] = [await makeCommune(cms.strapi), await makeCommune(cms.strapi)];
    const name = unique('Comité des fêtes');
    const first = await publishAssociation(cms.strapi, { name, commune: one.documentId });
    await publishAssociation(cms.strapi, { name, commune: two.documentId });
    const alone = await publishAssociation(cms.strapi, { name: `${name} et du marché`, commune: one.documentId });
    const event = await cms.strapi.documents('api::event.event').create({
      data: { ...eventData(), organisers: [first.documentId, alone.documentId] },
    });
    const relations = '/content-manager/relations/api::event.event';
    const names = async (path: string) =>
      (await ask<{ results: { name: string }[] }>(path)).results.map((result) => result.name).toSorted();
    expect(await names(`${relations}/organisers?_q=${encodeURIComponent(name)}`)).toEqual(
      [`${name} (${one.name})`, `${name} (${two.name})`, `${name} et du marché`].toSorted(),
    );
    expect(await names(`${relations}/${event.documentId}/organisers`)).toEqual(
      [`${name} (${one.name})`, `${name} et du marché`].toSorted(),
    );
    expect(await names(`${relations}/themes`)).not.toContainEqual(expect.stringContaining('('));
  });
});

describe('the link to the public page', () => {
  it('is that of the published version', async () => {
    const slug = unique('association').replace(' ', '-');
    const association = await publishAssociation(cms.strapi, { slug });
    await cms.strapi.documents('api::association.association').update({
      documentId: association.documentId,
      data: { slug: `${slug}-autre` },
    });
    expect(await publicPage('api::association.association', association.documentId)).toBe(
      `${SITE}/associations/${slug}/`,
    );
  });

  it('is absent from what residents cannot see', async () => {
    const draft = await cms.strapi.documents('api::event.event').create({ data: eventData() });
    expect(await publicPage('api::event.event', draft.documentId)).toBeNull();
    expect(await publicPage('api::association.association', 'nobody')).toBeNull();
  });

  it('exists at once for a type without drafts, and is fixed for a single type', async () => {
    const commune = await makeCommune(cms.strapi);
    expect(await publicPage('api::commune.commune', commune.documentId)).toMatch(`${SITE}/communes/`);
    expect(await publicPage('api::legal.legal', 'any')).toBe(`${SITE}/mentions-legales/`);
  });

  it('passes through the plan for an action', async () => {
    const documents = cms.strapi.documents;
    const plan = await documents('api::action-plan.action-plan').create({
      data: { title: unique('Plan'), territory: 'Ici' },
      status: 'published',
    });
    const axis = await documents('api::axis.axis').create({
      data: { number: '1', title: 'Axe', plan: plan.documentId },
      status: 'published',
    });
    const action = await documents('api::action.action').create({
      data: { number: '1.1', title: unique('Action'), state: 'en cours', axis: axis.documentId },
      status: 'published',
    });
    expect(await publicPage('api::action.action', action.documentId)).toBe(
      `${SITE}/plan-d-actions/${plan.slug}/${action.slug}/`,
    );
  });
});

describe('the routes of the screens', () => {
  it('are for administrators, and for the types that they may read', async () => {
    for (const path of ['/trame/site', '/trame/public-page', '/trame/record-lists']) {
      expect((await fetch(`${cms.url}${path}`)).status, path).toBe(401);
    }
    for (const uid of ['plugin::users-permissions.user', 'admin::user', 'constructor', '']) {
      const response = await asAdmin(cms, token, `/trame/public-page?uid=${uid}&documentId=x`);
      expect([response.status === 403, (await response.text()).includes('"url":null')], uid).toContain(true);
    }
  });
});

describe('a value that Strapi itself refuses', () => {
  it('is explained in French, under its field', async () => {
    const response = await asAdmin(cms, token, '/content-manager/collection-types/api::theme.theme', {
      method: 'POST',
      json: { name: 'x'.repeat(200), position: 0 },
    });
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as {
      error: { message: string; details: { errors: { path: string[]; message: string }[] } };
    };
    const faults = Object.fromEntries(error.details.errors.map(({ path, message }) => [path.join('.'), message]));
    expect(faults).toEqual({
      name: 'Le texte est trop long\u00a0: 120 caractères au plus.',
      position: 'La valeur est trop petite\u00a0: 1 au moins.',
    });
    expect(error.message).toBe('2 champs sont à corriger.');
  });
});
