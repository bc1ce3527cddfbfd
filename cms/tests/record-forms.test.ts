/** What the pages of events, guides and resources send and ask: dates as typed, relations chosen by some letters. */
import { beforeAll, describe, expect, it } from 'vitest';
import { OpenRecord, SavedRecord } from '../src/domain/contract/desk/record.ts';
import { RelationChoices } from '../src/domain/contract/desk/relation-choices.ts';
import { contentOfEvent, eventFormOf, tidyEvent, type EventForm } from '../src/domain/records/event-form.ts';
import { EMPTY_TIMING } from '../src/domain/event-timings.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, publishAssociation, unique } from './helpers/content.ts';
import { asAdmin, readExport, signIn, signInAsReader } from './helpers/http.ts';

const TODAY = '2026-11-29';

let cms: Cms;
let token: string;
beforeAll(async () => {
  cms = await startCms();
  token = await signIn(cms);
});

const send = (record: OpenRecord, form: EventForm, publish: boolean) =>
  asAdmin(cms, token, '/trame/records/events/save', {
    method: 'POST',
    json: {
      documentId: record.documentId,
      base: record.version,
      openedAt: record.openedAt,
      content: contentOfEvent(tidyEvent(form), TODAY),
      publish,
    },
  });
const empty = async () => OpenRecord.parse(await (await asAdmin(cms, token, '/trame/records/events/new')).json());
const written = (record: OpenRecord, part: Partial<EventForm>): EventForm => ({
  ...eventFormOf(record.content),
  title: unique('Fête'),
  kind: 'fête',
  summary: 'On danse.',
  ...part,
});

describe('an event from its page', () => {
  it('is published with its three dates, and opened again as it was written', async () => {
    const { documentId } = await publishAssociation(cms.strapi);
    const record = await empty();
    const form = written(record, {
      timings: [
        { ...EMPTY_TIMING, day: '12/12/2027', begin: '18h-20h30' },
        { ...EMPTY_TIMING, day: '2027-12-19', begin: '18:00', end: '20:30' },
        { ...EMPTY_TIMING, day: '2028-01-08', lastDay: '2028-01-09' },
      ],
      organisers: [documentId],
      registration: ['05 36 49 77 31'],
    });
    const body = SavedRecord.parse(await (await send(record, form, true)).json());
    if (body.kind !== 'saved') throw new Error(JSON.stringify(body));
    expect(body.record.standing).toBe('published');
    const online = (await readExport(cms)).events.find(({ id }) => id === body.record.documentId);
    expect(online?.timings.map(({ begin, end, allDay }) => [begin, end, allDay])).toEqual([
      ['2027-12-12T17:00:00.000Z', '2027-12-12T19:30:00.000Z', false],
      ['2027-12-19T17:00:00.000Z', '2027-12-19T19:30:00.000Z', false],
      ['2028-01-07T23:00:00.000Z', '2028-01-09T22:59:00.000Z', true],
    ]);
    expect(online?.registration).toEqual([{ kind: 'téléphone', value: '+33536497731' }]);
    const opened = eventFormOf(body.record.content);
    expect(contentOfEvent(tidyEvent(opened), TODAY)).toMatchObject({ timings: body.record.content['timings'] });
  });

  it('keeps a date that cannot be read out of the record, and says so at its field', async () => {
    const record = await empty();
    const timings = [
      { ...EMPTY_TIMING, day: '2027-12-12' },
      { ...EMPTY_TIMING, day: '32/12', begin: 'le soir' },
    ];
    const response = await send(record, written(record, { timings }), false);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { faults: { path: string; message: string }[] } };
    expect(error.faults.map(({ path }) => path)).toEqual(['timings.1.day', 'timings.1.begin']);
    expect(error.faults[0]?.message).toMatch(/aucun calendrier/);
  });
});

describe('the choices of a relation', () => {
  const ask = (query: string, as = token) => asAdmin(cms, as, `/trame/relation-choices?${query}`);
  const choices = async (query: string) => RelationChoices.parse(await (await ask(query)).json());

  it('are found without accents, told apart, and said to be off the site', async () => {
    const name = unique('Comité des Fêtes');
    const [north, south] = [await makeCommune(cms.strapi), await makeCommune(cms.strapi)];
    const first = await publishAssociation(cms.strapi, { name, commune: north.documentId });
    const second = await documents(cms.strapi, 'api::association.association').create({
      data: { name, summary: 'x', commune: south.documentId },
    });
    const typed = encodeURIComponent(name.replace('é', 'e').replace('ê', 'e').toLowerCase());
    const found = await choices(`uid=api::event.event&field=organisers&q=${typed}`);
    expect(found.choices.map(({ id, online }) => [id, online]).sort()).toEqual(
      [
        [first.documentId, true],
        [second.documentId, false],
      ].sort(),
    );
    expect(new Set(found.choices.map(({ detail }) => detail)).size).toBe(2);
    expect(found.choices.every(({ detail }) => /^Commune \d+$/.test(detail))).toBe(true);

    const named = await choices(
      `uid=api::event.event&field=organisers&ids=${second.documentId},gone,${first.documentId}`,
    );
    expect(named.choices.map(({ id }) => id)).toEqual([second.documentId, first.documentId]);
  });

  it('are of relations alone, and for who may read the type', async () => {
    expect((await ask('uid=api::event.event&field=title&q=a')).status).toBe(400);
    expect((await ask('uid=plugin::users-permissions.user&field=role&q=a')).status).toBe(400);
    expect((await ask('uid=constructor&field=organisers&q=a')).status).toBe(400);
    const reader = await signInAsReader(cms);
    expect((await ask('uid=api::event.event&field=organisers&q=a', reader)).status).toBe(403);
  });
});
