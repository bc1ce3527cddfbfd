import { beforeAll, describe, expect, it } from 'vitest';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, eventData, publishAssociation, unique } from './helpers/content.ts';
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
