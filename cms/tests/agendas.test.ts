/** Events that come in, as a file or from an address that is followed: what becomes of them, and the way back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FollowedAgenda } from '../src/domain/contract/desk/agendas.ts';
import { runImportCommand } from '../src/import/command.ts';
import { eraseImports } from '../src/import/import-store.ts';
import { agendaPolicy, followAgenda, readAgenda, readFollowedAgendas } from '../src/import/agendas/follow-agendas.ts';
import { eraseSaid, KEEP_SET_ASIDE_DAYS } from '../src/import/events/said-store.ts';
import { calendar, compact, openAgendaV3, tuesday } from '../src/import/read/agendas/testing/agendas.ts';
import type { ForeignPolicy } from '../src/platform/foreign/fetch-foreign.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, unique } from './helpers/content.ts';
import { asAdmin, readExport, signIn, signInAsReader } from './helpers/http.ts';
import { importActs, sendImport, taken } from './helpers/imports.ts';

const EVENT = 'api::event.event';

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
let commune: { documentId: string; name: string };
beforeAll(async () => {
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
  commune = await makeCommune(strapi);
});

let last = 70_000_000;
/** An event of OpenAgenda in the test's own commune. */
const event = (title: string, over: object = {}) =>
  openAgendaV3({
    uid: (last += 1),
    title: { fr: title },
    location: { uid: 1, name: 'Salle des fêtes', city: commune.name, postalCode: '33620' },
    ...over,
  });

const bring = async (file: string | object, fileName = 'agenda.json') =>
  taken(await sendImport(cms, token, typeof file === 'string' ? file : JSON.stringify(file), fileName));
const { ask, view, decide, lines, changes, apply, undo } = importActs(() => ({ cms, token }));
interface StoredEvent {
  readonly documentId: string;
  readonly [name: string]: unknown;
}
const draft = async (title: string) =>
  (
    (await strapi.db.query(EVENT).findMany({
      where: { title, publishedAt: null },
      populate: { timings: true, externalIds: true, registration: true },
    })) as StoredEvent[]
  )[0];
const onSite = async (title: string) => (await readExport(cms)).events.find((one) => one.title === title);
const edit = async (documentId: string, data: object) => documents(strapi, EVENT).update({ documentId, data });

