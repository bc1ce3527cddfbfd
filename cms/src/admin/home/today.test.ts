import { describe, expect, it } from 'vitest';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';
import type { JobState } from '../../domain/contract/desk/jobs.ts';
import type { ScheduledRecord } from '../../domain/contract/desk/schedule.ts';
import type { QueuedAnswer } from '../../domain/contract/desk/review.ts';
import {
  alarmLines,
  answersLine,
  campaignLines,
  duplicatesLine,
  jobLines,
  registerLine,
  agendaLine,
  scheduleLines,
  sortLines,
  staleEntriesLine,
  urgency,
  type Line,
} from './today.ts';

const now = new Date('2026-07-20T10:00:00.000Z');
const spaces = (text: string | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const waiting = (sentAt: string) => ({ sentAt }) as QueuedAnswer;
const board = (part: Partial<CampaignBoard['campaign']>, toCall = 0, doubtful = 0) =>
  ({
    campaign: { id: 'c', title: 'Été 2026', stage: 'ouverte', opensOn: null, closesOn: '2026-09-30', ...part },
    toCall: Array.from({ length: toCall }, () => ({})),
    sending: { queued: 0, sent: 0, failed: 0, doubtful },
  }) as CampaignBoard;
const say = (given: CampaignBoard) => campaignLines(given, now, '/c').map(({ sentence }) => spaces(sentence));

describe('what there is to do today', () => {
  it('is three things, the most urgent first, and the rest after', () => {
    const line = (key: string, urgency: number): Line => ({ key, urgency, sentence: key, to: '/' });
    const { today, later } = sortLines([line('a', 1), line('b', 9), line('c', 5), line('d', 5), line('e', 1)]);
    expect(today.map(({ key }) => key)).toEqual(['b', 'c', 'd']);
    expect(later.map(({ key }) => key)).toEqual(['a', 'e']);
  });

  it('tells of agendas that propose something', () => {
    expect(agendaLine([{ proposal: null }], '/trame/imports')).toEqual([]);
    expect(agendaLine([{ proposal: '1' }], '/trame/imports')).toMatchObject([
      { sentence: 'Regarder ce que propose un agenda suivi', to: '/trame/imports' },
    ]);
    expect(agendaLine([{ proposal: '1' }, { proposal: '2' }], '')[0]?.sentence).toContain('proposent 2 agendas');
  });

  it('counts what the national register says of entries', () => {
    expect(registerLine([], '/trame/imports')).toEqual([]);
    expect(registerLine([1, 2], '/trame/imports')).toMatchObject([
      { sentence: expect.stringMatching(/2\s+changements du Répertoire national/) as string, to: '/trame/imports' },
    ]);
  });

  it('asks to compare what may be there twice', () => {
    const to = '/trame/doublons';
    expect(duplicatesLine({ total: 0 }, to)).toEqual([]);
    expect(spaces(duplicatesLine({ total: 1 }, to)[0]?.sentence)).toBe(
      'Comparer deux fiches qui n’en sont peut-être qu’une',
    );
    expect(spaces(duplicatesLine({ total: 3 }, to)[0]?.sentence)).toBe(
      'Comparer 3 paires de fiches qui n’en sont peut-être qu’une',
    );
  });

  it('says how many answers wait, and since when', () => {
    const answers = [waiting('2026-07-20T08:00:00.000Z'), waiting('2026-07-16T08:00:00.000Z')];
    const [line] = answersLine({ answers }, now, '/desk');
    expect(spaces(line?.sentence)).toBe('Relire 2 réponses, la plus ancienne reçue il y a 4 jours');
    expect(spaces(answersLine({ answers: answers.slice(0, 1) }, now, '/desk')[0]?.sentence)).toBe(
      'Relire une réponse, reçue aujourd’hui',
    );
    expect(answersLine({ answers: [] }, now, '/desk')).toEqual([]);
  });

  it('makes answers more urgent as they wait, but never more than what is late', () => {
    const after = (sentAt: string) => answersLine({ answers: [waiting(sentAt)] }, now, '/')[0]?.urgency ?? 0;
    expect(after('2026-07-10T08:00:00.000Z')).toBeGreaterThan(after('2026-07-19T08:00:00.000Z'));
    expect(after('2025-07-10T08:00:00.000Z')).toBeLessThan(urgency.late);
  });

  it('asks to open a campaign on its day, and to prepare it before', () => {
    const stage = 'en préparation' as const;
    expect(say(board({ stage, opensOn: '2026-07-20' }))).toEqual([
      'Ouvrir la campagne « Été 2026 », prévue le 20 juillet 2026',
    ]);
    expect(say(board({ stage, opensOn: '2026-08-01' }))[0]).toMatch(/^Préparer/);
    expect(say(board({ stage }))).toEqual(['Préparer la campagne « Été 2026 »']);
  });

  it('asks to call, to decide about doubtful letters, and to close when the day has passed', () => {
    expect(say(board({}, 12))).toEqual(['Appeler 12 associations sans réponse par courriel']);
    expect(say(board({ closesOn: '2026-07-25' }, 1))).toEqual([
      'Appeler 1 association sans réponse par courriel (il reste 5 jours)',
    ]);
    expect(say(board({}, 0, 2))[0]).toContain('2 lettres à l’envoi incertain');
    expect(say(board({ closesOn: '2026-07-19' }, 12))).toEqual(['Clore la campagne « Été 2026 » : sa date est passée']);
    expect(say(board({ stage: 'close' }, 12))).toEqual([]);
  });

  it('asks to decide about entries without news only when the program waits for it', () => {
    const due = Array.from({ length: 9 }, () => ({ association: 'x', name: 'Club', missed: 3 }));
    const [line] = staleEntriesLine({ due, needsEditor: true }, '/silent');
    expect(spaces(line?.sentence)).toBe('Décider de 9 fiches sans nouvelles, dont le jour de quitter le site est venu');
    expect(line?.to).toBe('/silent');
    expect(staleEntriesLine({ due, needsEditor: false }, '/silent')).toEqual([]);
  });

  it('asks to take up what was planned and was not done, and says nothing of what waits for its day', () => {
    const planned = (title: string, publishRefusal: string | null): ScheduledRecord => ({
      ...{ uid: 'api::event.event', documentId: title, title },
      schedule: {
        ...{ publishAt: '2026-07-21T06:00:00.000Z', publishRefusal, offlineAt: null, offlineRefusal: null },
        ...{ by: 'Camille', plannedAt: '2026-07-20T06:00:00.000Z' },
      },
    });
    const lines = scheduleLines([planned('Bal', 'Non.'), planned('Loto', null)], (_, id) => `/${id}`);
    expect(lines.map(({ sentence, to }) => [spaces(sentence), to])).toEqual([
      ['Reprendre la publication prévue de « Bal », qui n’a pas pu se faire', '/Bal'],
    ]);
  });

  it('asks to look at work of the program that fails or hangs, and at nothing that passes', () => {
    const job = (title: string, more: Partial<JobState>): JobState => ({
      ...{ id: title, title, does: '', everyMs: 1000, state: 'waiting', runningSince: null, nextAt: null },
      ...{ long: false, failures: 0, alert: false, runs: [], ...more },
    });
    const failing = job('Effacement', { failures: 2, alert: true });
    const once = job('Relances', { failures: 1 });
    const hanging = job('Logos', { state: 'running', long: true });
    const sentence = (jobs: JobState[]) => jobLines({ jobs }, '/jobs').map((line) => spaces(line.sentence));
    expect(sentence([once])).toEqual([]);
    expect(sentence([once, failing])).toEqual(['Regarder la tâche « Effacement », qui a échoué 2 fois de suite']);
    expect(sentence([hanging])).toEqual(['Regarder la tâche « Logos », qui semble bloquée']);
    expect(sentence([hanging, failing])).toEqual(['Regarder 2 tâches du programme qui ne réussissent pas']);
  });
});

it('says what is wrong with the program, before what is only late', () => {
  const alarm = {
    id: 'disk-full',
    title: 'Le disque est presque plein',
    words: 'Libérer.',
    since: '2026-12-01T03:00:00.000Z',
  };
  const [line] = alarmLines({ alarms: [alarm] }, '/jobs');
  expect(line).toMatchObject({ key: 'alarm disk-full', to: '/jobs' });
  expect(line?.sentence).toMatch(/^Le disque est presque plein/);
  expect(line!.urgency).toBeGreaterThan(urgency.late);
  expect(line!.urgency).toBeLessThan(urgency.held);
});
