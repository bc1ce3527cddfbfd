/** Events that associations propose: several dates, a poster, and what who sent one may do with it afterwards. */
import { beforeAll, describe, expect, it } from 'vitest';
import { OpenedEvent, Received, ReceivedLogo, Space } from '../src/domain/contract/associations/my-entry.ts';
import { OpenAnswer } from '../src/domain/contract/desk/review.ts';
import { acceptAnswer, NO_VERSION, refuseAnswer } from '../src/update/answers/decide-answer.ts';
import { openAnswer } from '../src/update/answers/desk.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, publishAssociation, unique } from './helpers/content.ts';
import { signedIn, SITE, type Answered, type Visitor } from './helpers/visitor.ts';

const EVENT = 'api::event.event';
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
async function manager() {
  const email = `agenda-${(people += 1)}@example.org`;
  const commune = (await makeCommune(cms.strapi)) as { documentId: string; name: string };
  const { documentId } = await publishAssociation(cms.strapi, {
    contacts: [{ role: 'Bureau', email }],
    commune: commune.documentId,
  });
  return { association: documentId as string, commune, email, visitor: await signedIn(cms, email) };
}
type Manager = Awaited<ReturnType<typeof manager>>;

const day = (first: string, more: object = {}) => ({ day: first, lastDay: '', begin: '', end: '', ...more });
const proposal = (more: object = {}) => ({
  title: unique('Bal'),
  kind: 'fête',
  summary: 'Un bal pour tous, avec buvette et orchestre.',
  dates: [
    day('2099-07-13', { begin: '20:00', end: '02:00' }),
    day('2099-07-18', { lastDay: '2099-07-19', begin: '10:00', end: '18:00' }),
    day('2099-08-01', { lastDay: '2099-08-15' }),
  ],
  place: 'Place du Lavoir',
  commune: null,
  price: '',
  free: true,
  contact: '05 36 49 00 04',
  picture: { choice: 'none' },
  cancelled: false,
  corrects: null,
  ...more,
});
const codeOf = ({ json }: Answered): string | undefined => (json as { error?: { code?: string } } | null)?.error?.code;
const sent = async ({ visitor, association }: Manager, body: object): Promise<string> => {
  const answer = await visitor.ofAssociation(association, 'evenement', body);
  expect(answer.status, answer.text).toBe(201);
  return Received.parse(answer.json).received.id;
};
const spaceOf = async (visitor: Visitor): Promise<Space> => Space.parse((await visitor.readSpace()).json);
const answersOf = async ({ visitor }: Manager) =>
  (await spaceOf(visitor)).answers.map(({ state, acts, cancels }) => ({ state, acts, cancels }));
const opened = async ({ visitor, association }: Manager, answer: string) => {
  const read = await visitor.ofAssociation(association, 'evenement/ouvrir', { answer });
  expect(read.status, read.text).toBe(200);
  return OpenedEvent.parse(read.json);
};
const desk = async (id: string): Promise<OpenAnswer> => OpenAnswer.parse(await openAnswer(cms.strapi, id, CLAIRE));
const accept = async (id: string) => {
  const { version } = await desk(id);
  return (await acceptAnswer(cms.strapi, id, { version, entry: null }, CLAIRE)).draft!;
};
const eventOf = (documentId: string, status: 'draft' | 'published' = 'published') =>
  documents(cms.strapi, EVENT).findOne({
    documentId,
    status,
    populate: ['timings', 'image', 'organisers', 'registration'],
  });
async function sendPicture({ visitor, association }: Manager): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([PICTURE], { type: 'image/png' }), 'affiche.png');
  const { headers, body } = new Request('http://x', { method: 'POST', body: form }) as Request & { body: never };
  const answer = await visitor.ask(`/api/espace/associations/${association}/logo`, {
    body: Buffer.from(await new Response(body).arrayBuffer()),
    headers: { 'Content-Type': headers.get('content-type') },
  });
  return ReceivedLogo.parse(answer.json).upload;
}

