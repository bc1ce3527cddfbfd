import { describe, expect, it } from 'vitest';
import type { PublicationReport } from '../../../domain/contract/desk/publication-report.ts';
import { onlineOf, pageWords, stateWords, type Known } from './record-words.ts';

const NOW = new Date('2026-11-29T10:00:00.000Z');
const WORDS = { fresh: 'Nouvelle association', list: 'Associations', thisOne: 'cette fiche', feminine: true };
const known = (more: Partial<Known> = {}): Known => ({
  record: {
    standing: 'published',
    publishedAt: '2026-11-29T09:32:00.000Z',
    savedAt: '2026-11-29T09:32:00.000Z',
    may: { save: true, publish: true, remove: true },
  },
  dirty: false,
  underWay: null,
  online: null,
  refused: 0,
  leftOut: null,
  usualSeconds: 5,
  ...more,
});
const standing = (standing: Known['record']['standing']) => ({ record: { ...known().record, standing } });
const say = (more: Partial<Known> = {}) => {
  const { state, next } = stateWords(known(more), WORDS, NOW);
  return `${state}${next === null ? '' : ` · ${next}`}`.replace(/[\u00a0\u202f]/g, ' ');
};

describe('the state of a record', () => {
  it('is said as it is, from nothing to online and back', () => {
    expect(say(standing('new'))).toBe('Pas encore enregistrée · Publier : en ligne dans 5 s');
    expect(say({ ...standing('new'), dirty: true })).toBe(say(standing('new')));
    expect(say(standing('draft'))).toMatch(/^Brouillon, jamais publiée/);
    expect(say(standing('offline'))).toMatch(/^Hors ligne/);
    expect(say(standing('modified'))).toMatch(/^En ligne, modifications non publiées/);
    expect(say()).toBe('En ligne · depuis aujourd’hui à 10 h 32');
  });

  it('never says that all is online while something is typed, refused or on its way', () => {
    expect(say({ dirty: true })).toBe(
      'En ligne, modifications non publiées · à enregistrer · Publier : en ligne dans 5 s',
    );
    expect(say({ refused: 2, dirty: true })).toBe('Refusée · 2 points à corriger');
    expect(say({ underWay: 'publishing', dirty: true })).toMatch(/^Publication…/);
    expect(say({ online: { kind: 'waiting', step: null } })).toBe('Publiée · en ligne dans 5 s');
    expect(say({ online: { kind: 'refused', reason: 'Un lien est rompu.' } })).toBe('Refusée · Un lien est rompu.');
    expect(say({ online: { kind: 'unknown', reason: 'Le service ne répond pas.' } })).toMatch(/^Publiée · Le service/);
    expect(say({ leftOut: 'Son adresse contient un numéro.' })).toMatch(/^Refusée · Son adresse/);
  });

  it('promises no time before one was measured, and no publication to who may not publish', () => {
    expect(say({ ...standing('draft'), usualSeconds: null })).toContain('en ligne dans quelques secondes');
    const { record } = known();
    expect(say({ record: { ...record, standing: 'draft', may: { ...record.may, publish: false } } })).toBe(
      'Brouillon, jamais publiée',
    );
  });

  it('is that of an event too', () => {
    const words = { ...WORDS, feminine: false };
    expect(stateWords(known({ refused: 1 }), words, NOW).state).toBe('Refusé');
    expect(stateWords(known(standing('draft')), words, NOW).state).toBe('Brouillon, jamais publié');
  });
});

describe('what became of a publication', () => {
  const asked = { contentVersion: '7.20.20', at: '2026-11-29T09:59:00.000Z' };
  const of = { uid: 'api::association.association', documentId: 'abc' };
  const report = (
    { live = null, ...state }: Omit<Partial<NonNullable<PublicationReport['state']>>, 'live'> & { live?: string },
    more: Partial<PublicationReport> = {},
  ): PublicationReport => ({
    state: { live: null, building: null, failure: null, pending: false, ...state },
    problem: null,
    liveVersion: live,
    leftOut: [],
    cleared: [],
    ...more,
  });

  it('is online once the release holds it, and not before', () => {
    expect(onlineOf(report({ live: '7.19.19' }), asked, of)).toEqual({ kind: 'waiting', step: null });
    expect(onlineOf(report({ live: '7.20.20' }), asked, of).kind).toBe('online');
    // Somebody else's failure afterwards does not take it off the site.
    const failure = { at: '2026-11-29T10:01:00.000Z', message: 'Un lien est rompu.' };
    expect(onlineOf(report({ live: '7.23.23', failure }), asked, of).kind).toBe('online');
  });

  it('is refused by a check, or by the contract, and not by what failed before', () => {
    const at = (moment: string) => ({ at: `2026-11-29T${moment}:00.000Z`, message: 'Un lien est rompu.' });
    expect(onlineOf(report({ failure: at('09:58') }), asked, of).kind).toBe('waiting');
    expect(onlineOf(report({ failure: at('09:59') }), asked, of).kind).toBe('waiting');
    expect(onlineOf(report({ failure: { ...at('10:00') } }), asked, of)).toMatchObject({ kind: 'refused' });
    const leftOut = [{ ...of, title: 'Judo', reasons: ['Son adresse manque.'] }];
    expect(onlineOf(report({ live: '7.20.20' }, { leftOut }), asked, of)).toEqual({
      kind: 'refused',
      reason: 'Son adresse manque.',
    });
  });

  it('is not known while nobody answers', () => {
    expect(onlineOf(null, asked, of).kind).toBe('unknown');
    const silent = { ...report({}), state: null, problem: 'Le service de publication ne répond pas.' };
    expect(onlineOf(silent, asked, of)).toMatchObject({ kind: 'unknown', reason: silent.problem });
  });
});

it('says before deleting that there is a bin, in the words of any record', () => {
  const said = pageWords.confirmRemove.meaning('Forum').replace(/[\u00a0\u202f]/g, ' ');
  expect(said).toContain('corbeille');
  expect(said).toContain('30 jours');
  expect(`${said} ${pageWords.confirmRemove.done} ${pageWords.confirmOffline.done}`).not.toMatch(
    /supprimée|[Rr]etirée/,
  );
});
