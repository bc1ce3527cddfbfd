import { beforeAll, describe, expect, it } from 'vitest';
import { up as mendWhatWasTyped } from '../database/migrations/2026-11-29-what-was-typed.ts';
import { up as emptyUntoldForms } from '../database/migrations/2026-11-30-legal-forms-that-nobody-told.ts';
import type { Connection } from '../src/platform/database/connection.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import {
  documents,
  associationData,
  eventData,
  makeImage,
  publishAssociation,
  refusalOf,
  unique,
} from './helpers/content.ts';

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const NEXT_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

const associations = () => documents(cms.strapi, 'api::association.association');
const saveDraft = (data: Record<string, unknown>) =>
  associations().create({
    data: { name: unique('Brouillon'), ...data },
    populate: ['contacts', 'networks', 'address', 'activities.slots'] as never,
  });

describe('what was stored before a rule', () => {
  it('is mended where an overseas number or a letter was taken for something else', async () => {
    const phones = ['0590 99 00 12', '0508 41 99 12', '06 39 98 00 12', '0639 02 12 34', '3919'];
    const { documentId } = await saveDraft({ contacts: phones.map((phone) => ({ phone })) });
    const guide = await documents(cms.strapi, 'api::guide.guide').create({
      data: {
        title: unique('Guide'),
        kind: 'actualité',
        summary: 'Un guide.',
        date: YESTERDAY,
        body: [{ type: 'paragraph', children: [{ type: 'text', text: 'L’école' }] }],
      },
    });
    const { connection } = cms.strapi.db;
    const name = unique('L\u0092Amicale´Éveil des C\u009curs');
    await connection('associations').where({ document_id: documentId }).update({ name });
    for (const [right, wrong] of [
      ['+590590990012', '+33590990012'],
      ['+508419912', '+33508419912'],
      ['+262639021234', '+33639021234'],
    ] as const) {
      await connection('components_contact_contacts').where({ phone: right }).update({ phone: wrong });
    }
    await connection.raw(`update guides set body = replace(body::text, '’', chr(146))::jsonb where document_id = ?`, [
      guide.documentId,
    ]);

    const own = connection as unknown as Connection;
    await mendWhatWasTyped(own);
    await mendWhatWasTyped(own);
    expect(await associations().findOne({ documentId, populate: ['contacts'] as never })).toMatchObject({
      name: name.replace('\u0092', '’').replace('´', '’').replace('\u009c', 'œ'),
      contacts: ['+590590990012', '+508419912', '+33639980012', '+262639021234', '3919'].map((phone) => ({ phone })),
    });
    expect(await documents(cms.strapi, 'api::guide.guide').findOne({ documentId: guide.documentId })).toMatchObject({
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'L’école' }] }],
    });
  });
});

describe('a legal form that nobody told', () => {
  it('is emptied where no person can have chosen it, and only there', async () => {
    const { connection } = cms.strapi.db;
    const BEFORE = '2026-01-01T00:00:00';
    const declared = async (
      more: { rnaId?: string; siret?: string },
      { details = { rnaId: '' }, decidedAt = BEFORE, state = 'acceptée' }: Record<string, unknown> = {},
    ): Promise<string> => {
      const { documentId } = await publishAssociation(cms.strapi, { legalForm: 'déclarée', ...more });
      await connection('submissions').insert({
        document_id: unique('answer'),
        kind: 'nouvelle association',
        association_id: documentId,
        state,
        details: details === null ? null : JSON.stringify(details),
        decided_at: decidedAt,
      });
      return documentId as string;
    };
    const savedByAnEditor = async (documentId: string) => {
      const { id } = await cms.strapi.db.query('admin::user').findOne({});
      await connection('associations')
        .where({ document_id: documentId, published_at: null })
        .update({ updated_by_id: id });
      return documentId;
    };
    const untold = [await declared({}), await declared({}, { details: null })]; // erased after its term
    const told = [
      await declared({ rnaId: 'W332012345' }),
      await declared({}, { details: { format: 'trame-declaration/2', rnaId: '', legalForm: 'déclarée' } }),
      await declared({}, { details: null, decidedAt: '2099-01-01T00:00:00' }),
      await declared({}, { state: 'refusée' }),
      await savedByAnEditor(await declared({})),
      (await publishAssociation(cms.strapi, { legalForm: 'déclarée' })).documentId,
    ];
    const formsOf = async (ids: readonly string[]): Promise<unknown[]> =>
      connection('associations').whereIn('document_id', ids).distinct().pluck('legal_form');
    for (let times = 0; times < 2; times += 1) await emptyUntoldForms(connection);
    expect(await formsOf(untold)).toEqual([null]);
    expect(await formsOf(told)).toEqual(['déclarée']);
  });
});

