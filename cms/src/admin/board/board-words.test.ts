import { describe, expect, it } from 'vitest';
import { requestStates } from '../../domain/vocabulary/request-states.ts';
import {
  alertWords,
  boardPollingDelay,
  figures,
  findRequests,
  openingMeaning,
  openedWords,
  previewSteps,
  requestWords,
  sendingWords,
  share,
  stageWords,
  notYetRemindable,
} from './board-words.ts';
import type { CampaignBoard, CampaignRequest } from '../../domain/contract/desk/campaign.ts';

const now = new Date('2026-07-20T10:00:00.000Z');
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const campaign = {
  id: 'c1',
  title: 'Été 2026',
  stage: 'ouverte',
  opensOn: '2026-07-01',
  closesOn: '2026-08-31',
} as const satisfies CampaignBoard['campaign'];
const mail = {
  configured: true,
  mailboxUrl: null,
  trouble: null,
  waiting: 0,
  doubtful: [],
  troubled: [],
  alerts: { standing: 0, waiting: 0 },
};
const idle = { queued: 0, sent: 1200, failed: 0, doubtful: 0 };

const request = (part: Partial<CampaignRequest> = {}): CampaignRequest => ({
  request: 'r1',
  association: 'x1',
  name: 'L’Écho de la vallée',
  commune: 'Bagnères-de-Bigorre',
  state: 'envoyée',
  email: 'echo@exemple.org',
  sentAt: '2026-07-02T08:00:00.000Z',
  remindersSent: 0,
  answeredAt: null,
  channel: null,
  bounceReason: null,
  ...part,
});

describe('the stage of a campaign', () => {
  it('says how long there is left, and what to do when the day has passed', () => {
    expect(spaces(stageWords(campaign, now).details[0] ?? '')).toContain('Il reste 42 jours');
    expect(stageWords({ ...campaign, closesOn: '2026-07-20' }, now).details[0]).toContain('dernier jour');
    const late = stageWords({ ...campaign, closesOn: '2026-07-19' }, now);
    expect(late.tone).toBe('warning');
    expect(late.details[0]).toContain('Fermez la campagne');
  });

  it('asks for a closing date before the opening', () => {
    const words = stageWords({ ...campaign, stage: 'en préparation', opensOn: null, closesOn: null }, now);
    expect(words.headline).toBe('En préparation');
    expect(words.details[0]).toContain('date de clôture');
    expect(words.details.join(' ')).toContain('rien n’est parti');
  });
});

describe('opening', () => {
  it('says how many letters leave and who gets none, before it is done', () => {
    expect(spaces(openingMeaning({ asked: 85, letters: 80, withoutAddress: 5 }))).toContain(
      '85 associations interrogées : 80 lettres partent par courriel. 5 associations n’ont pas d’adresse électronique',
    );
    expect(openingMeaning({ asked: 1, letters: 1, withoutAddress: 0 })).not.toContain('adresse électronique');
    expect(openingMeaning({ asked: 0, letters: 0, withoutAddress: 0 })).toContain('Aucune association');
  });

  it('says what it did', () => {
    expect(spaces(openedWords({ asked: 85, added: 85, letters: 80, withoutAddress: 5 }))).toBe(
      'La campagne est ouverte : 80 lettres partent, 5 associations sont à appeler.',
    );
  });
});

describe('figures', () => {
  it('leave out whoever is not waited for, and add up', () => {
    const totals = Object.fromEntries(requestStates.values.map((state) => [state, 0])) as CampaignBoard['totals'];
    const found = figures({ ...totals, envoyée: 60, 'à envoyer': 5, répondue: 30, 'sans adresse': 5, annulée: 2 });
    expect(found.map(({ label, value }) => [label, value])).toEqual([
      ['Interrogées', 100],
      ['Ont répondu', 30],
      ['Attendues', 65],
      ['Lettre revenue', 0],
      ['Sans adresse', 5],
    ]);
    expect(spaces(found[1]?.note ?? '')).toBe('30 %');
    expect(share({ answered: 0, asked: 0 })).toBe('—');
  });
});

