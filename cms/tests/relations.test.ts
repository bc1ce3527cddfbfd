import { beforeAll, describe, expect, it } from 'vitest';
import { startCms, type Cms } from './helpers/cms.ts';
import { associationData, documents, eventData, publishAssociation, refusalOf, unique } from './helpers/content.ts';
import { readExport } from './helpers/http.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

const events = () => documents(cms.strapi, 'api::event.event');
const associations = () => documents(cms.strapi, 'api::association.association');
const organisersOf = async (documentId: string) =>
  (await readExport(cms)).events.find(({ id }) => id === documentId)?.organisers;

describe('relations of what is published', () => {
  it('survive republishing and unpublishing on either side', async () => {
    const association = await publishAssociation(cms.strapi);
    const event = await events().create({
      data: { ...eventData(), organisers: [association.documentId] },
      status: 'published',
    });
    const both = async () => expect(await organisersOf(event.documentId)).toEqual([association.documentId]);
    await both();

    await associations().publish({ documentId: association.documentId });
    await both();
    await events().publish({ documentId: event.documentId });
    await both();

    await associations().unpublish({ documentId: association.documentId });
    expect(await organisersOf(event.documentId)).toEqual([]);
    await associations().publish({ documentId: association.documentId });
    await both();

    await events().unpublish({ documentId: event.documentId });
    expect(await organisersOf(event.documentId)).toBeUndefined();
    await events().publish({ documentId: event.documentId });
    await both();
  });

  it('appear when the other end is published after', async () => {
    const association = await associations().create({
      data: { name: unique('Plus tard'), summary: 'x', themes: [] },
    });
    const event = await events().create({
      data: { ...eventData(), organisers: [association.documentId] },
      status: 'published',
    });
    expect(await organisersOf(event.documentId)).toEqual([]);
    const theme = await documents(cms.strapi, 'api::theme.theme').create({
      data: { name: unique('Thème'), position: 1 },
    });
    await associations().update({
      documentId: association.documentId,
      data: { themes: [theme.documentId] },
      status: 'published',
    });
    expect(await organisersOf(event.documentId)).toEqual([association.documentId]);
  });

  it('hold between guides, which point to one another', async () => {
    const guides = documents(cms.strapi, 'api::guide.guide');
    const make = (related: string[]) =>
      guides.create({
        data: {
          title: unique('Guide'),
          kind: 'guide pratique',
          summary: 'x',
          body: [{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }],
          guides: related,
        },
        status: 'published',
      });
    const first = await make([]);
    const second = await make([first.documentId]);
    const related = async () => (await readExport(cms)).guides.find(({ id }) => id === second.documentId)?.guides;
    expect(await related()).toEqual([first.documentId]);
    await guides.publish({ documentId: first.documentId });
    expect(await related()).toEqual([first.documentId]);
    await guides.publish({ documentId: second.documentId });
    expect(await related()).toEqual([first.documentId]);
  });

  it('leave the home page with what it highlights', async () => {
    const home = documents(cms.strapi, 'api::home.home');
    const { documentId } = (await home.findFirst({})) ?? { documentId: '' };
    const association = await publishAssociation(cms.strapi);
    await home.update({
      documentId,
      data: { highlightedAssociations: [association.documentId] },
      status: 'published',
    });
    expect((await readExport(cms)).home.highlightedAssociations).toEqual([association.documentId]);
    await associations().unpublish({ documentId: association.documentId });
    expect((await readExport(cms)).home.highlightedAssociations).toEqual([]);
    await associations().publish({ documentId: association.documentId });
    expect((await readExport(cms)).home.highlightedAssociations).toEqual([association.documentId]);
  });
});

type Data = Record<string, unknown>;
type Make = (data?: Data) => Promise<{ documentId: string }>;

/** The least of each type that can be published, as a draft. */
const MAKERS: Readonly<Record<string, (data: Data) => Promise<Data>>> = {
  'api::association.association': async (data) => ({ ...(await associationData(cms.strapi)), ...data }),
  'api::event.event': (data) => Promise.resolve({ ...eventData(), ...data }),
  'api::guide.guide': (data) => {
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }];
    return Promise.resolve({ title: unique('Guide'), kind: 'guide pratique', summary: 'x', body, ...data });
  },
  'api::resource.resource': (data) =>
    Promise.resolve({ title: unique('Ressource'), kind: 'salle', summary: 'x', bookable: false, ...data }),
  'api::action-plan.action-plan': (data) =>
    Promise.resolve({ title: unique('Plan'), territory: 'Un territoire', ...data }),
  'api::axis.axis': async (data) => ({
    title: unique('Axe'),
    number: '1',
    plan: (await make('api::action-plan.action-plan')()).documentId,
    ...data,
  }),
  'api::action.action': async (data) => ({
    title: unique('Action'),
    number: '1',
    state: 'à lancer',
    axis: (await make('api::axis.axis')()).documentId,
    ...data,
  }),
};

const make =
  (uid: string): Make =>
  async (data = {}) =>
    documents(cms.strapi, uid as never).create({ data: await MAKERS[uid]!(data) });

interface Attribute {
  readonly type: string;
  readonly relation: string;
  readonly target: string;
}

