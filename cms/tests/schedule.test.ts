/** What is planned for a record: who may, what is done at its moment, and what comes before it. */
import { createRequire } from 'node:module';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ScheduledRecord, ScheduleMade, ScheduleOf } from '../src/domain/contract/desk/schedule.ts';
import { OpenRecord } from '../src/domain/contract/desk/record.ts';
import { JournalLine } from '../src/domain/contract/desk/review.ts';
import { dayOf, clockOf } from '../src/domain/dates.ts';
import type * as CarryOut from '../src/entries/schedule/carry-out.ts';
import { holdSchedules, KEEP_REFUSED_DAYS } from '../src/entries/schedule/schedule-store.ts';
import { readContent } from '../src/entries/record-content.ts';
import { withdrawalLink } from '../src/platform/links/withdrawal-link.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, eventData, publishAssociation, unique } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { asAdmin, readExport, signIn, signInAsReader } from './helpers/http.ts';

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';
// The module of the running CMS, and not a second one: what is being carried out is known to it alone.
const { carryOutSchedules } = createRequire(import.meta.url)(
  '../dist/src/entries/schedule/carry-out.js',
) as typeof CarryOut;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
});

afterEach(() => strapi.db.connection.raw('delete from trame_schedules'));

const inDays = (days: number) => new Date(Date.now() + days * DAY);
/** As a form sends it. */
const at = (moment: Date | null) => (moment === null ? ['', ''] : [dayOf(moment), clockOf(moment)]);
interface Asked {
  uid?: string;
  documentId: string;
  publish?: Date | null;
  offline?: Date | null;
  seen?: string | null;
}
const ask = ({ uid = EVENT, documentId, publish = null, offline = null, seen = null }: Asked, by = token) => {
  const [[publishDay, publishHour], [offlineDay, offlineHour]] = [at(publish), at(offline)];
  return asAdmin(cms, by, '/trame/schedules', {
    method: 'POST',
    json: { uid, documentId, publishDay, publishHour, offlineDay, offlineHour, seen },
  });
};
const plan = async (asked: Asked) => {
  const response = await ask(asked);
  if (!response.ok) throw new Error(await response.text());
  return ScheduleMade.parse(await response.json());
};
const refusal = async (response: Response) => {
  const { error } = (await response.json()) as {
    error: { message: string; faults: { path: string; message: string }[] };
  };
  return { status: response.status, ...error };
};
const scheduleOf = async (documentId: string, uid = EVENT) => {
  const response = await asAdmin(cms, token, `/trame/schedules/of?uid=${uid}&documentId=${documentId}`);
  return ScheduleOf.parse(await response.json()).schedule;
};
const online = async (documentId: string, uid = EVENT) =>
  (await readContent(strapi, uid, documentId, 'published'))?.content ?? null;
const journalOf = async (documentId: string) => {
  const response = await asAdmin(cms, token, `/trame/journal?record=${documentId}`);
  return z
    .array(JournalLine)
    .parse(await response.json())
    .map(({ what, who }) => `${what}, par ${who}`);
};
const draftEvent = (data: object = {}) => documents(strapi, EVENT).create({ data: { ...eventData(), ...data } });
const record = (uid: string, id: string) => `/content-manager/collection-types/${uid}/${id}`;