describe('sending', () => {
  it('says what is going on, and what the editor has to decide', () => {
    expect(sendingWords(idle, mail, now)).toMatchObject({ tone: 'success', details: [] });
    expect(spaces(sendingWords({ ...idle, queued: 388 }, mail, now).headline)).toContain('388 en attente');
    expect(sendingWords({ ...idle, doubtful: 2 }, mail, now).details[0]).toContain('peut-être arrivée');
    expect(sendingWords(idle, { ...mail, configured: false }, now).tone).toBe('warning');
    const trouble = { message: 'Le serveur ne répond pas.', since: '2026-07-20T09:00:00.000Z' };
    const words = sendingWords({ ...idle, queued: 3 }, { ...mail, trouble }, now);
    expect(words.details[0]).toBe(trouble.message);
    expect(spaces(words.details[1] ?? '')).toContain('aujourd’hui à 11 h');
    expect(sendingWords(idle, null, now).tone).toBe('success');
  });

  it('tell that servers refuse us, with what they say, while letters leave', () => {
    const troubled = [
      {
        key: 'k',
        kind: 'invitation',
        request: 'r1',
        to: 'echo@exemple.org',
        at: now.toISOString(),
        what: 'sender' as const,
        words: 'Notre courrier ne prouve pas d’où il vient',
      },
    ];
    const words = sendingWords({ ...idle, queued: 3, failed: 1 }, { ...mail, troubled }, now);
    expect(words.tone).toBe('danger');
    expect(spaces(words.headline)).toBe('1 lettre refusée à cause de notre envoi');
    expect(words.details.join(' ')).toContain('Notre courrier ne prouve pas');
    const late = sendingWords(idle, { ...mail, troubled: [{ ...troubled[0]!, what: 'delayed' }] }, now);
    expect(late.tone).toBe('success');
  });

  it('is asked about often only while letters leave', () => {
    const board = { sending: { ...idle, queued: 1 } } as CampaignBoard;
    expect(boardPollingDelay(board)).toBeLessThan(boardPollingDelay(null));
  });
});

describe('alerts of residents', () => {
  it('are told when there are some', () => {
    const told = (standing: number, waiting: number) =>
      alertWords({ standing, waiting })?.replace(/\u00a0/g, ' ') ?? null;
    expect(told(0, 0)).toBeNull();
    expect(told(2, 0)).toMatch(/^Alertes des habitants : 2 recherches suivies\. Leurs/);
    expect(told(0, 1)).toMatch(/: 0 recherche suivie, et 1 demande à confirmer\./);
  });
});

describe('the requests', () => {
  it('are found without accents and apostrophes in their way', () => {
    const all = [request(), request({ request: 'r2', name: 'Judo club', email: null, commune: null })];
    const found = (typed: string) => findRequests(all, typed).map(({ request }) => request);
    expect(found("l'echo")).toEqual(['r1']);
    expect(found('bagneres ECHO')).toEqual(['r1']);
    expect(found('judo')).toEqual(['r2']);
    expect(found('echo judo')).toEqual([]);
  });

  it('say where each one stands, whatever its state', () => {
    for (const state of requestStates.values) expect(requestWords(request({ state }), now)).not.toBe('');
    expect(spaces(requestWords(request({ remindersSent: 2 }), now))).toBe(
      'Lettre envoyée le 2 juillet à 10 h, 2 rappels',
    );
    expect(spaces(requestWords(request({ state: 'revenue', bounceReason: 'boîte pleine' }), now))).toBe(
      'Lettre revenue : boîte pleine',
    );
    expect(spaces(requestWords(request({ state: 'à renvoyer', bounceReason: 'SPF' }), now))).toBe(
      'Refusée à cause de notre envoi, à renvoyer : SPF',
    );
    expect(requestWords(request({ state: 'répondue', bounceReason: 'boîte pleine' }), now)).toContain('boîte pleine');
  });

  it('have a preview for each letter', () => {
    expect(previewSteps(2).map(({ label }) => label)).toEqual(['Lettre d’invitation', '1er rappel', '2e rappel']);
  });
});

it('says why nobody can be reminded yet, and from when', () => {
  const said = notYetRemindable({ remindable: 0, remindableFrom: '2026-06-12' }) ?? '';
  expect(said).toContain('vendredi 12 juin 2026');
  expect(said).toContain('par commune');
  expect(notYetRemindable({ remindable: 3, remindableFrom: '2026-06-12' })).toBeNull();
  expect(notYetRemindable({ remindable: 0, remindableFrom: null })).toBeNull();
});