describe('a file of events', () => {
  it('is recognised, planned, published with what may be, and changes nothing when it comes again', async () => {
    const title = unique('Bal');
    const file = { events: [event(title)] };
    const brought = await bring(file);
    expect(brought).toMatchObject({ source: 'events', columns: [], counts: { new: 1, refused: 0 } });
    expect(brought.remarks.join(' ')).toMatch(/OpenAgenda.*1\s+événement lu/);
    const [planned] = (await lines(brought.id, 'new')).lines;
    expect(planned?.missing).toEqual([]);
    expect(planned?.differences.map(({ label }) => label)).toContain('Dates et heures');
    expect(await draft(title)).toBeUndefined();

    expect((await apply(brought)).result).toMatchObject({ created: 1, published: 1, left: [] });
    expect(await onSite(title)).toMatchObject({
      kind: 'fête',
      free: true,
      place: `Salle des fêtes, 33620 ${commune.name}`,
      registration: [{ kind: 'lien', value: 'https://www.example.org/bal' }],
      externalIds: [{ source: 'openagenda', id: String(last) }],
    });
    expect(JSON.stringify(await onSite(title))).not.toMatch(/53649|05 36|bal@/);
    expect(String((await draft(title))?.['internalNote'])).toContain(
      '05\u00a036\u00a049\u00a000\u00a041'.replaceAll('\u00a0', ' '),
    );
    expect((await bring(file)).counts).toMatchObject({ same: 1, new: 0, changed: 0 });
  });

  it('updates what the source changed, and keeps what an editor changed by hand, which is shown', async () => {
    const title = unique('Concert');
    const one = event(title);
    await apply(await bring([one]));
    const { documentId } = (await draft(title))!;
    await edit(documentId, { summary: 'Ce que dit l’office.' });
    const next = { ...one, description: { fr: 'Une autre phrase.' }, conditions: { fr: 'Prix libre' }, status: 6 };
    const brought = await bring([next]);
    const [planned] = (await lines(brought.id, 'changed')).lines;
    expect(planned?.differences.map(({ field }) => field).sort()).toEqual(['price', 'state']);
    expect(planned?.remarks.map(({ message }) => message).join(' ')).toMatch(/Modifié à la main.*en bref/);
    expect(brought.remarks.join(' ')).toMatch(/gardé/);
    await apply(brought);
    expect(await draft(title)).toMatchObject({ summary: 'Ce que dit l’office.', state: 'annulé', price: 'Prix libre' });
    // What an editor had not finished is not published by an import.
    expect((await onSite(title))?.state).toBe('prévu');
    expect((await bring([next])).counts).toMatchObject({ changed: 0, same: 1 });
  });

  it('takes dates one by one: what an editor said of one stays', async () => {
    const [title, first] = [unique('Chorale'), tuesday(3)];
    const weekly = (count: number) =>
      calendar(
        `UID:${title}\nSUMMARY:${title}\nDESCRIPTION:On chante.\nLOCATION:Foyer\nDTSTART;TZID=Europe/Paris:${compact(first)}T183000\nDURATION:PT90M\nRRULE:FREQ=WEEKLY;COUNT=${count}`,
      );
    await apply(await bring(weekly(3), 'chorale.ics'));
    const { documentId, timings } = (await draft(title))! as unknown as {
      documentId: string;
      timings: { state: string }[];
    };
    expect(timings).toHaveLength(3);
    await edit(documentId, { timings: timings.map((one, rank) => (rank === 1 ? { ...one, state: 'complet' } : one)) });
    await documents(strapi, EVENT).publish({ documentId });
    await apply(await bring(weekly(4), 'chorale.ics'));
    expect((await draft(title))?.['timings']).toMatchObject(
      ['prévu', 'complet', 'prévu', 'prévu'].map((state) => ({ state })),
    );
    expect((await onSite(title))?.timings).toHaveLength(4);
    expect((await bring(weekly(4), 'chorale.ics')).counts).toMatchObject({ same: 1, changed: 0 });
  });

  it('asks about an event that was written by hand, leaves aside what is over or elsewhere, and mends a cell', async () => {
    const [title, past, far, bad] = [unique('Loto'), unique('Passé'), unique('Loin'), unique('Sans date')];
    const one = event(title);
    await documents(strapi, EVENT).create({
      data: {
        title,
        kind: 'autre',
        state: 'prévu',
        free: false,
        summary: 'À la main.',
        timings: [{ begin: new Date(one.timings[0]!.begin) }],
      },
    });
    const { id, counts, remarks } = await bring([
      one,
      event(past, { timings: [{ begin: '2018-05-19T13:00:00Z', end: '2018-05-19T15:00:00Z' }] }),
      event(far, { location: { name: 'Musée', city: 'Bressuire' } }),
      event(bad, { title: '' }),
    ]);
    expect(counts).toMatchObject({ asked: 1, left: 2, refused: 1 });
    expect(remarks.join(' ')).toMatch(/2\s+événements sont laissés de côté/);
    const [refused] = (await lines(id, 'refused')).lines;
    expect(refused?.faults).toMatchObject([{ line: 5, column: 0, head: 'Titre' }]);
    const { documentId } = (await lines(id, 'asked')).lines[0]!.candidates[0]!;
    const after = await decide(id, { cells: { '5:0': bad }, lines: { '2': documentId, '4': 'take' } });
    expect(after.counts).toMatchObject({ changed: 1, new: 2, left: 1, refused: 0 });
    await apply({ id });
    // What the office wrote stays; what was empty is filled in.
    expect(await draft(title)).toMatchObject({
      summary: 'À la main.',
      place: `Salle des fêtes, 33620 ${commune.name}`,
    });
    expect(await draft(past)).toBeUndefined();
  });

  it('is undone whole or by line, unless somebody changed an event since, and what was said before counts again', async () => {
    const [first, second] = [unique('Théâtre'), unique('Théâtre')];
    const file = [event(first), event(second)];
    await apply(await bring(file));
    const next = file.map((one) => ({ ...one, description: { fr: 'Une autre phrase, longue assez.' } }));
    const done = await apply(await bring(next));
    const [one, two] = await changes(done.id);
    await edit(two!.documentId, { price: '3 €' });
    await undo(done.id, [one!.id]);
    expect(await draft(first)).toMatchObject({ summary: 'On danse jusqu’au matin.' });
    await undo(done.id);
    expect((await changes(done.id)).map(({ state }) => state)).toEqual(['undone', 'touched']);
    expect(await draft(second)).toMatchObject({ summary: 'Une autre phrase, longue assez.' });
    expect((await bring(next)).counts).toMatchObject({ changed: 1, same: 1 });
  });

  it('remembers what was set aside and what was deleted, until that is undone', async () => {
    const [aside, deleted, kept] = [unique('Écarté'), unique('Effacé'), unique('Gardé')];
    const file = [event(aside), event(deleted), event(kept)];
    const { id } = await bring(file);
    await decide(id, { lines: { '2': 'leave' } });
    expect((await apply({ id })).result).toMatchObject({ created: 2, left: [{ line: 2, name: aside }] });
    await documents(strapi, EVENT).delete({ documentId: (await draft(deleted))!.documentId });
    const again = await bring(file);
    expect(again.counts).toMatchObject({ left: 2, same: 1, new: 0 });
    const said = (await lines(again.id, 'left')).lines.map(({ remarks }) => remarks[0]?.message);
    expect(said).toEqual([expect.stringMatching(/^Laissé de côté/), expect.stringMatching(/supprimé/)]);
    await undo(id);
    expect((await changes(id)).map(({ state }) => state)).toEqual(['gone', 'undone']);
  });

  it('comes in by the command too', async () => {
    const { mkdtemp, rm, writeFile } = await import('node:fs/promises');
    const folder = await mkdtemp('/tmp/trame-agenda-');
    const title = unique('Commande');
    try {
      const path = `${folder}/agenda.ics`;
      await writeFile(
        path,
        calendar(`UID:${title}\nSUMMARY:${title}\nDESCRIPTION:Quelque chose.\nDTSTART:${compact(tuesday(3))}T180000Z`),
      );
      const command = { path, fileName: 'agenda.ics', publish: false };
      expect(await runImportCommand(strapi, { ...command, apply: false })).toMatchObject({
        kind: 'planned',
        source: 'events',
        created: 1,
      });
      expect(await draft(title)).toBeUndefined();
      expect(await runImportCommand(strapi, { ...command, apply: true })).toMatchObject({
        kind: 'applied',
        created: 1,
        published: 0,
      });
      expect(await draft(title)).toBeDefined();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('an agenda that is followed', () => {
  /** What stands behind the address, and how often it was asked for. */
  const remote = { body: '', asked: 0 };
  let address: string;
  let server: Server;
  // As the server itself, but for a machine of our own that serves without a certificate.
  const policy = (): ForeignPolicy => ({
    ...agendaPolicy(),
    hosts: ['agenda.example.org'],
    testServer: 'agenda.example.org',
    lookup: () => Promise.resolve(['127.0.0.1']),
  });
  const editor = { name: 'Anne', id: '1' };
  const follow = (name: string) =>
    followAgenda(strapi, { name, address: `${address}/${encodeURIComponent(name)}`, editor }, policy());
  const followed = async (name: string) => {
    const agendas = z.array(FollowedAgenda).parse(await (await asAdmin(cms, token, '/trame/agendas')).json());
    return agendas.find((one) => one.name === name)!;
  };
  const job = () => readFollowedAgendas(strapi, policy(), new AbortController().signal);
  beforeAll(async () => {
    server = createServer((_request, response) => {
      remote.asked += 1;
      response.writeHead(remote.body === '' ? 500 : 200).end(remote.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://agenda.example.org:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  it('proposes its events at once, and again each day only what is new; nothing is taken over unseen', async () => {
    const [name, title] = [unique('Mairie'), unique('Fête')];
    const one = event(title);
    remote.body = JSON.stringify({ events: [one] });
    await follow(name);
    const first = await followed(name);
    expect(first).toMatchObject({ outcome: 'proposed', who: 'Anne', message: null });
    expect(await draft(title)).toBeUndefined();
    const proposal = await view(first.proposal!);
    expect(proposal).toMatchObject({
      stage: 'draft',
      source: 'events',
      fileName: name,
      who: 'Agenda suivi',
      counts: { new: 1 },
    });
    await apply({ id: proposal.id });
    expect(await onSite(title)).toBeDefined();

    await job();
    expect(await followed(name)).toMatchObject({ outcome: 'same', proposal: null });
    remote.body = JSON.stringify({ events: [{ ...one, status: 6 }] });
    expect(await job()).toMatch(/agenda propose|agendas proposent/);
    const second = await followed(name);
    expect((await view(second.proposal!)).counts).toMatchObject({ changed: 1 });
    expect((await onSite(title))?.state).toBe('prévu');
    // Given up: not proposed again before it says something else, unless an editor asks.
    await ask(second.proposal!, '/give-up', {});
    await job();
    expect(await followed(name)).toMatchObject({ outcome: 'same', proposal: null });
    await readAgenda(strapi, second.id, policy(), true);
    expect((await followed(name)).proposal).not.toBeNull();
  });

  it('leaves alone what an editor is working on, and puts a newer reading in the place of an untouched one', async () => {
    const [name, title] = [unique('Mairie'), unique('Fête')];
    remote.body = JSON.stringify({ events: [event(title)] });
    await follow(name);
    const first = (await followed(name)).proposal!;
    remote.body = JSON.stringify({ events: [event(title), event(unique('Fête'))] });
    await job();
    const second = (await followed(name)).proposal!;
    expect(second).not.toBe(first);
    expect((await ask(first, '')).status).toBe(404);
    await decide(second, { lines: { '2': 'leave' } });
    remote.body = JSON.stringify({ events: [event(unique('Fête'))] });
    await job();
    expect(await followed(name)).toMatchObject({ outcome: 'waiting', proposal: second });
  });

  it('that cannot be read says why and stays followed; what is none is not followed; leaving one keeps its events', async () => {
    const name = unique('Mairie');
    remote.body = 'Nom;Commune\nJudo;Cézac\n';
    await expect(follow(name)).rejects.toThrow(/pas un agenda/);
    const title = unique('Fête');
    remote.body = JSON.stringify({ events: [event(title)] });
    await follow(name);
    await expect(follow(name)).rejects.toThrow(/déjà suivi/);
    const one = await followed(name);
    await apply({ id: one.proposal! });
    remote.body = '';
    expect(await job()).toMatch(/pas pu être lu/);
    expect(await followed(name)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/réessayez/) as string,
    });
    expect((await asAdmin(cms, token, `/trame/agendas/${one.id}/leave`, { method: 'POST', json: {} })).status).toBe(
      200,
    );
    expect(await followed(name)).toBeUndefined();
    expect(await onSite(title)).toBeDefined();
  });

  it('is of a server that is allowed, whoever asks; and only who may publish asks', async () => {
    const before = remote.asked;
    for (const wrong of [
      `${address}/a.ics`,
      'https://127.0.0.1/a.ics',
      'https://agenda.example.org/a.ics',
      'file:///etc/passwd',
    ]) {
      const response = await asAdmin(cms, token, '/trame/agendas', {
        method: 'POST',
        json: { name: 'A', address: wrong },
      });
      expect(response.status).toBe(400);
    }
    expect(remote.asked).toBe(before);
    const reader = await signInAsReader(cms);
    expect((await asAdmin(cms, reader, '/trame/agendas')).status).toBe(403);
    expect(
      (await asAdmin(cms, reader, '/trame/agendas', { method: 'POST', json: { name: 'A', address } })).status,
    ).toBe(403);
  });
});

it('what sources said is erased when nothing needs it any more', async () => {
  const title = unique('Gardé');
  const one = event(title);
  const rows = async () =>
    (await strapi.db.connection.raw('select said from trame_event_said where external_id = ?', [String(one.uid)]))
      .rows as {
      said: unknown;
    }[];
  await apply(await bring([one]));
  await apply(await bring([{ ...one, conditions: { fr: '4 €' } }]));
  expect(await rows()).toHaveLength(2);
  const later = new Date(Date.now() + 100 * 86_400_000);
  await eraseImports(strapi.db.connection, later);
  await eraseSaid(strapi.db.connection, later);
  expect(await rows()).toHaveLength(1);
  await documents(strapi, EVENT).delete({ documentId: (await draft(title))!.documentId });
  await eraseSaid(strapi.db.connection, later);
  expect(await rows()).toEqual([{ said: null }]);
  await eraseSaid(strapi.db.connection, new Date(Date.now() + (KEEP_SET_ASIDE_DAYS + 1) * 86_400_000));
  expect(await rows()).toEqual([]);
});