describe('a proposed event', () => {
  it('has several dates, a span and a poster, and the commune of its association to begin with', async () => {
    const one = await manager();
    expect((await spaceOf(one.visitor)).associations[0]?.commune).toBe(one.commune.documentId);
    const upload = await sendPicture(one);
    const id = await sent(
      one,
      proposal({ commune: one.commune.documentId, picture: { choice: 'new', upload, alt: 'L’affiche du bal' } }),
    );
    const open = await desk(id);
    expect(open.logo).toMatch(/^data:image\/webp/);
    expect(open.differences.find(({ field }) => field === 'dates')?.after).toHaveLength(3);
    expect(open.event?.picture).toMatchObject({ choice: 'new', alt: 'L’affiche du bal' });
    const draft = await accept(id);
    expect(draft.published).toBe(true);
    const event = await eventOf(draft.documentId);
    expect(event).toMatchObject({
      place: `Place du Lavoir, ${one.commune.name}`,
      image: { alternativeText: 'L’affiche du bal', name: expect.stringMatching(/^Affiche /) },
      timings: [
        { begin: '2099-07-13T18:00:00.000Z', end: '2099-07-14T00:00:00.000Z' },
        { begin: '2099-07-18T08:00:00.000Z', end: '2099-07-19T16:00:00.000Z' },
        { begin: '2099-07-31T22:00:00.000Z', end: '2099-08-14T22:00:00.000Z' },
      ],
    });
  });

  it('is refused with a fault at each date, and brings nobody else’s poster', async () => {
    const [one, other] = [await manager(), await manager()];
    const wrong = await one.visitor.ofAssociation(one.association, 'evenement', {
      ...proposal(),
      dates: [day('2099-07-13'), day('2020-01-01'), day('2099-07-13', { begin: '20:00', end: '19:00' })],
    });
    expect([wrong.status, wrong.json.error.faults.map(({ path }: { path: string }) => path)]).toEqual([
      400,
      ['dates.1.day', 'dates.2.end'],
    ]);
    const picture = { choice: 'new', upload: await sendPicture(other), alt: 'x' };
    const stolen = await one.visitor.ofAssociation(one.association, 'evenement', proposal({ picture }));
    expect([stolen.status, codeOf(stolen)]).toEqual([400, 'invalid']);
  });

  it('can be retouched by the editor before it is accepted', async () => {
    const one = await manager();
    const id = await sent(one, proposal());
    const { event } = await desk(id);
    const retouched = { ...event!, title: unique('Grand bal'), dates: [day('2099-07-13', { begin: '21:00' })] };
    const give = (more: object) =>
      acceptAnswer(cms.strapi, id, { version: NO_VERSION, entry: null, event: { ...retouched, ...more } }, CLAIRE);
    await expect(give({ title: 'x' })).rejects.toMatchObject({ code: 'invalid' });
    const { draft } = await give({});
    expect(await eventOf(draft!.documentId)).toMatchObject({
      title: retouched.title,
      timings: [{ begin: '2099-07-13T19:00:00.000Z', end: null }],
    });
  });
});