describe('what is planned', () => {
  it('is published and taken off at its moments, once, under the name of who planned it', async () => {
    const { documentId } = await draftEvent();
    const { schedule, toMend } = await plan({ documentId, publish: inDays(2), offline: inDays(4) });
    expect([schedule.by, toMend]).toEqual(['l’équipe de l’annuaire', []]);
    // Planning is not publishing, and what would be refused was tried without a trace.
    expect(await online(documentId)).toBeNull();
    await documents(strapi, EVENT).update({ documentId, data: { title: 'Le dernier mot' } });

    expect(await carryOutSchedules(strapi, inDays(1))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    expect(await online(documentId)).toBeNull();
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 1, takenOff: 0, refused: 0 });
    expect(await online(documentId)).toMatchObject({ title: 'Le dernier mot' });
    expect((await readExport(cms)).events.map(({ id }) => id)).toContain(documentId);
    expect(await scheduleOf(documentId)).toMatchObject({ publishAt: null, offlineAt: schedule.offlineAt });
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 0 });

    expect(await carryOutSchedules(strapi, inDays(5))).toMatchObject({ takenOff: 1 });
    expect([await online(documentId), await scheduleOf(documentId)]).toEqual([null, null]);
    const lines = await journalOf(documentId);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^Fiche mise hors ligne\u00a0: comme prévu, programmé le .*, par l’équipe de l’annuaire$/);
    expect(lines[1]).toMatch(/^Fiche publiée\u00a0: comme prévu, programmé le .*, par l’équipe de l’annuaire$/);
    expect(lines[2]).toMatch(/^Fiche programmée\u00a0: à publier le .* et à retirer du site le /);
  });

  it('publishes the changes of what is online, and shows them in the journal', async () => {
    const { documentId } = await publishAssociation(strapi);
    await documents(strapi, ASSOCIATION).update({ documentId, data: { summary: 'Annoncé lundi.' } });
    await plan({ uid: ASSOCIATION, documentId, publish: inDays(2) });
    await carryOutSchedules(strapi, inDays(3));
    expect(await online(documentId, ASSOCIATION)).toMatchObject({ summary: 'Annoncé lundi.' });
    const response = await asAdmin(cms, token, `/trame/journal?association=${documentId}`);
    const [line] = z.array(JournalLine).parse(await response.json());
    expect(line).toMatchObject({ what: expect.stringMatching(/^Fiche modifiée.*comme prévu/), revertible: true });
    expect(line?.differences).toHaveLength(1);
  });

  it('is done by the job, the first time that it runs after a stop', async () => {
    const { documentId } = await draftEvent();
    await plan({ documentId, publish: inDays(1) });
    await strapi.db.connection.raw(
      `update trame_schedules set publish_at = now() - interval '9 hours' where document_id = ?`,
      [documentId],
    );
    await vi.waitUntil(
      async () => {
        await asAdmin(cms, token, '/trame/jobs/schedules/run', { method: 'POST', json: {} });
        return (await online(documentId)) !== null;
      },
      { timeout: 20_000, interval: 200 },
    );
  });

  it('shows nothing for a moment when both of its moments passed while nothing ran', async () => {
    const { documentId } = await draftEvent();
    await plan({ documentId, publish: inDays(1), offline: inDays(2) });
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    expect([await online(documentId), await scheduleOf(documentId)]).toEqual([null, null]);
    expect((await journalOf(documentId))[0]).toMatch(/^Programmation abandonnée\u00a0: .*n’a pas paru/);
  });

  it('stands at the record, and in the list of all', async () => {
    const { documentId, title } = await draftEvent();
    const { schedule } = await plan({ documentId, publish: inDays(2) });
    const opened = await asAdmin(cms, token, `/trame/records/events/${documentId}`);
    expect(OpenRecord.parse(await opened.json()).schedule).toEqual(schedule);
    const all = z.array(ScheduledRecord).parse(await (await asAdmin(cms, token, '/trame/schedules')).json());
    expect(all).toContainEqual({ uid: EVENT, documentId, title, schedule });
  });
});

describe('a rule that refuses it then', () => {
  it('is told at planning, then at the record and in the journal, once; the draft is as it was', async () => {
    const { documentId } = await draftEvent({ summary: '' });
    const { toMend } = await plan({ documentId, publish: inDays(2), offline: inDays(4) });
    expect(toMend.join()).toMatch(/^\S.*\u00a0: .*obligatoire/);
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 1 });
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    const schedule = await scheduleOf(documentId);
    expect(schedule?.publishRefusal).toMatch(/^«/);
    expect(await online(documentId)).toBeNull();
    expect((await journalOf(documentId))[0]).toMatch(/^Publication prévue refusée\u00a0: «/);

    // Mended and planned anew, it goes online.
    await documents(strapi, EVENT).update({ documentId, data: { summary: 'Le voici.' } });
    await plan({ documentId, publish: inDays(5), seen: schedule?.plannedAt ?? null });
    expect(await carryOutSchedules(strapi, inDays(6))).toMatchObject({ published: 1 });
  });

  it('keeps nothing else from being done, and neither does what breaks, which is given up after some tries', async () => {
    const [broken, fine] = [await draftEvent(), await draftEvent()];
    await plan({ documentId: broken.documentId, publish: inDays(2) });
    await plan({ documentId: fine.documentId, publish: inDays(2) });
    const log = vi.spyOn(strapi.log, 'error').mockImplementation(() => strapi.log);
    await strapi.db.connection.raw(
      `create function trame_test_break() returns trigger language plpgsql as $$ begin
         if new.document_id = '${broken.documentId}' and new.published_at is not null then raise exception 'broken'; end if; return new; end $$`,
    );
    await strapi.db.connection.raw(
      'create trigger trame_test_break before insert on events for each row execute function trame_test_break()',
    );
    try {
      await expect(carryOutSchedules(strapi, inDays(3))).rejects.toThrow('broken');
      expect([await online(broken.documentId), (await online(fine.documentId)) !== null]).toEqual([null, true]);
      // Nothing of it was half done: it is tried again, and not for ever.
      expect((await scheduleOf(broken.documentId))?.publishRefusal).toBeNull();
      for (const _ of [2, 3]) await expect(carryOutSchedules(strapi, inDays(3))).rejects.toThrow('broken');
      expect((await scheduleOf(broken.documentId))?.publishRefusal).toMatch(/^Le programme n’y est pas arrivé/);
      expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    } finally {
      log.mockRestore();
      await strapi.db.connection.raw('drop function trame_test_break cascade');
    }
  });

  it('is forgotten after a while when nobody takes it up', async () => {
    const { documentId } = await draftEvent({ summary: '' });
    await plan({ documentId, publish: inDays(2) });
    await carryOutSchedules(strapi, inDays(3));
    await carryOutSchedules(strapi, inDays(KEEP_REFUSED_DAYS + 1));
    expect(await scheduleOf(documentId)).not.toBeNull();
    await carryOutSchedules(strapi, inDays(KEEP_REFUSED_DAYS + 3));
    expect(await scheduleOf(documentId)).toBeNull();
  });
});

