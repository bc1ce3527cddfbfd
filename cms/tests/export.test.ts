import { beforeAll, describe, expect, it } from 'vitest';
import { startCms, type Cms } from './helpers/cms.ts';
import {
  documents,
  eventData,
  makeCommune,
  makeImage,
  makeTheme,
  publishAssociation,
  unique,
} from './helpers/content.ts';
import { conditionalExport, getExport, readEtag, readExport } from './helpers/http.ts';

const AGREED = { consentDate: '2026-01-15', consentSource: 'bulletin papier' };

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

const find = <T extends { id: string }>(records: readonly T[], { documentId }: { documentId: string }): T | undefined =>
  records.find(({ id }) => id === documentId);

describe('what leaves the CMS', () => {
  it('gives an association as the contract says', async () => {
    const { strapi } = cms;
    const [seat, other] = [await makeCommune(strapi), await makeCommune(strapi)];
    const [first, second] = [await makeTheme(strapi), await makeTheme(strapi)];
    const audience = await documents(strapi, 'api::audience.audience').create({
      data: { name: unique('Enfants'), position: 1, ageMin: 3, ageMax: 12 },
    });
    const [logo, photo] = [await makeImage(strapi, 'Le logo : une étoile'), await makeImage(strapi, 'Un entraînement')];
    const published = await publishAssociation(strapi, {
      acronym: 'ADE',
      rnaId: 'W339100001',
      legalForm: 'déclarée',
      themes: [second.documentId, first.documentId],
      audiences: [audience.documentId],
      commune: seat.documentId,
      communesOfActivity: [other.documentId, seat.documentId],
      activities: [
        {
          label: 'Baby-gym',
          ageMin: 3,
          ageMinUnit: 'ans',
          ageMax: 6,
          ageMaxUnit: 'ans',
          slots: [
            { day: 'samedi', begin: '10:00', end: '11:00' },
            { day: 'mercredi', begin: '14:00', end: null, note: 'hors vacances' },
          ],
          price: '60 € l’année',
          communeCode: '33018',
        },
      ],
      address: {
        street: '1 rue de la Mairie',
        postalCode: '33620',
        city: 'Cavignac',
        latitude: 45.1,
        longitude: -0.39,
        public: true,
      },
      networks: [{ network: 'instagram', url: 'https://instagram.com/ade' }],
      logo: logo.id,
      photos: [photo.id],
      seeksVolunteers: true,
      accessibility: { mobility: true, note: 'Rampe à l’entrée' },
      verifiedOn: '2026-09-01',
      verifiedBy: 'téléphone',
    });

    expect(find((await readExport(cms)).associations, published)).toEqual({
      id: published.documentId,
      slug: published.slug,
      name: published.name,
      officialName: null,
      acronym: 'ADE',
      rnaId: 'W339100001',
      siret: null,
      legalForm: 'déclarée',
      foundedYear: null,
      summary: 'Ce que fait l’association.',
      description: null,
      howToJoin: null,
      themes: [second.documentId, first.documentId],
      audiences: [audience.documentId],
      commune: seat.documentId,
      communesOfActivity: [other.documentId, seat.documentId],
      activities: [
        {
          label: 'Baby-gym',
          description: null,
          ageMin: 3,
          ageMinUnit: 'ans',
          ageMax: 6,
          ageMaxUnit: 'ans',
          slots: [
            { day: 'mercredi', begin: '14:00', end: null, note: 'hors vacances' },
            { day: 'samedi', begin: '10:00', end: '11:00', note: null },
          ],
          price: '60 € l’année',
          place: null,
          communeCode: '33018',
          season: null,
        },
      ],
      contacts: [],
      address: {
        street: '1 rue de la Mairie',
        complement: null,
        postalCode: '33620',
        city: 'Cavignac',
        latitude: 45.1,
        longitude: -0.39,
      },
      website: null,
      networks: [{ network: 'instagram', url: 'https://instagram.com/ade' }],
      logo: expect.objectContaining({
        url: expect.stringMatching(new RegExp(`^${logo.url}\\?v=[0-9a-f]{16}$`)),
        alt: 'Le logo : une étoile',
        width: 800,
        height: 600,
        mime: 'image/jpeg',
      }),
      photos: [expect.objectContaining({ alt: 'Un entraînement', caption: null })],
      seeksVolunteers: true,
      volunteersNote: null,
      accessibility: {
        mobility: true,
        hearing: false,
        sight: false,
        intellectual: false,
        psychological: false,
        note: 'Rampe à l’entrée',
      },
      verifiedOn: '2026-09-01',
      verifiedBy: 'téléphone',
      inPrint: true,
    });
  });

  it('keeps to itself what was not agreed to for the web', async () => {
    const published = await publishAssociation(cms.strapi, {
      internalNote: 'SECRET-NOTE',
      contacts: [
        { name: 'Anne Publique', phone: '05 36 49 01 01', web: true, ...AGREED },
        { name: 'SECRET-PRINT', phone: '05 36 49 01 02', print: true, professionals: true, openData: true, ...AGREED },
        { name: 'SECRET-NOBODY', email: 'secret@example.org' },
      ],
      address: { street: 'SECRET-STREET', postalCode: '33620', city: 'Cavignac', public: false },
    });
    const text = await (await getExport(cms)).text();
    const association = find((await readExport(cms)).associations, published);
    expect(association?.contacts).toEqual([{ role: null, name: 'Anne Publique', phone: '+33536490101', email: null }]);
    expect(association?.address).toBeNull();
    expect(text).not.toMatch(/SECRET|secret@|consent|5364901(02)/);
  });

  it('does not believe a box that was ticked without an agreement, however it came to be', async () => {
    const published = await publishAssociation(cms.strapi, {
      contacts: [{ name: 'Bernard Sanspreuve', web: true, ...AGREED }],
    });
    await cms.strapi.db.connection.raw(
      "update components_contact_contacts set consent_date = null where name = 'Bernard Sanspreuve'",
    );
    expect(find((await readExport(cms)).associations, published)?.contacts).toEqual([]);
  });

  it('gives events, and only published ends of relations', async () => {
    const { strapi } = cms;
    const organiser = await publishAssociation(strapi);
    const draft = await documents(strapi, 'api::association.association').create({
      data: { name: unique('Brouillon') },
    });
    const venue = await documents(strapi, 'api::venue.venue').create({
      data: { name: unique('Salle'), city: 'Cavignac' },
    });
    const event = await documents(strapi, 'api::event.event').create({
      data: {
        ...eventData(),
        state: 'complet',
        timings: [
          { begin: '2027-09-06T08:00:00.000Z', end: null },
          { begin: '2027-03-05T18:30:00.000Z', end: '2027-03-05T20:00:00.000Z' },
        ],
        venue: venue.documentId,
        organisers: [draft.documentId, organiser.documentId],
        registration: [{ kind: 'courriel', value: 'inscription@example.org' }],
        externalIds: [{ source: 'OpenAgenda', externalId: '42' }],
      },
      status: 'published',
    });
    expect(find((await readExport(cms)).events, event)).toMatchObject({
      state: 'complet',
      timings: [
        { begin: '2027-03-05T18:30:00.000Z', end: '2027-03-05T20:00:00.000Z' },
        { begin: '2027-09-06T08:00:00.000Z', end: null },
      ],
      venue: venue.documentId,
      organisers: [organiser.documentId],
      registration: [{ kind: 'courriel', value: 'inscription@example.org' }],
      externalIds: [{ source: 'OpenAgenda', id: '42' }],
    });
    const text = await (await getExport(cms)).text();
    expect(text).not.toContain(draft.documentId);
  });

  it('nests the plan, in the order of its numbers, and refers only to actions that are in it', async () => {
    const { strapi } = cms;
    const plan = await documents(strapi, 'api::action-plan.action-plan').create({
      data: { title: unique('Plan'), territory: 'Le territoire', firstYear: 2025, lastYear: 2027 },
      status: 'published',
    });
    const other = await documents(strapi, 'api::action-plan.action-plan').create({
      data: { title: unique('Plan'), territory: 'Une autre ville', elsewhere: true },
      status: 'published',
    });
    const axis = await documents(strapi, 'api::axis.axis').create({
      data: { number: '1', title: 'Animer', plan: plan.documentId },
      status: 'published',
    });
    const resource = await documents(strapi, 'api::resource.resource').create({
      data: { title: unique('Barnum'), kind: 'matériel', summary: 'Un barnum.', deposit: 150.5 },
      status: 'published',
    });
    const action = async (number: string, extra: object = {}) =>
      documents(strapi, 'api::action.action').create({
        data: { number, title: unique('Action'), axis: axis.documentId, ...extra },
        status: 'published',
      });
    const tenth = await action('1.10', {
      indicators: [
        {
          label: 'Associations',
          unit: 'associations',
          target: 12.5,
          readings: [
            { date: '2026-06-30', value: 8 },
            { date: '2025-06-30', value: 3.5 },
          ],
        },
      ],
    });
    const second = await action('1.2', { resources: [resource.documentId], state: 'suspendue' });
    const alone = await action('1.3');
    await documents(strapi, 'api::action.action').unpublish({ documentId: alone.documentId });

    const content = await readExport(cms);
    const axes = find(content.actionPlans, plan)?.axes;
    expect(axes).toHaveLength(1);
    expect(axes?.[0]?.actions.map(({ state }) => state)).toEqual(['suspendue', null]);
    expect(find(content.actionPlans, plan)?.elsewhere).toBe(false);
    expect(find(content.actionPlans, other)).toMatchObject({ elsewhere: true, axes: [] });
    expect(axes?.[0]?.actions.map(({ id }) => id)).toEqual([second.documentId, tenth.documentId]);
    expect(axes?.[0]?.actions[1]?.indicators).toEqual([
      {
        label: 'Associations',
        unit: 'associations',
        target: 12.5,
        readings: [
          { date: '2025-06-30', value: 3.5, note: null },
          { date: '2026-06-30', value: 8, note: null },
        ],
      },
    ]);
    expect(find(content.resources, resource)).toMatchObject({ deposit: 150.5, actions: [second.documentId] });

    await documents(strapi, 'api::axis.axis').unpublish({ documentId: axis.documentId });
    const without = await readExport(cms);
    expect(find(without.actionPlans, plan)?.axes).toEqual([]);
    expect(find(without.resources, resource)?.actions).toEqual([]);
  });

  it('gives a guide with the images of its text as the media library describes them now', async () => {
    const image = await makeImage(cms.strapi, 'Description d’hier');
    const guide = await documents(cms.strapi, 'api::guide.guide').create({
      data: {
        title: unique('Guide'),
        kind: 'expérience',
        summary: 'Résumé',
        date: '2024-05-01',
        body: [
          { type: 'heading', level: 1, children: [{ type: 'text', text: 'Titre' }] },
          { type: 'paragraph', children: [{ type: 'text', text: '' }] },
          {
            type: 'image',
            image: { ...image, previewUrl: null, createdAt: image.createdAt, updatedAt: image.updatedAt },
            children: [{ type: 'text', text: '' }],
          },
        ] as never,
      },
      status: 'published',
    });
    await cms.strapi.db
      .query('plugin::upload.file')
      .update({ where: { id: image.id }, data: { alternativeText: 'Description d’aujourd’hui' } });
    expect(find((await readExport(cms)).guides, guide)).toMatchObject({
      date: '2024-05-01',
      body: [
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Titre' }] },
        { type: 'image', image: { alt: 'Description d’aujourd’hui' } },
      ],
    });
  });

  it('leaves out a record that the contract refuses, says which, and keeps the others', async () => {
    const [sound, broken] = [await publishAssociation(cms.strapi), await publishAssociation(cms.strapi)];
    const guide = await documents(cms.strapi, 'api::guide.guide').create({
      data: {
        title: unique('Guide'),
        kind: 'actualité',
        summary: 'x',
        body: [{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }],
        associations: [sound.documentId, broken.documentId],
      },
      status: 'published',
    });
    await cms.strapi.db
      .connection('associations')
      .where({ document_id: broken.documentId })
      .update({ website: 'pas une adresse' });
    const content = await readExport(cms);
    expect(find(content.associations, broken)).toBeUndefined();
    expect(find(content.associations, sound)).toBeDefined();
    expect(find(content.guides, guide)?.associations).toEqual([sound.documentId]);
    const leftOut = cms.strapi.service('api::export.export').leftOut() as { documentId: string }[];
    // Other files leave records that are left out for reasons of their own.
    expect(leftOut.filter(({ documentId }) => documentId === broken.documentId)).toEqual([
      {
        uid: 'api::association.association',
        documentId: broken.documentId,
        title: broken.name,
        reasons: [expect.stringMatching(/^website : /)],
      },
    ]);
    await cms.strapi.db.connection('associations').where({ document_id: broken.documentId }).update({ website: null });
    expect(find((await readExport(cms)).associations, broken)).toBeDefined();
  });

  it('says in French what is missing when there can be no site', async () => {
    const homes = cms.strapi.db.connection('homes');
    await homes.clone().whereNotNull('published_at').update({ title: '' });
    const response = await getExport(cms);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('« Page d’accueil »') } });
    await homes.clone().whereNotNull('published_at').update({ title: 'Accueil' });
    expect((await getExport(cms)).status).toBe(200);
  });
});