describe('what a draft may not say', () => {
  it('puts values into their one stored form', async () => {
    const saved = await saveDraft({
      name: `\u200b ${unique('L’Étoile')}\u0007 `,
      rnaId: 'w2a2 001234',
      siret: '732 829 320 00074',
      website: 'www.example.org',
      officialName: '   ',
      description: 'Une ligne\r\nune autre',
      contacts: [{ phone: '05.36.49.00.00', email: 'Contact@EXAMPLE.org' }],
      networks: [{ network: 'facebook', url: 'facebook.com/etoile' }],
      address: { postalCode: '33 620' },
      activities: [{ label: 'Yoga', communeCode: '2a004', slots: [{ day: 'lundi', begin: '18h30-19h30' }] }],
    });
    expect(saved).toMatchObject({
      name: expect.stringMatching(/^L’Étoile \d+$/),
      rnaId: 'W2A2001234',
      siret: '73282932000074',
      website: 'https://www.example.org',
      officialName: null,
      description: 'Une ligne\nune autre',
      contacts: [{ phone: '+33536490000', email: 'Contact@example.org' }],
      networks: [{ url: 'https://facebook.com/etoile' }],
      address: { postalCode: '33620' },
      activities: [{ communeCode: '2A004', slots: [{ begin: '18:30:00', end: '19:30:00' }] }],
    });
  });

  const wrong: [why: string, data: Record<string, unknown>, path: string, message: RegExp][] = [
    ['an RNA id', { rnaId: '332001234' }, 'rnaId', /W suivi de neuf chiffres/],
    ['a SIRET whose check digit is wrong', { siret: '73282932000075' }, 'siret', /chiffre de contrôle/],
    ['a phone number', { contacts: [{}, { phone: '05 36' }] }, 'contacts.1.phone', /chiffres/],
    [
      'two e-mail addresses in one',
      { contacts: [{ email: 'a@b.fr, c@d.fr' }] },
      'contacts.0.email',
      /une seule adresse/,
    ],
    ['a web address', { website: 'javascript:alert(1)' }, 'website', /n’est pas l’adresse d’une page web/],
    ['the address of a network', { networks: [{ network: 'autre', url: 'chez nous' }] }, 'networks.0.url', /espace/],
    [
      'ages in the wrong order',
      { activities: [{ label: 'A', ageMin: 12, ageMax: 6 }] },
      'activities.0.ageMax',
      /inversez/,
    ],
    [
      'a slot that ends before it begins',
      { activities: [{ label: 'A', slots: [{ day: 'mardi', begin: '19:00', end: '18:00' }] }] },
      'activities.0.slots.0.end',
      /Mardi\s?: le créneau finit \(18\sh\) avant/,
    ],
    [
      'a slot that ends without beginning',
      { activities: [{ label: 'A', slots: [{ day: 'mardi', end: '18:00' }] }] },
      'activities.0.slots.0.begin',
      /heure de début/,
    ],
    [
      'a commune’s postal code as its INSEE code',
      { activities: [{ label: 'A', communeCode: '3362' }] },
      'activities.0.communeCode',
      /code INSEE/,
    ],
    ['a postal code', { address: { postalCode: '336' } }, 'address.postalCode', /cinq chiffres/],
    ['a verification of tomorrow', { verifiedOn: NEXT_YEAR }, 'verifiedOn', /avenir/],
    ['a foundation of tomorrow', { foundedYear: 2190 }, 'foundedYear', /avenir/],
  ];
  it.each(wrong)('refuses %s, at its field and in French', async (_why, data, path, message) => {
    const refused = await refusalOf(saveDraft(data));
    expect(refused[path]).toMatch(message);
    expect(Object.keys(refused).sort()).toEqual([path, 'message'].sort());
  });

  it('names every field that is wrong, in the words of the form', async () => {
    const { message } = await refusalOf(saveDraft({ rnaId: 'x', contacts: [{ phone: '1' }] }));
    expect(message).toMatch(/Numéro RNA — .+ Contacts\s1 › Téléphone — /);
  });

  it('checks an update as it checks a creation, and leaves what is stored alone', async () => {
    const { documentId } = await saveDraft({ rnaId: 'W339000001', summary: 'Avant' });
    await refusalOf(associations().update({ documentId, data: { rnaId: 'nope', summary: 'Après' } }));
    expect(await associations().findOne({ documentId })).toMatchObject({ rnaId: 'W339000001', summary: 'Avant' });
  });

  it('reads registrations after their kind, and refuses an event that ends before it begins', async () => {
    const events = documents(cms.strapi, 'api::event.event');
    const saved = await events.create({
      data: {
        ...eventData(),
        registration: [
          { kind: 'téléphone', value: '05 36 49 00 01' },
          { kind: 'lien', value: 'example.org/inscription' },
        ],
      },
      populate: ['registration'],
    });
    expect(saved.registration?.map(({ value }: { value: string }) => value)).toEqual([
      '+33536490001',
      'https://example.org/inscription',
    ]);

    const refused = await refusalOf(
      events.create({
        data: {
          ...eventData(),
          registration: [{ kind: 'courriel', value: '05 36 49 00 01' }],
          timings: [{ begin: '2027-09-05T16:00:00.000Z', end: '2027-09-05T08:00:00.000Z' }],
        },
      }),
    );
    expect(refused['registration.0.value']).toMatch(/une seule adresse/);
    expect(refused['timings.0.end']).toMatch(/la fin \(le 5 septembre 2027 à 10\sh\) n’est pas après le début/i);
  });

  it('refuses periods of a plan that end before they begin', async () => {
    const plan = documents(cms.strapi, 'api::action-plan.action-plan');
    const action = documents(cms.strapi, 'api::action.action');
    expect(
      await refusalOf(
        plan.create({ data: { title: unique('Plan'), territory: 'X', firstYear: 2027, lastYear: 2025 } }),
      ),
    ).toHaveProperty('lastYear');
    expect(
      await refusalOf(
        action.create({ data: { number: '1', title: unique('Action'), startsOn: '2026-05-01', endsOn: '2026-04-01' } }),
      ),
    ).toHaveProperty('endsOn');
    await expect(
      action.create({ data: { number: '1', title: unique('Action'), startsOn: '2026-05-01', endsOn: '2026-05-01' } }),
    ).resolves.toBeTruthy();
  });

  it('reads colours and nomenclature codes of a theme', async () => {
    const themes = documents(cms.strapi, 'api::theme.theme');
    expect(
      await themes.create({ data: { name: unique('Thème'), position: 1, colour: '#C53', rnaCodes: '011000, 011005' } }),
    ).toMatchObject({ colour: '#cc5533', rnaCodes: '011000\n011005' });
    const refused = await refusalOf(
      themes.create({ data: { name: unique('Thème'), position: 1, colour: 'vert', rnaCodes: '11' } }),
    );
    expect(Object.keys(refused).sort()).toEqual(['colour', 'message', 'rnaCodes']);
  });

  it('keeps the search of a question, whatever was copied', async () => {
    const home = documents(cms.strapi, 'api::home.home');
    const { documentId } = (await home.findFirst({})) ?? {};
    const saved = await home.update({
      documentId: documentId ?? '',
      data: { questions: [{ label: 'Le mercredi ?', query: 'https://example.org/recherche/?jour=mercredi#suite' }] },
      populate: ['questions'],
    });
    expect(saved?.questions?.[0]?.query).toBe('jour=mercredi');
  });
});