describe('what happens before its moment', () => {
  const act = async (id: string, what: string) => {
    const response = await asAdmin(cms, token, `${record(EVENT, id)}/actions/${what}`, { method: 'POST', json: {} });
    expect(response.status).toBe(200);
  };

  it('published by hand: it is done, and what is written later stays a draft', async () => {
    const { documentId } = await draftEvent();
    await plan({ documentId, publish: inDays(2), offline: inDays(4) });
    await act(documentId, 'publish');
    expect(await scheduleOf(documentId)).toMatchObject({ publishAt: null, offlineAt: expect.any(String) });
    await documents(strapi, EVENT).update({ documentId, data: { title: 'Pas encore fini' } });
    await carryOutSchedules(strapi, inDays(3));
    expect(await online(documentId)).not.toMatchObject({ title: 'Pas encore fini' });
  });

  it('published by hand from the page of the record: it is done as well', async () => {
    const { documentId } = await draftEvent();
    await plan({ documentId, publish: inDays(2) });
    const opened = OpenRecord.parse(await (await asAdmin(cms, token, `/trame/records/events/${documentId}`)).json());
    const { version: base, openedAt } = opened;
    const saved = await asAdmin(cms, token, '/trame/records/events/save', {
      method: 'POST',
      json: { documentId, base, openedAt, content: { title: 'Dès maintenant' }, publish: true },
    });
    const { record: after } = (await saved.json()) as { record: { schedule: unknown; standing: string } };
    expect([after.schedule, after.standing]).toEqual([null, 'published']);
  });

  it('published by a program as it stands: it ends without a second publication', async () => {
    const { documentId } = await draftEvent();
    await plan({ documentId, publish: inDays(2) });
    await documents(strapi, EVENT).publish({ documentId });
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    expect(await scheduleOf(documentId)).toBeNull();
  });

  it('taken off the site: no plan of before brings it back', async () => {
    const { documentId } = await documents(strapi, EVENT).create({ data: eventData(), status: 'published' });
    await documents(strapi, EVENT).update({ documentId, data: { title: unique('Nouveau titre') } });
    await plan({ documentId, publish: inDays(2) });
    await act(documentId, 'unpublish');
    expect(await scheduleOf(documentId)).toBeNull();
    await carryOutSchedules(strapi, inDays(3));
    expect(await online(documentId)).toBeNull();
    expect((await journalOf(documentId)).find((line) => line.startsWith('Programmation abandonnée'))).toMatch(
      /retirée du site avant/,
    );
  });

  it('taken off with others, as a draft that is not online: its plan stays', async () => {
    const { documentId } = await draftEvent();
    await plan({ documentId, publish: inDays(2) });
    const response = await asAdmin(cms, token, `/content-manager/collection-types/${EVENT}/actions/bulkUnpublish`, {
      method: 'POST',
      json: { documentIds: [documentId] },
    });
    expect(response.status).toBe(200);
    expect(await scheduleOf(documentId)).not.toBeNull();
  });

  it('deleted, and put back from the bin: it is a draft, and nothing is planned', async () => {
    const { documentId, title } = await draftEvent();
    await plan({ documentId, publish: inDays(2) });
    await asAdmin(cms, token, record(EVENT, documentId), { method: 'DELETE' });
    const bin = (await (await asAdmin(cms, token, '/trame/bin')).json()) as { id: string; title: string }[];
    const line = bin.find((one) => one.title === title);
    const back = await asAdmin(cms, token, `/trame/bin/${line?.id}/put-back`, {
      method: 'POST',
      json: { publish: false },
    });
    expect(back.status).toBe(200);
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    expect(await online(documentId)).toBeNull();
  });

  it('gone from the database: it ends, and no line is written', async () => {
    const { documentId } = await draftEvent();
    await plan({ documentId, publish: inDays(2) });
    await strapi.db.connection.raw('delete from events where document_id = ?', [documentId]);
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    const { rows } = await strapi.db.connection.raw('select from trame_schedules where document_id = ?', [documentId]);
    expect(rows).toEqual([]);
  });

  it('somebody withdrew: they are in nothing that is published', async () => {
    const contact = {
      role: 'Présidence',
      name: 'Odile Essai',
      email: 'odile@example.org',
      phone: '+33639980078',
      web: true,
      consentDate: '2026-01-02',
      consentSource: 'courriel',
    };
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    await documents(strapi, ASSOCIATION).update({ documentId, data: { summary: 'Écrire à odile@example.org.' } });
    await plan({ uid: ASSOCIATION, documentId, publish: inDays(2) });
    const link = withdrawalLink(documentId, contact)?.url.split('#')[1] ?? '';
    expect((await knock(cms, '/api/retrait/confirmer', { json: { token: link } })).status).toBe(200);
    await carryOutSchedules(strapi, inDays(3));
    expect(JSON.stringify(await readExport(cms))).not.toMatch(/odile@example|639980078/);
  });

  it('a backup was put back: nothing happens unasked, and planning it again is the word', async () => {
    const { documentId } = await draftEvent();
    const { schedule } = await plan({ documentId, publish: inDays(2), offline: inDays(4) });
    await holdSchedules(strapi.db.connection, 'une sauvegarde a été remise en place depuis.');
    expect(await carryOutSchedules(strapi, inDays(9))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    expect(await online(documentId)).toBeNull();
    await plan({ documentId, publish: inDays(2), seen: schedule.plannedAt });
    expect(await carryOutSchedules(strapi, inDays(3))).toMatchObject({ published: 1 });
  });
});

describe('planning', () => {
  it('is refused, by field, for what is past, ends before it begins, or has nothing to take off', async () => {
    const { documentId } = await draftEvent();
    const faultsOf = async (asked: Omit<Asked, 'documentId'>) =>
      (await refusal(await ask({ documentId, ...asked }))).faults.map(({ path }) => path);
    expect(await faultsOf({ publish: inDays(-1) })).toEqual(['publishDay']);
    expect(await faultsOf({ publish: inDays(3), offline: inDays(2) })).toEqual(['offlineDay']);
    expect(await faultsOf({ offline: inDays(2) })).toEqual(['publishDay']);
    expect(await scheduleOf(documentId)).toBeNull();
  });

  it('is for who may publish that type, and of records that are there', async () => {
    const { documentId } = await draftEvent();
    const asked = { documentId, publish: inDays(2) };
    expect((await ask(asked, await signInAsReader(cms))).status).toBe(403);
    expect((await ask(asked, 'nobody')).status).toBe(401);
    for (const uid of ['api::theme.theme', 'api::submission.submission', 'admin::user', 'constructor'])
      expect((await ask({ ...asked, uid })).status).toBe(403);
    expect((await ask({ ...asked, documentId: 'nothing' })).status).toBe(404);
    const reader = await signInAsReader(cms);
    expect(await (await asAdmin(cms, reader, '/trame/schedules')).json()).toEqual([]);
    const question = `/trame/schedules/of?uid=${EVENT}&documentId=${documentId}`;
    expect((await asAdmin(cms, reader, question)).status).toBe(403);
    expect(await scheduleOf(documentId)).toBeNull();
  });

  it('changes and gives up only the plan that was seen', async () => {
    const { documentId } = await draftEvent();
    const { schedule } = await plan({ documentId, publish: inDays(2) });
    const stale = await refusal(await ask({ documentId, publish: inDays(5) }));
    expect([stale.status, stale.message]).toEqual([409, expect.stringContaining('entre-temps')]);
    const giveUp = (seen: string | null) =>
      asAdmin(cms, token, '/trame/schedules/give-up', { method: 'POST', json: { uid: EVENT, documentId, seen } });
    expect((await giveUp(null)).status).toBe(409);
    expect((await giveUp(schedule.plannedAt)).status).toBe(200);
    expect((await giveUp(schedule.plannedAt)).status).toBe(409);
    expect(await carryOutSchedules(strapi, inDays(3))).toEqual({ published: 0, takenOff: 0, refused: 0 });
    expect((await journalOf(documentId))[0]).toMatch(/^Programmation abandonnée\u00a0: à publier le /);
  });

  it('is of pages of which there is one, too', async () => {
    const uid = 'api::home.home';
    const { documentId } = await documents(strapi, uid).findFirst({});
    expect((await ask({ uid, documentId, publish: inDays(2) })).status).toBe(200);
    const all = z.array(ScheduledRecord).parse(await (await asAdmin(cms, token, '/trame/schedules')).json());
    const found = all.find((one) => one.uid === uid);
    expect(found?.title).toBeTruthy();
    await asAdmin(cms, token, '/trame/schedules/give-up', {
      method: 'POST',
      json: { uid, documentId, seen: found?.schedule.plannedAt },
    });
  });
});
