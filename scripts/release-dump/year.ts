/**
 * A small year of an office, so that each table of the program holds something in each state that it knows: entries, a campaign
 * with its letters, answers and decisions, people who sign in, who withdraw, who ask what is held about them, editions.
 *
 * Only what a release offers to the outside is used (its routes, Strapi's document service and its database), so that the
 * same year can be lived through on another one. All people are fictional.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import { ROOT } from '../lib/environment.ts';
import type { Doors, Json } from './doors.ts';
import { MAILBOXES } from './neighbours.ts';

type Strapi = Core.Strapi;
interface Documents {
  create(params: Json): Promise<Json>;
}
const AGREED = { professionals: false, openData: true, consentDate: '2025-06-02', consentSource: 'courriel' };
const PATIENCE_MS = 60_000;

/** Lives through it. @throws {Error} when a door refuses, or what should follow does not */
export async function liveThroughAYear(strapi: Strapi, doors: Doors): Promise<void> {
  const documents = (name: string) => strapi.documents(`api::${name}.${name}` as never) as unknown as Documents;
  const publish = (name: string, data: Json) => documents(name).create({ data, status: 'published' });
  const sql = async (statement: string, values: readonly unknown[] = []): Promise<Json[]> =>
    (await strapi.db.connection.raw(statement, values as never)).rows as Json[];
  /** Waits until a question to the database has an answer. */
  async function until(statement: string, values: readonly unknown[] = []): Promise<Json> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) {
      const [row] = await sql(statement, values);
      if (row) return row;
    }
    throw new Error(`Never came: ${statement} ${JSON.stringify(values)}`);
  }

  // What is in the directory.
  const [sport, culture] = [
    await documents('theme').create({ data: { name: 'Sport', position: 1 } }),
    await documents('theme').create({ data: { name: 'Culture', position: 2 } }),
  ];
  const audience = await documents('audience').create({ data: { name: 'Enfants', position: 1 } });
  const commune = (name: string, inseeCode: string) =>
    documents('commune').create({ data: { name, inseeCode, postalCodes: '33620' } });
  const [here, there] = [await commune('Exemple-sur-Moron', '33901'), await commune('Essai-le-Marais', '33902')];
  let people = 0;
  async function association(name: string, email: string | null, more: Json = {}): Promise<Json> {
    people += 1;
    const contact = {
      role: 'Présidence',
      name: `Camille Exemple ${people}`,
      phone: `+3353649${String(100 + people).padStart(4, '0')}`,
      ...(email === null ? {} : { email }),
      web: true,
      print: people % 2 === 0,
      ...AGREED,
    };
    return publish('association', {
      name,
      summary: `Ce que fait l’association « ${name} ».`,
      description: 'Depuis trente ans, tous les mercredis — salle des fêtes.',
      themes: [people % 2 ? sport.documentId : culture.documentId],
      audiences: [audience.documentId],
      commune: here.documentId,
      activities: [
        { label: 'Initiation', ageMin: 8, ageMax: 12, slots: [{ day: 'mercredi', begin: '14:00', end: '16:00' }] },
      ],
      address: { street: '1 rue de l’Exemple', postalCode: '33620', city: 'Exemple-sur-Moron' },
      networks: [{ network: 'facebook', url: 'https://www.facebook.com/exemple' }],
      internalNote: 'À rappeler en juin.',
      contacts: [contact],
      ...more,
    });
  }
  const silent = await association('Les Silencieux', 'silence@example.org', { commune: there.documentId });
  await publish('event', {
    title: 'Forum des associations',
    kind: 'rencontre',
    state: 'prévu',
    free: true,
    summary: 'Toutes les associations au même endroit.',
    timings: [{ begin: '2099-09-05T08:00:00.000Z', end: '2099-09-05T16:00:00.000Z' }],
  });
  await publish('guide', {
    title: 'Créer une association',
    kind: 'guide pratique',
    summary: 'Pas à pas.',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Se réunir, écrire, déclarer.' }] }],
  });
  const plan = await publish('action-plan', { title: 'Plan d’actions', territory: 'Exemple' });
  const axis = await publish('axis', { number: '1', title: 'Faire ensemble', plan: plan.documentId });
  await publish('action', { number: '1', title: 'Un forum', state: 'en cours', axis: axis.documentId });

  // A campaign of the year before, which nobody of one commune answered.
  const campaign = (title: string, onlyCommune: Json) =>
    documents('campaign').create({ data: { title, closesOn: '2099-09-30', onlyCommunes: [onlyCommune.documentId] } });
  const past = await campaign('Campagne passée', there);
  await doors.office('POST', `/trame/campaigns/${past.documentId}/open`);
  await doors.office('POST', `/trame/campaigns/${past.documentId}/close`);
  await strapi.db
    .query('api::site-settings.site-settings')
    .updateMany({ where: {}, data: { truthOfflineAfter: 1, truthMostPercent: 100 } });

  // Letters leave from here on; what follows from silence is done first.
  strapi.server.httpServer.listen(0, '127.0.0.1');
  await until(`select from trame_offline_warnings where association_id = ?`, [silent.documentId]);
  await until(`select from trame_letters where kind = 'offline-warning' and state = 'sent'`);

  // This year’s campaign, and what becomes of each letter.
  const asked = {
    unchanged: await association('Amicale du Moron', 'amicale@example.org'),
    waiting: await association('Chorale des Marais', 'chorale@example.org'),
    accepted: await association('Judo Club d’Essai', 'judo@example.org'),
    refused: await association('Théâtre de Poche', 'theatre@example.org'),
    replaced: await association('Vélo pour Tous', 'velo@example.org'),
    reverted: await association('Pétanque d’Exemple', 'petanque@example.org'),
    withdrawn: await association('Club de Lecture', 'Lecture.Retrait@example.org'),
    unanswered: await association('Les Marcheurs', 'marcheurs@example.org'),
    revoked: await association('Ancienne Fanfare', 'fanfare@example.org'),
    unknown: await association('Adresse Inconnue', `${MAILBOXES.refused}@example.org`),
    returned: await association('Boîte Fermée', 'fermee@example.org'),
    doubtful: await association('Ligne Coupée', `${MAILBOXES.doubtful}@example.org`),
    byPhone: await association('Sans Courriel', null),
  };
  const current = await campaign('Campagne 2026', here);
  const of = `/trame/campaigns/${current.documentId}`;
  await doors.office('POST', `${of}/open`);
  const invitation = async (name: keyof typeof asked, state = 'sent'): Promise<Json> =>
    until(`select * from trame_letters where state = ? and key = ?`, [
      state,
      `campaign:${current.documentId}:${asked[name].documentId}:invitation`,
    ]);
  const linkIn = (letter: Json, page: string): string =>
    new RegExp(`/${page}/#([\\w-]{43})`).exec(String(letter.body_text))?.[1] ?? '';
  const requests = (await doors.office('GET', `${of}/requests`)) as Json[];
  const requestOf = (name: keyof typeof asked): string =>
    requests.find((one) => one.association === asked[name].documentId)?.request as string;
  await invitation('unknown', 'refused');
  await invitation('doubtful', 'doubtful');
  const bounced = await invitation('returned');
  const report = await readFile(path.join(ROOT, 'cms/src/platform/mail/testing/postfix-unknown-user.eml'), 'utf8');
  await doors.bounce(report.replaceAll('0123456789abcdef01', String(bounced.return_token)));
  await doors.office('POST', `${of}/requests/${requestOf('revoked')}/revoke`);

  // What associations answer, and what the office decides.
  async function propose(name: keyof typeof asked, change: Json): Promise<string> {
    const token = linkIn(await invitation(name), 'ma-fiche');
    const { entry, version } = await doors.visit('/api/ma-fiche/ouvrir', { token });
    const sent = await doors.visit('/api/ma-fiche/proposer', { token, version, entry: { ...entry, ...change } });
    return sent.received.id as string;
  }
  async function accept(id: string): Promise<void> {
    const { version } = await doors.office('GET', `/trame/desk/${id}`);
    await doors.office('POST', `/trame/desk/${id}/accept`, { version, entry: null });
  }
  const token = linkIn(await invitation('unchanged'), 'ma-fiche');
  const { version } = await doors.visit('/api/ma-fiche/ouvrir', { token });
  const confirmed = await doors.visit('/api/ma-fiche/confirmer', { token, version });
  await doors.office('POST', '/trame/desk/accept-unchanged', { ids: [confirmed.received.id] });
  await propose('waiting', { summary: 'Une nouvelle présentation, à relire.', acronym: 'CDM' });
  await accept(await propose('accepted', { summary: 'Une présentation acceptée.', howToJoin: 'Venez mercredi.' }));
  const refused = await propose('refused', { summary: 'Une présentation refusée.' });
  await doors.office('POST', `/trame/desk/${refused}/refuse`, {
    reason: 'La présentation parle d’une autre association.',
  });
  await propose('replaced', { summary: 'Une première version.' });
  await propose('replaced', { summary: 'Une seconde version.' });
  await accept(await propose('reverted', { summary: 'Une présentation qui ne reste pas.' }));
  const lines = (await doors.office('GET', `/trame/journal?association=${asked.reverted.documentId}`)) as Json[];
  await doors.office('POST', `/trame/journal/${lines.find((line) => line.revertible).id}/revert`);
  const dictated = await doors.office('GET', `${of}/requests/${requestOf('byPhone')}/entry`);
  await doors.office('POST', `${of}/requests/${requestOf('byPhone')}/answer-by-phone`, {
    version: dictated.version,
    entry: { ...dictated.entry, summary: 'Dit au téléphone.' },
  });
  await doors.visit('/api/retrait/confirmer', { token: linkIn(await invitation('withdrawn'), 'retrait') });

  // Who signs in, and what a manager proposes.
  const accessLink = async (email: string, count: number): Promise<string> => {
    const letter = await until(
      `select body_text from trame_letters where recipient = ? and kind = 'sign-in' order by id offset ? limit 1`,
      [email, count],
    );
    return linkIn(letter, 'connexion');
  };
  await doors.visit('/api/session/lien', { email: 'judo@example.org' });
  const session = await doors.visit('/api/session/ouvrir', { token: await accessLink('judo@example.org', 0) });
  const signedIn = { authorization: `Bearer ${session.accessToken}` };
  const space = `/api/espace/associations/${asked.accepted.documentId}`;
  const event = {
    title: 'Gala de judo',
    kind: 'rencontre',
    summary: 'Un gala ouvert à toutes et à tous.',
    dates: [{ day: '2099-07-14', lastDay: '', begin: '20:00', end: '23:30' }],
    place: 'Salle des fêtes',
    commune: null,
    price: '',
    free: true,
    contact: '',
    picture: { choice: 'none' },
    cancelled: false,
    corrects: null,
  };
  await doors.visit(`${space}/evenement`, event, signedIn);
  const second = await doors.visit(`${space}/evenement`, { ...event, title: 'Stage de judo' }, signedIn);
  await accept(second.received.id as string);
  const guide = {
    kind: 'expérience',
    title: 'Organiser un gala',
    summary: 'Ce que nous avons appris en dix ans.',
    text: 'Commencez six mois avant : la salle, les tapis et l’assurance.',
    place: '',
  };
  await doors.visit(`${space}/guide`, guide, signedIn);
  await doors.visit(`${space}/inviter`, { email: 'adjointe@example.org' }, signedIn);
  await doors.visit(`${space}/inviter`, { email: 'sortante@example.org' }, signedIn);
  const { associations } = await doors.visit(`${space}/inviter`, { email: 'sortante@example.org' }, signedIn);
  const leaving = associations[0].managers.find((one: Json) => one.email === 'sortante@example.org');
  if (leaving) await doors.visit(`${space}/retirer`, { manager: leaving.id }, signedIn);
  await doors.visit('/api/session/lien', { email: 'chorale@example.org' });
  await accessLink('chorale@example.org', 0);

  // Who is not listed yet, and who asks what is held.
  const declared = (name: string, entry: Json) => ({
    entry: {
      ...entry,
      name,
      summary: 'Une association qui n’est pas encore dans l’annuaire.',
      logo: { choice: 'none' },
    },
    rnaId: '',
    senderEmail: 'declaration@example.org',
    knowsLookAlikes: true,
    seconds: 60,
    website2: '',
  });
  await doors.visit('/api/declarer', declared('Confrérie du Pruneau', dictated.entry));
  const listed = await doors.visit('/api/declarer', declared('Cercle d’Astronomie', dictated.entry));
  await accept(listed.received.id as string);
  await doors.visit('/api/mes-donnees', { email: 'theatre@example.org' });
  await until(`select from trame_letters where kind = 'own-data' and state = 'sent'`);

  // What goes on paper.
  const edition = (title: string) =>
    documents('edition').create({ data: { year: 2026, title, printRun: 1200, columns: 2, editorial: 'Bonjour.' } });
  const [proof, frozen] = [await edition('Le guide 2026'), await edition('Le guide 2025')];
  await edition('Le guide 2027');
  await doors.office('POST', `/trame/editions/${proof.documentId}/proof`);
  await doors.office('POST', `/trame/editions/${frozen.documentId}/freeze`);

  // Letters that are under way, and those behind them, when the power goes.
  await until(`select from strapi_sessions where origin = 'users-permissions'`);
  await until(
    `select 1 where not exists (select from trame_letters where state in ('queued', 'sending', 'committing'))`,
  );
  for (const name of [MAILBOXES.sending, MAILBOXES.committing])
    await association(`Lettre en route ${name}`, `${name}@example.org`);
  await doors.office('POST', `${of}/open`);
  await until(`select from trame_letters where state = 'committing'`);
  for (let count = 0; count < 3; count += 1)
    await association(`Lettre qui attend ${count}`, `attend-${count}@example.org`);
  await doors.office('POST', `${of}/open`);
}