describe('addresses and numbers that only one record has', () => {
  it('makes the address from the name, then leaves it alone', async () => {
    const name = unique('L’Amicale des Cœurs');
    const { documentId, slug } = await saveDraft({ name });
    expect(slug).toMatch(/^l-amicale-des-coeurs-\d+$/);
    expect(await saveDraft({ name })).toMatchObject({ slug: `${slug}-2` });
    expect(await associations().update({ documentId, data: { name: 'Autre nom' } })).toMatchObject({ slug });
    expect(await associations().update({ documentId, data: { slug: 'Mon Adresse à moi !' } })).toMatchObject({
      slug: 'mon-adresse-a-moi',
    });
  });

  it('gives a copy an address of its own', async () => {
    const { documentId, slug } = await saveDraft({});
    const { entries } = await associations().clone({ documentId, data: {} });
    expect(entries[0]).toMatchObject({ slug: `${slug}-2` });
  });

  it('refuses one that is taken, and names who has it', async () => {
    const name = unique('La première');
    const { slug } = await saveDraft({ name, rnaId: 'W339000010' });
    const refused = await refusalOf(saveDraft({ slug, rnaId: 'w339000010' }));
    expect(refused['slug']).toContain(`«\u00a0${name}\u00a0»`);
    expect(refused['rnaId']).toContain(`«\u00a0${name}\u00a0»`);
  });

  it('lets one of two publications at the same moment win, and tells the other why', async () => {
    const [one, other] = [
      await associations().create({ data: await associationData(cms.strapi) }),
      await associations().create({ data: await associationData(cms.strapi) }),
    ];
    const slug = unique('disputee').replace(' ', '-');
    // Around the rules, as an import might.
    await cms.strapi.db
      .query('api::association.association')
      .updateMany({ where: { documentId: { $in: [one.documentId, other.documentId] } }, data: { slug } });

    const results = await Promise.allSettled(
      [one, other].map(({ documentId }) => associations().publish({ documentId })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    const winner = results[0]?.status === 'fulfilled' ? one : other;
    expect((await refusalOf(Promise.reject(lost?.reason as Error)))['slug']).toContain(winner.name);
    expect(await associations().count({ status: 'published', filters: { slug } })).toBe(1);
  });

  it('holds both in the database, for published records only', async () => {
    const { slug } = await publishAssociation(cms.strapi);
    const insert = (publishedAt: Date | null) =>
      cms.strapi.db.query('api::association.association').create({
        data: { name: 'x', slug, documentId: unique('sql'), publishedAt },
      });
    await expect(insert(new Date())).rejects.toMatchObject({ code: '23505' });
    await expect(insert(null)).resolves.toBeTruthy();
  });
});

describe('what a publication may not lack', () => {
  it('asks for everything at once, where it is missing', async () => {
    const { documentId } = await saveDraft({
      contacts: [{ phone: '05 36 49 00 02', web: true }],
      activities: [{ price: '5 €' }],
    });
    const refused = await refusalOf(associations().publish({ documentId }));
    expect(Object.keys(refused).sort()).toEqual(
      ['activities.0.label', 'contacts.0.consentDate', 'message', 'summary', 'themes'].sort(),
    );
    expect(await associations().findOne({ documentId, status: 'published' })).toBeNull();
  });

  it.each(['create', 'update'] as const)(
    'treats %s with status published as a publication, all or nothing',
    async (how) => {
      const contacts = [{ phone: '05 36 49 00 03', web: true }];
      const complete = await associationData(cms.strapi);
      if (how === 'create') {
        const refused = await refusalOf(
          associations().create({ data: { ...complete, contacts }, status: 'published' }),
        );
        expect(refused['contacts.0.consentDate']).toMatch(/date de son accord/);
        expect(await associations().count({ filters: { name: complete.name } })).toBe(0);
        return;
      }
      const { documentId } = await associations().create({ data: complete });
      await refusalOf(associations().update({ documentId, data: { summary: 'Après', contacts }, status: 'published' }));
      expect(await associations().findOne({ documentId })).toMatchObject({ summary: complete.summary });
      expect(await associations().findOne({ documentId, status: 'published' })).toBeNull();
    },
  );

  it('wants each agreement dated, sourced and past', async () => {
    const publishWith = async (contact: Record<string, unknown>) =>
      publishAssociation(cms.strapi, { contacts: [{ email: 'contact@example.org', ...contact }] });
    expect(await refusalOf(publishWith({ openData: true, consentDate: YESTERDAY }))).toHaveProperty(
      'contacts.0.consentSource',
    );
    expect(await refusalOf(publishWith({ print: true, consentSource: 'forum' }))).toHaveProperty(
      'contacts.0.consentDate',
    );
    expect(
      (await refusalOf(publishWith({ web: true, consentSource: 'forum', consentDate: NEXT_YEAR })))[
        'contacts.0.consentDate'
      ],
    ).toMatch(/avenir/);
    await expect(publishWith({ web: true, consentSource: 'forum', consentDate: YESTERDAY })).resolves.toBeTruthy();
    await expect(publishWith({})).resolves.toBeTruthy();
  });

  it('keeps what a contact did not agree to show out of the texts of the same record', async () => {
    const hidden = { phone: '06 39 98 00 12', email: 'Presidente@example.org', print: true };
    const agreement = { consentSource: 'forum', consentDate: YESTERDAY };
    const publishWith = (contact: Record<string, unknown>, data: Record<string, unknown>) =>
      publishAssociation(cms.strapi, { contacts: [{ ...hidden, ...agreement, ...contact }], ...data });
    const telling = {
      summary: 'Yoga. Appelez le 06.39.98.00.12.',
      activities: [{ label: 'Yoga', price: 'à demander à presidente@EXAMPLE.org' }],
      address: { complement: 'Sonner, ou +33 6 39 98 00 12', public: true },
    };
    const refused = await refusalOf(publishWith({}, telling));
    expect(Object.keys(refused).sort()).toEqual(
      ['activities.0.price', 'address.complement', 'message', 'summary'].sort(),
    );
    expect(refused['summary']).toMatch(/un numéro \(06.39.98.00.12\).+retirez-le du texte/);
    expect(refused['message']).toMatch(/Présentation courte — Ce texte contient un numéro/);
    await expect(publishWith({ web: true }, telling)).resolves.toBeTruthy();
    await expect(
      publishWith({}, { internalNote: telling.summary, address: { ...telling.address, public: false } }),
    ).resolves.toBeTruthy();
  });

  it('wants a text for every image: in fields and inside texts', async () => {
    const [mute, described] = [await makeImage(cms.strapi, ' '), await makeImage(cms.strapi, 'Le club sur la place')];
    expect((await refusalOf(publishAssociation(cms.strapi, { logo: mute.id })))['logo']).toContain(mute.name);
    expect(await refusalOf(publishAssociation(cms.strapi, { photos: [described.id, mute.id] }))).toHaveProperty(
      'photos',
    );
    await expect(publishAssociation(cms.strapi, { logo: described.id, photos: [described.id] })).resolves.toBeTruthy();

    const guideWith = (file: Record<string, unknown>) =>
      documents(cms.strapi, 'api::guide.guide').create({
        data: {
          title: unique('Guide'),
          kind: 'guide pratique',
          summary: 'Résumé',
          body: [{ type: 'image', image: file, children: [{ type: 'text', text: '' }] }] as never,
        },
        status: 'published',
      });
    const block = (file: Record<string, unknown>) => ({
      ...file,
      previewUrl: null,
      createdAt: new Date().toISOString(),
      updatedAt: new Date().toISOString(),
    });
    expect((await refusalOf(guideWith(block(mute))))['body']).toContain(mute.name);
    await expect(guideWith(block(described))).resolves.toBeTruthy();
  });

  it('wants to know when an event is', async () => {
    const publish = (data: object) =>
      documents(cms.strapi, 'api::event.event').create({ data: { ...eventData(), ...data }, status: 'published' });
    expect((await refusalOf(publish({ timings: [] })))['timings']).toMatch(/au moins une date/);
    await expect(publish({ timings: [], period: 'Printemps 2027' })).resolves.toBeTruthy();
    await expect(publish({})).resolves.toBeTruthy();
  });

  it('wants axes in a plan and actions in an axis', async () => {
    expect(
      await refusalOf(
        documents(cms.strapi, 'api::axis.axis').create({ data: { number: '1', title: 'A' }, status: 'published' }),
      ),
    ).toHaveProperty('plan');
    expect(
      await refusalOf(
        documents(cms.strapi, 'api::action.action').create({
          data: { number: '1', title: unique('A') },
          status: 'published',
        }),
      ),
    ).toHaveProperty('axis');
  });

  it('wants an audit behind any accessibility but none', async () => {
    const legal = documents(cms.strapi, 'api::legal.legal');
    const { documentId } = (await legal.findFirst({})) ?? { documentId: '' };
    const publish = (data: object) => legal.update({ documentId, data, status: 'published' });
    const refused = await refusalOf(publish({ accessibilityState: 'partiellement conforme' }));
    expect(Object.keys(refused).sort()).toEqual(['accessibilityAuditOn', 'accessibilityRate', 'message']);
    const audited = { accessibilityAuditOn: YESTERDAY, accessibilityRate: 71.4 };
    expect(
      (await refusalOf(publish({ ...audited, accessibilityState: 'totalement conforme' })))['accessibilityState'],
    ).toContain('71,4\u00a0%');
    await expect(publish({ ...audited, accessibilityState: 'partiellement conforme' })).resolves.toBeTruthy();
    await expect(
      publish({ accessibilityAuditOn: null, accessibilityRate: null, accessibilityState: 'non conforme' }),
    ).resolves.toBeTruthy();
  });
});

describe('what may not be taken away', () => {
  it('keeps the pages without which there is no site', async () => {
    for (const uid of ['api::home.home', 'api::legal.legal'] as const) {
      const { documentId } = (await documents(cms.strapi, uid).findFirst({})) ?? { documentId: '' };
      expect((await refusalOf(documents(cms.strapi, uid).unpublish({ documentId }))).message).toMatch(/indispensable/);
      await refusalOf(documents(cms.strapi, uid).delete({ documentId }));
    }
    const settings = documents(cms.strapi, 'api::site-settings.site-settings');
    await refusalOf(settings.delete({ documentId: (await settings.findFirst({}))?.documentId ?? '' }));
  });

  it('keeps the only theme of a published association, and lets any other go', async () => {
    const themes = documents(cms.strapi, 'api::theme.theme');
    const { documentId } = await publishAssociation(cms.strapi);
    const association = await associations().findOne({ documentId, status: 'published', populate: ['themes'] });
    const only = association?.themes?.[0]?.documentId ?? '';
    expect((await refusalOf(themes.delete({ documentId: only }))).message).toMatch(/le seul d’une association publiée/);

    const second = await themes.create({ data: { name: unique('Thème'), position: 2 } });
    await associations().update({ documentId, data: { themes: [only, second.documentId] }, status: 'published' });
    await expect(themes.delete({ documentId: only })).resolves.toBeTruthy();
  });
});
