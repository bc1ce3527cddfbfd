import { describe, expect, it } from 'vitest';
import type { JobRun, JobState } from '../../domain/contract/desk/jobs.ts';
import { durationWords, every, historyWords, inOrder, since, stateWords, until, whenWords } from './jobs-words.ts';

const now = new Date('2026-07-20T10:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString();
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const run = (more: Partial<JobRun> = {}): JobRun => ({
  id: '1',
  state: 'done',
  startedAt: at(-12 * MINUTE - 3000),
  endedAt: at(-12 * MINUTE),
  since: at(-12 * MINUTE - 3000),
  times: 1,
  askedBy: null,
  said: 'Effacé : 3 réponses.',
  failure: null,
  technical: null,
  ...more,
});
const failed = run({ state: 'failed', said: null, failure: 'Le disque est plein.', technical: 'Error: ENOSPC' });

const job = (more: Partial<JobState> = {}): JobState => ({
  id: 'a',
  title: 'Effacement',
  does: 'Efface.',
  everyMs: HOUR,
  state: 'waiting',
  runningSince: null,
  long: false,
  nextAt: at(48 * MINUTE),
  failures: 0,
  alert: false,
  runs: [run()],
  ...more,
});

const say = (more: Partial<JobState> = {}) => {
  const { tone, headline, details } = stateWords(job(more), now);
  return [tone, spaces(headline), ...details.map(spaces)];
};

describe('a job', () => {
  it('says when it passed, what it did and when it comes next', () => {
    expect(say()).toEqual([
      'success',
      'Passée il y a 12 min',
      'Effacé : 3 réponses.',
      'Prochain passage dans 48 min, toutes les heures.',
    ]);
    expect(say({ runs: [run({ said: null })] })[2]).toBe('Rien à faire.');
    expect(say({ runs: [], nextAt: null })).toEqual([
      'neutral',
      'Pas encore passée',
      'Premier passage peu après le démarrage, puis toutes les heures.',
    ]);
  });

  it('says why it failed, how often, and that it is tried again', () => {
    expect(say({ failures: 1, runs: [failed] }).slice(0, 3)).toEqual([
      'warning',
      'A échoué il y a 12 min',
      'Le disque est plein.',
    ]);
    const [tone, headline] = say({ failures: 2, alert: true, runs: [failed] });
    expect([tone, headline]).toEqual(['danger', 'A échoué 2 fois de suite, la dernière il y a 12 min']);
  });

  it('says that it is under way, or hangs', () => {
    expect(say({ state: 'asked' })[1]).toBe('Va commencer');
    expect(say({ state: 'running', runningSince: at(-8000) }).slice(0, 2)).toEqual(['working', 'En cours depuis 8 s']);
    expect(say({ state: 'running', runningSince: at(-40 * MINUTE), long: true })[1]).toMatch(/40 min : c’est anormal/);
  });

  it('comes first when it fails', () => {
    expect(inOrder([job(), job({ id: 'b', failures: 2 })]).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('the history', () => {
  it('says in one line how often there was nothing to do', () => {
    const quiet = run({
      said: null,
      times: 14,
      since: at(-2 * HOUR),
      startedAt: at(-5 * MINUTE),
      endedAt: at(-5 * MINUTE),
    });
    expect(spaces(historyWords(quiet))).toBe('Rien à faire (14 passages).');
    expect(spaces(whenWords(quiet, now))).toBe('Aujourd’hui, de 10 h à 11 h 55');
    expect(spaces(whenWords(quiet, new Date('2026-07-22T10:00:00Z')))).toBe('Le 20 juillet, de 10 h à 11 h 55');
  });

  it('says who asked, when, and how long it took', () => {
    expect(historyWords(run({ askedBy: 'Claire' }))).toBe('Effacé : 3 réponses. Lancée par Claire.');
    expect(spaces(whenWords(run(), now))).toBe('Aujourd’hui à 11 h 47');
    expect(spaces(durationWords(run()))).toBe('3 s');
  });
});

describe('times', () => {
  it('are said in the unit that a person would use', () => {
    expect([since(at(-3000), now), since(at(-3 * HOUR), now), since(at(-48 * HOUR), now)].map(spaces)).toEqual([
      'à l’instant',
      'il y a 3 h',
      'le 18 juillet à 12 h',
    ]);
    expect([until(at(0), now), until(at(5000), now), until(at(HOUR - 1000), now)].map(spaces)).toEqual([
      'dans un instant',
      'dans 5 s',
      'dans 1 h',
    ]);
    expect([5000, MINUTE, 5 * MINUTE, HOUR, 24 * HOUR].map(every).map(spaces)).toEqual([
      'toutes les 5 s',
      'toutes les minutes',
      'toutes les 5 min',
      'toutes les heures',
      'chaque jour',
    ]);
  });
});