describe('who proposed an event', () => {
  it('corrects it while it waits: the first version is replaced, its poster comes along', async () => {
    const one = await manager();
    const picture = { choice: 'new', upload: await sendPicture(one), alt: 'L’affiche' };
    const first = await sent(one, proposal({ picture }));
    expect(await answersOf(one)).toEqual([{ state: 'à relire', acts: ['correct', 'withdraw'], cancels: false }]);
    const { event, pictureUrl, accepted } = await opened(one, first);
    expect([accepted, pictureUrl?.slice(0, 16)]).toEqual([false, 'data:image/webp;']);
    expect(event.picture).toEqual(picture);
    const second = await sent(one, { ...event, place: 'Salle des fêtes', corrects: first });
    expect((await answersOf(one)).map(({ state, acts }) => [state, acts.length])).toEqual([
      ['à relire', 2],
      ['remplacée', 0],
    ]);
    const draft = await accept(second);
    expect(await eventOf(draft.documentId)).toMatchObject({ place: 'Salle des fêtes', image: expect.anything() });
    const late = await one.visitor.ofAssociation(one.association, 'evenement', {
      ...event,
      picture: { choice: 'none' },
      corrects: first,
    });
    expect([late.status, codeOf(late)]).toEqual([409, 'conflict']);
  });

  it('takes it back while it waits', async () => {
    const one = await manager();
    const id = await sent(one, proposal());
    const back = await one.visitor.ofAssociation(one.association, 'reprendre', { answer: id });
    expect(Space.parse(back.json).answers).toMatchObject([{ state: 'retirée', acts: [] }]);
    expect((await desk(id)).answer.state).toBe('retirée');
    await expect(acceptAnswer(cms.strapi, id, { version: NO_VERSION, entry: null }, CLAIRE)).rejects.toMatchObject({
      code: 'conflict',
    });
    const twice = await one.visitor.ofAssociation(one.association, 'reprendre', { answer: id });
    expect([twice.status, codeOf(twice)]).toEqual([409, 'conflict']);
  });

  it('corrects it after it was accepted: the correction waits, changes its own fields and no other', async () => {
    const one = await manager();
    const first = await sent(one, proposal({ commune: one.commune.documentId }));
    const { documentId } = await accept(first);
    // The office went on with it meanwhile: one date is full, the price is known.
    const { timings } = await eventOf(documentId);
    await documents(cms.strapi, EVENT).update({
      documentId,
      status: 'published',
      data: {
        price: '5 €',
        free: false,
        timings: timings.map(({ begin, end }: { begin: string; end: string }, rank: number) => ({
          begin,
          end,
          state: rank === 0 ? 'complet' : 'prévu',
        })),
      },
    });
    expect(await answersOf(one)).toEqual([{ state: 'acceptée', acts: ['correct', 'cancel'], cancels: false }]);
    const { event, accepted } = await opened(one, first);
    expect([accepted, event.price, event.place, event.commune]).toEqual([
      true,
      '5 €',
      'Place du Lavoir',
      one.commune.documentId,
    ]);
    const unchanged = await one.visitor.ofAssociation(one.association, 'evenement', {
      ...event,
      picture: { choice: 'none' },
      corrects: first,
    });
    expect([unchanged.status, codeOf(unchanged)]).toEqual([400, 'invalid']);
    const id = await sent(one, { ...event, dates: event.dates.slice(0, 2), contact: '', corrects: first });
    expect(await eventOf(documentId)).toMatchObject({ timings: { length: 3 } });
    const open = await desk(id);
    expect(open).toMatchObject({ corrects: true, answer: { changes: ['Dates', 'Renseignements'] }, faults: [] });
    expect(open.differences.map(({ field, before, after }) => [field, before.length, after.length])).toEqual([
      ['dates', 3, 2],
      ['contact', 1, 0],
    ]);
    // While it waits, it is what is corrected.
    expect((await answersOf(one)).map(({ acts }) => acts)).toEqual([['correct', 'withdraw'], []]);
    expect(await accept(id)).toMatchObject({ documentId, published: true });
    expect(await eventOf(documentId)).toMatchObject({
      price: '5 €',
      place: `Place du Lavoir, ${one.commune.name}`,
      registration: [],
      timings: [{ state: 'complet' }, { state: 'prévu' }],
    });
    expect(
      await cms.strapi.db.query(EVENT).count({ where: { title: event.title, publishedAt: { $notNull: true } } }),
    ).toBe(1);
  });

  it('asks that it be cancelled, which waits like any other answer', async () => {
    const one = await manager();
    const first = await sent(one, proposal());
    const { documentId } = await accept(first);
    const asked = await one.visitor.ofAssociation(one.association, 'evenement/annuler', { answer: first });
    const { id } = Received.parse(asked.json).received;
    expect((await eventOf(documentId)).state).toBe('prévu');
    expect((await answersOf(one))[0]).toEqual({ state: 'à relire', acts: ['withdraw'], cancels: true });
    expect((await desk(id)).answer.changes).toEqual(['Annulation']);
    await accept(id);
    expect(await eventOf(documentId)).toMatchObject({ state: 'annulé', timings: { length: 3 } });
    expect((await answersOf(one)).map(({ acts }) => acts)).toEqual([[], []]);
  });

  it('corrects and sends again what was refused', async () => {
    const one = await manager();
    const picture = { choice: 'new', upload: await sendPicture(one), alt: 'L’affiche' };
    const first = await sent(one, proposal({ picture }));
    await refuseAnswer(cms.strapi, first, 'Dites à quelle heure.', CLAIRE);
    expect((await answersOf(one))[0]?.acts).toEqual(['correct']);
    // Its file was erased with the decision.
    const { event } = await opened(one, first);
    expect(event.picture).toEqual({ choice: 'none' });
    await sent(one, { ...event, title: unique('Bal'), corrects: first });
  });

  it('is nobody but who sent it, for the association that it was sent for', async () => {
    const [one, other] = [await manager(), await manager()];
    const id = await sent(one, proposal());
    for (const path of ['evenement/ouvrir', 'evenement/annuler', 'reprendre']) {
      const foreign = await other.visitor.ofAssociation(other.association, path, { answer: id });
      expect([foreign.status, codeOf(foreign)], path).toEqual([404, 'unknown']);
    }
    const foreign = await other.visitor.ofAssociation(other.association, 'evenement', proposal({ corrects: id }));
    expect([foreign.status, codeOf(foreign)]).toEqual([404, 'unknown']);
    expect((await desk(id)).answer.state).toBe('à relire');
  });

  it('publishes nothing over an editor’s unfinished draft, nor over an event that moved on since it was opened', async () => {
    const one = await manager();
    const first = await sent(one, proposal());
    const { documentId } = await accept(first);
    const { event } = await opened(one, first);
    const id = await sent(one, { ...event, price: '3 €', free: false, corrects: first });
    const { version } = await desk(id);
    await documents(cms.strapi, EVENT).update({ documentId, data: { internalNote: 'À revoir.' } });
    const give = (of: string) => acceptAnswer(cms.strapi, id, { version: of, entry: null }, CLAIRE);
    await expect(give(version)).rejects.toMatchObject({ code: 'conflict' });
    expect((await desk(id)).faults).toMatchObject([{ message: expect.stringContaining('brouillon') }]);
    await expect(give((await desk(id)).version)).rejects.toMatchObject({ code: 'conflict' });
    expect((await eventOf(documentId)).price).toBeNull();
    await documents(cms.strapi, EVENT).delete({ documentId });
    await expect(give(version)).rejects.toMatchObject({ code: 'conflict' });
    expect((await answersOf(one))[0]?.state).toBe('à relire');
  });
});
