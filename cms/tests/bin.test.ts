/** What editors delete, and how it comes back. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BinLine, PutBack } from '../src/domain/contract/desk/bin.ts';
import { emptyBin, KEEP_IN_BIN_DAYS } from '../src/entries/bin/bin-store.ts';
import { readContent } from '../src/entries/record-content.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, eventData, makeTheme, publishAssociation, unique } from './helpers/content.ts';
import { withdrawalLink } from '../src/platform/links/withdrawal-link.ts';
import { knock, SITE } from './helpers/door.ts';
import { asAdmin, readExport, signIn } from './helpers/http.ts';

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';
const THEME = 'api::theme.theme';

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
});

const list = (uid: string) => `/content-manager/collection-types/${uid}`;
const remove = async (uid: string, id: string) =>
  expect((await asAdmin(cms, token, `${list(uid)}/${id}`, { method: 'DELETE' })).status).toBe(200);
const bin = async () => z.array(BinLine).parse(await (await asAdmin(cms, token, '/trame/bin')).json());
const lineOf = async (title: string) => {
  const line = (await bin()).find((one) => one.title === title);
  if (!line) throw new Error(`Not in the bin: ${title}`);
  return line;
};
const act = (id: string, what: 'put-back' | 'erase', json: object) =>
  asAdmin(cms, token, `/trame/bin/${id}/${what}`, { method: 'POST', json });
const putBack = async (title: string, publish = true) => {
  const response = await act((await lineOf(title)).id, 'put-back', { publish });
  if (!response.ok) throw new Error(await response.text());
  return PutBack.parse(await response.json());
};
const states = async (uid: string, id: string) => ({
  draft: await readContent(strapi, uid, id, 'draft'),
  published: await readContent(strapi, uid, id, 'published'),
});
const said = ({ draft, published }: Awaited<ReturnType<typeof states>>) => [draft?.content, published?.content];

describe('the bin', () => {
  it('gives an association back as it was, draft and published, and to everything that named it', async () => {
    const theme = await makeTheme(strapi);
    const { documentId, name } = await publishAssociation(strapi, {
      themes: [theme.documentId],
      activities: [{ label: 'Chant', slots: [{ day: 'mardi', begin: '18:30:00.000', end: '20:00:00.000' }] }],
      contacts: [
        {
          role: 'Présidence',
          name: 'Anne Martin',
          email: 'anne@example.org',
          web: true,
          consentDate: '2026-01-02',
          consentSource: 'courriel',
        },
      ],
      foundedYear: 1987,
    });
    const other = await publishAssociation(strapi);
    const event = await documents(strapi, EVENT).create({
      data: { ...eventData(), organisers: [documentId, other.documentId] },
      status: 'published',
    });
    const resource = await documents(strapi, 'api::resource.resource').create({
      data: { title: unique('Barnum'), kind: 'matériel', summary: 'x', owner: documentId },
    });
    await documents(strapi, ASSOCIATION).update({ documentId, data: { acronym: 'BROUILLON' } });
    const before = await states(ASSOCIATION, documentId);
    const eventBefore = await states(EVENT, event.documentId);
    expect(said(before)[0]).not.toEqual(said(before)[1]);

    await remove(ASSOCIATION, documentId);
    expect(said(await states(ASSOCIATION, documentId))).toEqual([undefined, undefined]);
    expect((await readExport(cms)).associations.map(({ id }) => id)).not.toContain(documentId);
    const line = await lineOf(name);
    expect(line).toMatchObject({ kind: 'Association', wasPublished: true, deletedBy: 'l’équipe de l’annuaire' });
    expect(line.daysLeft).toBe(KEEP_IN_BIN_DAYS);

    expect(await putBack(name)).toMatchObject({ uid: ASSOCIATION, documentId, published: true, linked: 3 });
    expect(said(await states(ASSOCIATION, documentId))).toEqual(said(before));
    expect(said(await states(EVENT, event.documentId))).toEqual(said(eventBefore));
    expect((await readContent(strapi, 'api::resource.resource', resource.documentId, 'draft'))?.content['owner']).toBe(
      documentId,
    );
    const exported = await readExport(cms);
    expect(exported.events.find(({ id }) => id === event.documentId)?.organisers).toEqual([
      documentId,
      other.documentId,
    ]);
    expect((await bin()).map(({ title }) => title)).not.toContain(name);
  });

  it('gives back as a draft when asked, and nothing of it is online', async () => {
    const { documentId, name } = await publishAssociation(strapi);
    await remove(ASSOCIATION, documentId);
    expect(await putBack(name, false)).toMatchObject({ published: false });
    const { draft, published } = await states(ASSOCIATION, documentId);
    expect([draft?.content['name'], published]).toEqual([name, null]);
    // Its page on the site is free again for its publication.
    await documents(strapi, ASSOCIATION).publish({ documentId });
    expect((await readExport(cms)).associations.map(({ id }) => id)).toContain(documentId);
  });

  it('gives an event back without the number of somebody who unticked it meanwhile', async () => {
    const phone = '+33639981207';
    const contact = { role: 'Présidence', name: 'Anne Martin', phone, web: true, consentDate: '2026-01-02' };
    const contacts = [{ ...contact, consentSource: 'courriel' }];
    const organiser = await publishAssociation(strapi, { contacts });
    const { documentId, title } = await documents(strapi, EVENT).create({
      data: {
        ...eventData(),
        organisers: [organiser.documentId],
        registration: [{ kind: 'téléphone', value: phone }],
      },
      status: 'published',
    });
    await remove(EVENT, documentId);
    await documents(strapi, ASSOCIATION).update({
      documentId: organiser.documentId,
      status: 'published',
      data: { contacts: [{ ...contacts[0], web: false, consentDate: null, consentSource: null }] },
    });
    await putBack(title);
    for (const version of said(await states(EVENT, documentId))) expect(version?.['registration']).toEqual([]);
  });

  it('takes what is deleted in bulk and what has no draft, and names a theme again at its place', async () => {
    const [first, second] = [await makeTheme(strapi), await makeTheme(strapi)];
    const kept = await makeTheme(strapi);
    const { documentId } = await publishAssociation(strapi, { themes: [first.documentId, kept.documentId] });
    // A theme in use cannot be deleted: an editor takes it out first; one that nobody uses can.
    const answer = await asAdmin(cms, token, `${list(THEME)}/actions/bulkDelete`, {
      method: 'POST',
      json: { documentIds: [second.documentId] },
    });
    expect(answer.status).toBe(200);
    expect(await lineOf(second.name)).toMatchObject({ kind: 'Thème' });
    expect(await putBack(second.name)).toMatchObject({ documentId: second.documentId, published: true });
    const events = [];
    for (const title of [unique('Bal'), unique('Loto')])
      events.push(await documents(strapi, EVENT).create({ data: { ...eventData(), title, organisers: [documentId] } }));
    await asAdmin(cms, token, `${list(EVENT)}/actions/bulkDelete`, {
      method: 'POST',
      json: { documentIds: events.map((event) => event.documentId) },
    });
    for (const { title, documentId: id } of events) {
      expect(await lineOf(title)).toMatchObject({ wasPublished: false });
      await putBack(title);
      expect((await readContent(strapi, EVENT, id, 'draft'))?.content['organisers']).toEqual([documentId]);
    }
  });

  it('does without what is gone since, and says what a rule refuses', async () => {
    const theme = await makeTheme(strapi);
    const { documentId, name } = await publishAssociation(strapi, { rnaId: 'W332099871' });
    const event = await documents(strapi, EVENT).create({
      data: { ...eventData(), organisers: [documentId], themes: [theme.documentId] },
      status: 'published',
    });
    await remove(EVENT, event.documentId);
    await remove(ASSOCIATION, documentId);
    await remove(THEME, theme.documentId);
    await putBack(event.title);
    expect((await readContent(strapi, EVENT, event.documentId, 'published'))?.content).toMatchObject({
      organisers: [],
      themes: [],
    });

    await publishAssociation(strapi, { rnaId: 'W332099871' });
    const refused = await act((await lineOf(name)).id, 'put-back', { publish: true });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('RNA');
    // Nothing was half done, and it still is there.
    expect(said(await states(ASSOCIATION, documentId))).toEqual([undefined, undefined]);
    await lineOf(name);
  });

  it('gives a record whose page address was taken meanwhile a free one, online and as a draft, and says so', async () => {
    const name = unique('Corbeille');
    const one = await publishAssociation(strapi, { name });
    const slug = one.slug as string;
    const expectBack = async (publish: boolean, address: string) => {
      const back = await putBack(name, publish);
      expect(back.told.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
        `L’adresse de page « ${slug} » est celle d’une autre fiche depuis : celle-ci reçoit « ${address} ».`,
      ]);
      expect((await readContent(strapi, ASSOCIATION, one.documentId, 'draft'))?.content['slug']).toBe(address);
    };
    await remove(ASSOCIATION, one.documentId);
    const other = await publishAssociation(strapi, { name });
    expect(other.slug).toBe(slug);
    await expectBack(false, `${slug}-2`);
    await documents(strapi, ASSOCIATION).publish({ documentId: one.documentId });
    // A type without drafts as well.
    const theme = await makeTheme(strapi);
    await remove(THEME, theme.documentId);
    await documents(strapi, THEME).create({ data: { name: theme.name } });
    expect((await putBack(theme.name as string)).told).toHaveLength(1);
    // And online at once: its own address of today is taken too.
    await remove(ASSOCIATION, one.documentId);
    await documents(strapi, ASSOCIATION).update({ documentId: other.documentId, data: { slug: `${slug}-2` } });
    const back = await putBack(name);
    expect(back.told).toEqual([expect.stringContaining(`${slug}-2-2`)]);
    expect((await readExport(cms)).associations.map((association) => association.slug)).toContain(`${slug}-2-2`);
  });

  it('gives an association whose RNA number another one has by now back as a draft, without it', async () => {
    const { documentId, name } = await publishAssociation(strapi, { rnaId: 'W332099872' });
    await remove(ASSOCIATION, documentId);
    await publishAssociation(strapi, { rnaId: 'W332099872' });
    expect((await act((await lineOf(name)).id, 'put-back', { publish: true })).status).toBe(400);
    expect((await putBack(name, false)).told).toEqual([expect.stringContaining('Le numéro RNA W332099872')]);
    expect((await readContent(strapi, ASSOCIATION, documentId, 'draft'))?.content['rnaId'] ?? null).toBeNull();
  });

  it('gives nobody back who withdrew while their association was in it', async () => {
    const contact = {
      role: 'Présidence',
      name: 'Paule Essai',
      email: 'paule@example.org',
      phone: '+33639980077',
      web: true,
      print: true,
      consentDate: '2026-01-02',
      consentSource: 'courriel',
    };
    const { documentId, name } = await publishAssociation(strapi, {
      contacts: [contact],
      internalNote: 'Appeler le 06 39 98 00 77 le soir.',
    });
    const token = withdrawalLink(documentId, contact)?.url.split('#')[1] ?? '';
    await remove(ASSOCIATION, documentId);
    expect((await knock(cms, '/api/retrait/ouvrir', { json: { token } })).status).toBe(200);
    const done = await knock(cms, '/api/retrait/confirmer', { json: { token } });
    expect([done.status, done.text]).toEqual([200, expect.anything()]);

    await putBack(name);
    const back = (await readContent(strapi, ASSOCIATION, documentId, 'published'))?.content;
    expect(back?.['contacts']).toMatchObject([{ name: 'Paule Essai', web: false, print: false }]);
    expect(JSON.stringify(await readExport(cms))).not.toMatch(/paule@example|39 ?98 ?00 ?77|639980077/);
  });

  it('is emptied after thirty days, and by hand; what the program erases does not go there', async () => {
    const [one, two, three] = [
      await publishAssociation(strapi),
      await publishAssociation(strapi),
      await publishAssociation(strapi),
    ];
    await remove(ASSOCIATION, one.documentId);
    await remove(ASSOCIATION, two.documentId);
    await documents(strapi, ASSOCIATION).delete({ documentId: three.documentId });
    expect((await bin()).map(({ title }) => title)).not.toContain(three.name);

    const { id } = await lineOf(one.name);
    expect((await act(id, 'erase', {})).status).toBe(200);
    expect((await act(id, 'erase', {})).status).toBe(404);
    expect((await act(id, 'put-back', { publish: true })).status).toBe(404);

    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    await emptyBin(strapi, later(KEEP_IN_BIN_DAYS - 1));
    await lineOf(two.name);
    expect(await emptyBin(strapi, later(KEEP_IN_BIN_DAYS + 1))).toBeGreaterThanOrEqual(1);
    expect((await bin()).map(({ title }) => title)).not.toContain(two.name);
  });

  it('is for who is signed in, and a request says what it wants', async () => {
    expect((await fetch(`${cms.url}/trame/bin`)).status).toBe(401);
    expect((await act('1; drop table', 'put-back', { publish: true })).status).toBe(404);
    expect((await act('1', 'put-back', {})).status).toBe(400);
  });
});