describe('what tells that nothing changed', () => {
  it('answers 304, whatever cache headers the client adds', async () => {
    const etag = await readEtag(cms);
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const response = await conditionalExport(cms, etag);
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
    expect((await conditionalExport(cms, '"another"')).status).toBe(200);
  });

  it('gives the same bytes to a client that does not read gzip', async () => {
    const headers = { Authorization: 'Bearer an-export-token-for-the-tests', 'Accept-Encoding': 'identity' };
    const plain = await getExport(cms, headers);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await (await getExport(cms)).text());
  });

  it('keeps the same ETag for what residents do not see', async () => {
    const { documentId } = await publishAssociation(cms.strapi);
    const before = await readEtag(cms);
    await documents(cms.strapi, 'api::association.association').update({
      documentId,
      data: { summary: 'Un brouillon' },
    });
    await documents(cms.strapi, 'api::event.event').create({ data: eventData() });
    expect(await readEtag(cms)).toBe(before);
    await documents(cms.strapi, 'api::association.association').publish({ documentId });
    expect(await readEtag(cms)).not.toBe(before);
  });

  it('keeps the same ETag when a record is published again unchanged', async () => {
    const theme = await makeTheme(cms.strapi);
    const { documentId } = await publishAssociation(cms.strapi, { themes: [theme.documentId] });
    const before = await readEtag(cms);
    await documents(cms.strapi, 'api::association.association').publish({ documentId });
    expect(await readEtag(cms)).toBe(before);
  });

  const changes: [what: string, change: () => Promise<unknown>][] = [
    [
      'the description of an image',
      async () => cms.strapi.db.connection('files').update({ alternative_text: unique('Autre texte') }),
    ],
    [
      'a theme that is renamed',
      async () => {
        const theme = await documents(cms.strapi, 'api::theme.theme').findFirst({});
        await documents(cms.strapi, 'api::theme.theme').update({
          documentId: theme?.documentId ?? '',
          data: { name: unique('Renommé') },
        });
      },
    ],
    [
      'raw SQL in a component',
      async () => cms.strapi.db.connection('components_place_addresses').update({ city: unique('Ville') }),
    ],
    ['raw SQL in a join table', async () => cms.strapi.db.connection('associations_audiences_lnk').delete()],
    [
      'an unpublication',
      async () => {
        const { documentId } = await publishAssociation(cms.strapi);
        await readEtag(cms);
        await documents(cms.strapi, 'api::association.association').unpublish({ documentId });
      },
    ],
  ];
  it.each(changes)('changes with %s', async (_what, change) => {
    await publishAssociation(cms.strapi, {
      logo: (await makeImage(cms.strapi, 'Un logo')).id,
      address: { city: 'Cavignac', public: true },
      audiences: [
        (
          await documents(cms.strapi, 'api::audience.audience').create({
            data: { name: unique('Public'), position: 1 },
          })
        ).documentId,
      ],
    });
    const before = await readEtag(cms);
    await change();
    expect(await readEtag(cms)).not.toBe(before);
  });

  it('shares one computation between requests, and never gives one that began before the change', async () => {
    const { documentId } = await publishAssociation(cms.strapi);
    const early = Array.from({ length: 4 }, () => readEtag(cms));
    await documents(cms.strapi, 'api::association.association').update({
      documentId,
      data: { summary: 'Après' },
      status: 'published',
    });
    const late = await Promise.all(Array.from({ length: 4 }, () => readExport(cms)));
    await Promise.all(early);
    for (const content of late) expect(find(content.associations, { documentId })?.summary).toBe('Après');
  });
});
