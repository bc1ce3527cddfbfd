import { beforeAll, describe, expect, it } from 'vitest';
import { OpenedEntry, Received, ReceivedLogo, Space } from '../src/domain/contract/associations/my-entry.ts';
import type { EntryForm } from '../src/domain/entry/entry-form.ts';
import { hashLinkToken } from '../src/platform/links/link-token.ts';
import { BY_OFFICE, MEMBERSHIP } from '../src/associations/memberships/membership-store.ts';
import { purgeAccess } from '../src/associations/sessions/upkeep.ts';
import { acceptAnswer, refuseAnswer } from '../src/update/answers/decide-answer.ts';
import { readContentVersion } from '../src/platform/content-version/content-version.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, publishAssociation } from './helpers/content.ts';
import { asAdmin, getExport, signIn } from './helpers/http.ts';
import { accessLetters, signedIn, SITE, Visitor, type Answered } from './helpers/visitor.ts';

const ASSOCIATION = 'api::association.association';
const CLAIRE = { name: 'Claire', id: '1' };
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAIAAABvFaqvAAAAH0lEQVR4nGM4IWdDFcQwatCoQaMGjRo0atCoQQNvEACKvoyfBHhP6AAAAABJRU5ErkJggg==',
  'base64',
);

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
  process.env['SITE_URL'] = SITE;
});

let people = 0;
const newAddress = (): string => `gestion-${(people += 1)}@example.org`;
const listed = async (email: string, data: Record<string, unknown> = {}): Promise<string> => {
  const { documentId } = await publishAssociation(cms.strapi, { contacts: [{ role: 'Bureau', email }], ...data });
  return documentId as string;
};
/** A manager with a session, and the association that they manage. */
async function manager() {
  const email = newAddress();
  const association = await listed(email);
  return { email, association, visitor: await signedIn(cms, email) };
}
const codeOf = ({ json }: Answered): string | undefined => (json as { error?: { code?: string } } | null)?.error?.code;
const spaceOf = async (visitor: Visitor): Promise<Space> => Space.parse((await visitor.readSpace()).json);
const opened = async (visitor: Visitor, id: string): Promise<OpenedEntry> =>
  OpenedEntry.parse((await visitor.ofAssociation(id, 'ouvrir')).json);
const published = (documentId: string) =>
  documents(cms.strapi, ASSOCIATION).findOne({ documentId, status: 'published', populate: ['contacts'] });
const submissionsOf = (associationId: string) =>
  cms.strapi.db.query('api::submission.submission').findMany({ where: { associationId }, orderBy: { id: 'asc' } });
const membershipOf = (associationId: string, email: string) =>
  cms.strapi.db.query(MEMBERSHIP).findOne({ where: { associationId, email } });
const asEditor = async (documentId: string, json: unknown, method = 'PUT') =>
  asAdmin(cms, await signIn(cms), `/content-manager/collection-types/${MEMBERSHIP}/${documentId}`, {
    method,
    ...(method === 'DELETE' ? {} : { json }),
  });
/** Invites, and gives the session of whoever was. */
async function accepted(by: Visitor, association: string, email: string): Promise<Visitor> {
  await by.ofAssociation(association, 'inviter', { email });
  const guest = new Visitor(cms);
  const answer = await guest.open((await accessLetters(cms, email)).at(-1)?.token ?? '');
  if (answer.status !== 200) throw new Error(answer.text);
  return guest;
}

const EVENT = {
  title: 'Bal des gestionnaires', // a title that no other file publishes: they share a database
  kind: 'rencontre',
  summary: 'Un bal pour tous, avec buvette et orchestre.',
  dates: [{ day: '2099-07-14', lastDay: '', begin: '20:00', end: '23:30' }],
  place: 'Place du Lavoir',
  commune: null,
  price: '',
  free: true,
  contact: '',
  picture: { choice: 'none' },
  cancelled: false,
  corrects: null,
};
const GUIDE = {
  kind: 'expérience',
  title: 'Organiser un vide-grenier',
  summary: 'Ce que nous avons appris en dix ans.',
  text: 'Commencez six mois avant : la salle, les barrières et l’assurance.',
  place: '',
};