/** Every relation of a type to types that have drafts, from its side. */
const relationsOf = (uid: string): (readonly [name: string, attribute: Attribute])[] => {
  const { attributes } = cms.strapi.getModel(uid as 'api::theme.theme') as unknown as {
    attributes: Record<string, Attribute>;
  };
  return Object.entries(attributes).filter(
    ([name, { type, target }]) => type === 'relation' && target in MAKERS && name !== 'localizations',
  );
};

/** A draft that has each relation of its type, to a draft of its own. */
async function withEachRelation(uid: string) {
  const links = await Promise.all(
    relationsOf(uid).map(async ([name, { relation, target }]) => {
      const { documentId: to } = await make(target)();
      return { name, relation, to, others: documents(cms.strapi, target as never) };
    }),
  );
  const data = Object.fromEntries(
    links.map(({ name, relation, to }) => [name, relation.endsWith('ToOne') ? to : [to]]),
  );
  const { documentId } = await make(uid)(data);
  return { documentId, links, records: documents(cms.strapi, uid as never) };
}

describe('a relation to what is not published', () => {
  /** The documents that the draft of a record, or what is published of it, is linked to. */
  const linked = async (uid: string, documentId: string, name: string, version: 'draft' | 'published') => {
    const row = (await cms.strapi.db.query(uid).findOne({
      where: { documentId, publishedAt: version === 'draft' ? null : { $notNull: true } },
      populate: { [name]: { select: ['documentId'] } },
    })) as Record<string, unknown>;
    return [row[name]].flat().flatMap((one) => (one ? [(one as { documentId: string }).documentId] : []));
  };

  it('is lost by no act, whichever record it is seen from', async () => {
    let tried = 0;
    for (const uid of Object.keys(MAKERS)) {
      const { documentId, links, records } = await withEachRelation(uid);
      tried += links.length;
      const expectLinked = async (after: string, version: 'draft' | 'published') => {
        for (const { name, to } of links)
          expect([uid, name, after, await linked(uid, documentId, name, version)]).toEqual([uid, name, after, [to]]);
      };
      const eachOther = async (act: 'publish' | 'unpublish') => {
        for (const { others, to } of links) await others[act]({ documentId: to });
      };
      await records.publish({ documentId });
      await records.discardDraft({ documentId });
      await expectLinked('discarded, the others never published', 'draft');
      await eachOther('publish');
      await expectLinked('then the others published', 'published');
      await eachOther('unpublish');
      await records.discardDraft({ documentId });
      await expectLinked('discarded, the others unpublished', 'draft');
      await eachOther('publish');
      await expectLinked('then the others published anew', 'published');
    }
    expect(tried).toBeGreaterThan(20);
  }, 180_000); // some two hundred acts

  it('is not taken from a record by its copy', async () => {
    for (const uid of Object.keys(MAKERS)) {
      const { documentId, links, records } = await withEachRelation(uid);
      const { entries } = await records.clone({ documentId });
      const copy = (entries as { documentId: string }[])[0]?.documentId ?? '';
      for (const { name, relation, to } of links) {
        expect([uid, name, await linked(uid, documentId, name, 'draft')]).toEqual([uid, name, [to]]);
        const shared = relation.startsWith('many') ? [to] : [];
        expect([uid, name, await linked(uid, copy, name, 'draft')]).toEqual([uid, name, shared]);
      }
    }
  });

  it('is left alone where what is published says another one', async () => {
    const published = await publishAssociation(cms.strapi);
    const draft = await make('api::association.association')();
    const resources = documents(cms.strapi, 'api::resource.resource');
    const { documentId } = await make('api::resource.resource')({ owner: published.documentId });
    await resources.publish({ documentId });
    await resources.update({ documentId, data: { owner: draft.documentId } });
    await resources.discardDraft({ documentId });
    expect(await linked('api::resource.resource', documentId, 'owner', 'draft')).toEqual([published.documentId]);
  });

  it('stays on the home page', async () => {
    const home = documents(cms.strapi, 'api::home.home');
    const { documentId } = (await home.findFirst({})) ?? { documentId: '' };
    const { documentId: to } = await make('api::association.association')();
    await home.update({ documentId, data: { highlightedAssociations: [to] }, status: 'published' });
    await home.discardDraft({ documentId });
    await associations().publish({ documentId: to });
    expect((await readExport(cms)).home.highlightedAssociations).toEqual([to]);
  });

  it('and the record with it, would be lost by discarding what was never published: that is refused', async () => {
    const { documentId } = await make('api::event.event')();
    const { message } = await refusalOf(events().discardDraft({ documentId })).catch((error: Error) => error);
    expect(message).toContain('la fiche serait perdue');
    expect(await events().findOne({ documentId })).not.toBeNull();
  });
});

it('a copy of what has no drafts takes nothing from the original either', async () => {
  const venues = documents(cms.strapi, 'api::venue.venue');
  const venue = await venues.create({ data: { name: unique('Salle') } });
  const event = await events().create({ data: { ...eventData(), venue: venue.documentId }, status: 'published' });
  await venues.clone({ documentId: venue.documentId });
  expect((await readExport(cms)).events.find(({ id }) => id === event.documentId)?.venue).toBe(venue.documentId);
});