describe('the space of a manager', () => {
  it('shows what they manage, however many, and nothing else', async () => {
    const email = newAddress();
    const [first, second] = [await listed(email), await listed(email.toUpperCase())];
    await listed(newAddress());
    const visitor = await signedIn(cms, email);
    const space = await spaceOf(visitor);
    expect(space.email).toBe(email);
    expect(space.associations.map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(space.answers).toEqual([]);
    expect((await visitor.readSpace()).headers['cache-control']).toBe('no-store');

    await documents(cms.strapi, ASSOCIATION).unpublish({ documentId: second });
    expect((await spaceOf(visitor)).associations.map(({ id }) => id)).toEqual([first]);
    const gone = await visitor.ofAssociation(second, 'ouvrir');
    expect([gone.status, codeOf(gone)]).toEqual([409, 'closed']);
  });

  it('is for nobody without a session', async () => {
    const { association } = await manager();
    const stranger = new Visitor(cms);
    expect((await stranger.readSpace()).status).toBe(401);
    for (const path of [
      'ouvrir',
      'apercu',
      'confirmer',
      'proposer',
      'evenement',
      'evenement/ouvrir',
      'evenement/annuler',
      'reprendre',
      'guide',
      'inviter',
      'retirer',
    ]) {
      const answer = await stranger.ofAssociation(association, path);
      expect([answer.status, codeOf(answer)], path).toEqual([401, 'forbidden']);
    }
  });

  it('answers the same for somebody else’s association and for one that never was', async () => {
    const [mine, other] = [await manager(), await manager()];
    const { entry, version } = await opened(other.visitor, other.association);
    const bodies: Record<string, unknown> = {
      ouvrir: {},
      apercu: {},
      confirmer: { version },
      proposer: { version, entry: { ...entry, acronym: 'PRIS' } },
      evenement: EVENT,
      'evenement/ouvrir': { answer: 'x' },
      'evenement/annuler': { answer: 'x' },
      reprendre: { answer: 'x' },
      guide: GUIDE,
      inviter: { email: 'thief@example.net' },
      retirer: { manager: (await spaceOf(other.visitor)).associations[0]?.managers[0]?.id },
    };
    for (const [path, body] of Object.entries(bodies)) {
      const foreign = await mine.visitor.ofAssociation(other.association, path, body);
      const nothing = await mine.visitor.ofAssociation('abcdefghijklmnopqrstuvwx', path, body);
      expect([foreign.status, codeOf(foreign)], path).toEqual([403, 'forbidden']);
      expect([nothing.status, nothing.text]).toEqual([foreign.status, foreign.text]);
    }
    expect(await submissionsOf(other.association)).toEqual([]);
    expect(await accessLetters(cms, 'thief@example.net')).toEqual([]);
    expect((await spaceOf(other.visitor)).associations[0]?.managers).toHaveLength(1);
    // An own id does not carry another's manager out either.
    const retirer = await mine.visitor.ofAssociation(mine.association, 'retirer', bodies['retirer']);
    expect(retirer.status).toBe(409);
    expect((await membershipOf(other.association, other.email))?.state).toBe('active');
  });
});

describe('what a manager writes', () => {
  it('waits on the desk, in their name, and moves nothing that is published', async () => {
    const { visitor, association, email } = await manager();
    const before = await readContentVersion(cms.strapi.db.connection);
    const { entry, version, campaign } = await opened(visitor, association);
    expect(campaign).toBeNull();
    const answer = await visitor.ofAssociation(association, 'proposer', {
      version,
      entry: { ...entry, summary: 'Une présentation toute nouvelle.' },
    });
    expect(answer.status).toBe(201);
    const { received, receiptTo } = Received.parse(answer.json);
    expect(received).toMatchObject({ kind: 'modification', state: 'à relire' });
    expect(receiptTo).toBe('g…@example.org');
    expect((await published(association)).summary).toBe(entry.summary);
    expect(await readContentVersion(cms.strapi.db.connection)).toBe(before);
    const [row] = await submissionsOf(association);
    expect(row).toMatchObject({ channel: 'espace', sender: email, state: 'à relire', associationId: association });

    expect((await spaceOf(visitor)).answers).toMatchObject([{ id: received.id, association, state: 'à relire' }]);
    await refuseAnswer(cms.strapi, received.id, 'Trop court pour être compris.', CLAIRE);
    expect((await spaceOf(visitor)).answers).toMatchObject([
      { state: 'refusée', reason: 'Trop court pour être compris.', decidedAt: expect.any(String) },
    ]);
    const confirmed = Received.parse((await visitor.ofAssociation(association, 'confirmer', { version })).json);
    expect(confirmed.received.kind).toBe('rien n’a changé');
    await acceptAnswer(cms.strapi, confirmed.received.id, { version, entry: null }, CLAIRE);
    expect((await spaceOf(visitor)).answers.map(({ state }) => state)).toEqual(['acceptée', 'refusée']);
  });

  it('is an event or a guide as the form has it', async () => {
    const { visitor, association } = await manager();
    const commune = await makeCommune(cms.strapi);
    const event = await visitor.ofAssociation(association, 'evenement', { ...EVENT, commune: commune.documentId });
    expect([event.status, Received.parse(event.json).received.kind]).toEqual([201, 'événement']);
    const guide = await visitor.ofAssociation(association, 'guide', GUIDE);
    expect([guide.status, Received.parse(guide.json).received.kind]).toEqual([201, 'guide']);
    const rows = await submissionsOf(association);
    expect(rows.map(({ kind, state, details }) => ({ kind, state, title: details.title }))).toEqual([
      { kind: 'événement', state: 'à relire', title: EVENT.title },
      { kind: 'guide', state: 'à relire', title: GUIDE.title },
    ]);
    expect(await cms.strapi.db.query('api::event.event').count({ where: { title: EVENT.title } })).toBe(0);
    expect(await cms.strapi.db.query('api::guide.guide').count({ where: { title: GUIDE.title } })).toBe(0);
  });

  it('has no key that no form has, and no length that no form takes', async () => {
    const { visitor, association } = await manager();
    const { entry, version } = await opened(visitor, association);
    const forged: [path: string, body: unknown][] = [
      ['proposer', { version, entry: { ...entry, publishedAt: null } }],
      ['proposer', { version, entry: { ...entry, owners: ['me'] } }],
      ['proposer', { version, entry: { ...entry, internalNote: 'x' } }],
      ['proposer', { version, entry, state: 'acceptée' }],
      ['proposer', { version, entry, association: 'another' }],
      ['proposer', { version, entry, sender: 'somebody@example.org' }],
      ['proposer', { version, entry: { ...entry, summary: 'x'.repeat(6_000) } }],
      ['proposer', { version, entry: null }],
      [
        'proposer',
        { version, entry: { ...entry, logo: { choice: 'new', upload: '../../../../etc/passwd', alt: 'x' } } },
      ],
      ['confirmer', { version, channel: 'téléphone' }],
      ['evenement', { ...EVENT, state: 'prévu' }],
      ['guide', { ...GUIDE, publishedAt: '2026-01-01' }],
      ['guide', { ...GUIDE, text: 'x'.repeat(11_000) }],
      ['inviter', { email: 'a@example.org', state: 'active' }],
      ['inviter', { email: 'a@example.org\r\nBcc: thief@example.net' }],
      ['inviter', { email: 'a@example.org, thief@example.net' }],
      ['ouvrir', { association: 'another' }],
    ];
    for (const [path, body] of forged) {
      const answer = await visitor.ofAssociation(association, path, body);
      expect([answer.status, codeOf(answer)], `${path} ${JSON.stringify(body).slice(0, 60)}`).toEqual([400, 'invalid']);
    }
    const huge = await visitor.ofAssociation(association, 'guide', { ...GUIDE, text: 'x'.repeat(1_000_000) });
    expect([huge.status, codeOf(huge)]).toEqual([413, 'too-large']);
    expect(await submissionsOf(association)).toEqual([]);
    const stale = await visitor.ofAssociation(association, 'confirmer', { version: 'f'.repeat(32) });
    expect([stale.status, codeOf(stale)]).toEqual([409, 'conflict']);
  });

  it('brings the logo that was sent for this association, and no other’s', async () => {
    const [mine, other] = [await manager(), await manager()];
    const send = async ({ visitor, association }: typeof mine) => {
      const form = new FormData();
      form.set('file', new Blob([PICTURE], { type: 'image/png' }), 'logo.png');
      const { headers, body } = new Request('http://x', { method: 'POST', body: form }) as Request & { body: never };
      const bytes = Buffer.from(await new Response(body).arrayBuffer());
      return visitor.ask(`/api/espace/associations/${association}/logo`, {
        body: bytes,
        headers: { 'Content-Type': headers.get('content-type') },
      });
    };
    const sent = await send(mine);
    expect(sent.status, sent.text).toBe(200);
    const { upload } = ReceivedLogo.parse(sent.json);
    const propose = async ({ visitor, association }: typeof mine) => {
      const { entry, version } = await opened(visitor, association);
      const logo: EntryForm['logo'] = { choice: 'new', upload, alt: 'Un moulin' };
      return visitor.ofAssociation(association, 'proposer', { version, entry: { ...entry, logo } });
    };
    const stolen = await propose(other);
    expect([stolen.status, codeOf(stolen)]).toEqual([400, 'invalid']);
    expect((await propose(mine)).status).toBe(201);
    expect((await submissionsOf(mine.association))[0]?.logoFile).toBe(upload);
    expect((await send({ ...mine, association: other.association })).status).toBe(403);
  });

  it('is one’s own to follow: what another manager sent is theirs', async () => {
    const first = await manager();
    const second = await accepted(first.visitor, first.association, newAddress());
    const { version } = await opened(second, first.association);
    await second.ofAssociation(first.association, 'guide', GUIDE);
    await first.visitor.ofAssociation(first.association, 'confirmer', { version });
    expect((await spaceOf(second)).answers.map(({ kind }) => kind)).toEqual(['guide']);
    expect((await spaceOf(first.visitor)).answers.map(({ kind }) => kind)).toEqual(['rien n’a changé']);
  });
});

describe('managers', () => {
  it('invite somebody by a letter of their own, who then sees the same association', async () => {
    const { visitor, association, email } = await manager();
    const guest = newAddress();
    const answer = await visitor.ofAssociation(association, 'inviter', { email: guest.toUpperCase() });
    expect(answer.status).toBe(200);
    expect(Space.parse(answer.json).associations[0]?.managers).toMatchObject([
      { email, me: true, invited: false },
      { email: guest, me: false, invited: true },
    ]);
    const [letter, ...more] = await accessLetters(cms, guest);
    expect(more).toEqual([]);
    expect(letter?.text).toContain(email);
    expect(await cms.strapi.db.query('plugin::users-permissions.user').count({ where: { email: guest } })).toBe(0);
    // Pressing twice sends one letter.
    await visitor.ofAssociation(association, 'inviter', { email: guest });
    expect(await accessLetters(cms, guest)).toHaveLength(1);

    const other = new Visitor(cms);
    expect((await other.open(letter?.token ?? '')).status).toBe(200);
    expect((await spaceOf(other)).associations.map(({ id }) => id)).toEqual([association]);
    expect((await spaceOf(visitor)).associations[0]?.managers.map(({ invited }) => invited)).toEqual([false, false]);
    const again = await new Visitor(cms).open(letter?.token ?? '');
    expect(codeOf(again)).toBe('link-used');
    expect(await membershipOf(association, guest)).toMatchObject({ state: 'active', invitedBy: email });
  });

  it('accept an invitation by signing in, too, and not after its time', async () => {
    const { visitor, association } = await manager();
    const [late, direct] = [newAddress(), newAddress()];
    await visitor.ofAssociation(association, 'inviter', { email: late });
    const [letter] = await accessLetters(cms, late);
    await cms.strapi.db.connection.raw(
      `update trame_access_links set expires_at = now() - interval '1 minute' where token_hash = ?`,
      [hashLinkToken(letter?.token ?? '')],
    );
    expect(codeOf(await new Visitor(cms).open(letter?.token ?? ''))).toBe('link-expired');
    await visitor.ofAssociation(association, 'inviter', { email: direct });
    expect((await spaceOf(await signedIn(cms, direct))).associations.map(({ id }) => id)).toEqual([association]);
  });

  it('remove each other: whoever is out is out at the next request, and a contact does not come back by being one', async () => {
    const { visitor, association, email } = await manager();
    const guest = await accepted(visitor, association, newAddress());
    const me = (await spaceOf(guest)).associations[0]?.managers.find((one) => one.email === email);
    const removed = await guest.ofAssociation(association, 'retirer', { manager: me?.id });
    expect(Space.parse(removed.json).associations[0]?.managers).toHaveLength(1);

    expect((await spaceOf(visitor)).associations).toEqual([]);
    for (const [path, body] of [
      ['ouvrir', {}],
      ['guide', GUIDE],
      ['inviter', { email: newAddress() }],
    ] as const) {
      expect((await visitor.ofAssociation(association, path, body)).status, path).toBe(403);
    }
    expect(await submissionsOf(association)).toEqual([]);
    // Still a contact of the published entry; gets no link any more, and is not told so.
    const before = (await accessLetters(cms, email)).length;
    expect((await new Visitor(cms).askForLink(email)).status).toBe(202);
    expect(await accessLetters(cms, email)).toHaveLength(before);
    // Wanted again by those who are left.
    const back = await accepted(guest, association, email);
    expect((await spaceOf(back)).associations.map(({ id }) => id)).toEqual([association]);
  });

  it('take an invitation back before it is used', async () => {
    const { visitor, association } = await manager();
    const guest = newAddress();
    const answer = await visitor.ofAssociation(association, 'inviter', { email: guest });
    const invited = Space.parse(answer.json).associations[0]?.managers.find((one) => one.invited);
    const [letter] = await accessLetters(cms, guest);
    await visitor.ofAssociation(association, 'retirer', { manager: invited?.id });
    expect((await new Visitor(cms).open(letter?.token ?? '')).status).toBe(404);
    const twice = await visitor.ofAssociation(association, 'retirer', { manager: invited?.id });
    expect([twice.status, codeOf(twice)]).toEqual([409, 'conflict']);
  });

  it('may all leave; the office gives the access back', async () => {
    const { visitor, association, email } = await manager();
    const own = (await spaceOf(visitor)).associations[0]?.managers[0]?.id ?? '';
    const left = await visitor.ofAssociation(association, 'retirer', { manager: own });
    expect(Space.parse(left.json).associations).toEqual([]);
    expect((await asEditor(own, { state: 'active' })).status).toBe(200);
    expect((await spaceOf(visitor)).associations.map(({ id }) => id)).toEqual([association]);
    expect(await membershipOf(association, email)).toMatchObject({ state: 'active', endedAt: null, endedBy: null });
  });

  it('cannot fill mailboxes with invitations', async () => {
    const { visitor, association } = await manager();
    const statuses = [];
    for (let i = 0; i < 14; i += 1) {
      statuses.push((await visitor.ofAssociation(association, 'inviter', { email: newAddress() })).status);
    }
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(11);
    expect([409, 429]).toContain(statuses.at(-1));
  });
});

describe('an editor', () => {
  it('takes a manager out at once, while their access token lives, and nobody but an editor takes them back', async () => {
    const { visitor, association, email } = await manager();
    const guest = await accepted(visitor, association, newAddress());
    const { documentId } = await membershipOf(association, email);
    const revoked = await asEditor(documentId, { state: 'retirée' });
    expect(revoked.status, await revoked.text()).toBe(200);
    expect(Date.parse(visitor.session?.expiresAt ?? '')).toBeGreaterThan(Date.now());
    expect((await visitor.ofAssociation(association, 'ouvrir')).status).toBe(403);
    expect((await spaceOf(visitor)).associations).toEqual([]);
    expect(await membershipOf(association, email)).toMatchObject({ state: 'retirée', endedBy: BY_OFFICE });
    const invited = await guest.ofAssociation(association, 'inviter', { email });
    expect([invited.status, codeOf(invited)]).toEqual([409, 'conflict']);
    expect((await asEditor(documentId, { state: 'active' })).status).toBe(200);
    expect((await visitor.ofAssociation(association, 'ouvrir')).status).toBe(200);
  });

  it('writes nothing else of a manager, makes none and erases none', async () => {
    const { association, email } = await manager();
    const { documentId } = await membershipOf(association, email);
    const before = await membershipOf(association, email);
    await asEditor(documentId, { email: 'other@example.org', accountId: 1, associationId: 'x', invitedBy: 'x' });
    expect(await membershipOf(association, email)).toMatchObject({
      accountId: before.accountId,
      associationId: association,
      invitedBy: null,
    });
    expect((await asEditor(documentId, { state: 'invitée' })).status).toBe(400);
    expect((await asEditor(documentId, null, 'DELETE')).status).toBe(400);
    const created = await asAdmin(cms, await signIn(cms), `/content-manager/collection-types/${MEMBERSHIP}`, {
      method: 'POST',
      json: { associationId: association, associationName: 'x', email: 'other@example.org', state: 'active' },
    });
    expect(created.status).toBe(400);
    const list = await asAdmin(cms, await signIn(cms), `/content-manager/collection-types/${MEMBERSHIP}?pageSize=100`);
    expect(await list.text()).toContain(email);
  });
});

describe('the addresses of managers', () => {
  it('are in no export and in no webhook, whatever is written or published, and wake no build', async () => {
    const { visitor, association, email } = await manager();
    const guest = newAddress();
    const before = await readContentVersion(cms.strapi.db.connection);
    const received = cms.received.length;
    await accepted(visitor, association, guest);
    await asEditor((await membershipOf(association, guest)).documentId, { state: 'retirée' });
    expect(await readContentVersion(cms.strapi.db.connection)).toBe(before);
    await documents(cms.strapi, ASSOCIATION).publish({ documentId: association });
    await expect.poll(() => cms.received.length).toBeGreaterThan(received);
    const payloads = JSON.stringify(cms.received.map(({ body, headers, url }) => ({ body, headers, url })));
    const site = await (await getExport(cms)).text();
    for (const text of [payloads, site]) {
      expect(text).not.toContain(email);
      expect(text).not.toContain(guest);
    }
    expect(site).toContain(association);
  });

  it('are held by no relation of an association, which payloads and copies would follow', () => {
    const attributes = Object.values(cms.strapi.contentTypes[ASSOCIATION].attributes) as { target?: string }[];
    expect(
      attributes.filter(({ target }) => target === MEMBERSHIP || target?.startsWith('plugin::users-permissions')),
    ).toEqual([]);
  });
});

describe('what has ended', () => {
  it('is forgotten after its time; a contact who was taken out is remembered as long as they are one', async () => {
    const { visitor, association, email } = await manager();
    const [silent, left, last] = [newAddress(), newAddress(), newAddress()];
    await visitor.ofAssociation(association, 'inviter', { email: silent });
    const guest = await accepted(visitor, association, left);
    await accepted(guest, association, last);
    const managers = (await spaceOf(guest)).associations[0]?.managers ?? [];
    for (const who of [email, left]) {
      await guest.ofAssociation(association, 'retirer', { manager: managers.find((one) => one.email === who)?.id });
    }
    const later = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000);
    await purgeAccess(cms.strapi, later(20));
    expect(await membershipOf(association, silent)).not.toBeNull();
    await purgeAccess(cms.strapi, later(30));
    expect(await membershipOf(association, silent)).toBeNull();
    expect(await membershipOf(association, left)).not.toBeNull();
    await purgeAccess(cms.strapi, later(370));
    expect(await membershipOf(association, left)).toBeNull();
    expect(await cms.strapi.db.query('plugin::users-permissions.user').count({ where: { email: left } })).toBe(0);
    expect(await membershipOf(association, email)).toMatchObject({ state: 'retirée', endedBy: null });
    expect(await membershipOf(association, last)).toMatchObject({ state: 'active', invitedBy: null });
  });
});
