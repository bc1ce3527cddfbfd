import { describe, expect, it } from 'vitest';
import type { PublicationState } from '../../domain/contract/desk/publication-state.ts';
import { pollingDelay, publicationWords } from './publication-words.ts';

const now = new Date('2026-11-21T15:00:00.000Z');
const live = { release: 'r1', contentVersion: 'v1', since: '2026-11-20T13:32:00.000Z' };
const calm: PublicationState = { live, building: null, failure: null, pending: false };
const spaces = (text: string) => text.replace(/\u00a0/g, ' ');
const report = (state: PublicationState) => ({
  state,
  problem: null,
  liveVersion: null,
  leftOut: [],
  cleared: [],
  refused: [],
});
const say = (state: PublicationState) => publicationWords(report(state), now);
const headline = (state: PublicationState) => spaces(say(state).headline);

describe('publication words', () => {
  it('says since when the site is up to date', () => {
    expect(headline(calm)).toBe('En ligne depuis le 20 novembre à 14 h 32');
    expect(say(calm).tone).toBe('success');
  });

  it('says what is being done, and that another change follows', () => {
    const words = say({ ...calm, building: { startedAt: live.since, step: 'recherche' }, pending: true });
    expect(words.headline).toBe('Publication en cours… (recherche)');
    expect(words.details.join(' ')).toContain('elle partira juste après');
    expect(words.canRelaunch).toBe(false);
  });

  it('gives the reason of a failure, what it means for the site, and what to do', () => {
    const words = say({ ...calm, failure: { at: '2026-11-21T09:00:00.000Z', message: 'un lien ne mène nulle part' } });
    expect(spaces(words.headline)).toBe('Échec : un lien ne mène nulle part');
    expect(spaces(words.details.join(' '))).toContain('il montre la version mise en ligne le 20 novembre à 14 h 32');
    expect(words.canRelaunch).toBe(true);
    expect(words.tone).toBe('danger');
  });

  it('asks for the editor’s word after a restore: nothing failed, and trying again would change nothing', () => {
    const words = say({ ...calm, live: null, failure: { at: live.since, message: 'Ouvrez la page.', held: true } });
    expect(words).toMatchObject({ tone: 'warning', details: ['Ouvrez la page.'], canRelaunch: false });
    expect(words.headline).not.toContain('Échec');
  });

  it('shows a new build rather than the failure before it', () => {
    const failure = { at: live.since, message: 'x' };
    expect(headline({ ...calm, failure, building: { startedAt: live.since, step: 'pages' } })).toContain(
      'Publication en cours',
    );
  });

  it('knows waiting, never published, and unreachable', () => {
    expect(headline({ ...calm, pending: true })).toBe('En attente : la publication va commencer');
    expect(headline({ ...calm, live: null })).toBe('Rien n’est encore en ligne');
    const down = publicationWords(
      { state: null, problem: 'Le service est arrêté.', leftOut: [], cleared: [], refused: [] },
      now,
    );
    expect(down).toMatchObject({ headline: 'La mise en ligne ne répond pas', tone: 'warning', canRelaunch: false });
    expect(down.details[0]).toBe('Le service est arrêté.');
    expect(publicationWords(null, now).headline).toBe(down.headline);
  });

  it('lets an editor say that pages disappear on purpose, and only then', () => {
    const failure = { at: '2026-09-05T08:00:00.000Z', message: 'La rubrique passerait de 403 à 86 pages.' };
    expect(publicationWords(report({ ...calm, failure: { ...failure, loss: true } }), now)).toMatchObject({
      headline: failure.message,
      canAcceptLoss: true,
      canRelaunch: false,
    });
    expect(publicationWords(report({ ...calm, failure }), now).canAcceptLoss).toBeUndefined();
  });

  describe('of a booklet that follows the pages', () => {
    const booklet = { behindSince: '2026-11-21T14:59:00.000Z', builtAt: live.since, making: true, failure: null };

    it('says of which moment the one online is, or that there is none for now', () => {
      const words = say({ ...calm, booklet });
      expect(words.tone).toBe('success');
      expect(spaces(words.details.join(' '))).toBe(
        'Tout ce qui est publié est sur le site. L’annuaire PDF suit dans un instant : celui qui est en ligne a été fait le 20 novembre à 14 h 32.',
      );
      expect(say({ ...calm, booklet: { ...booklet, builtAt: null } }).details[1]).toContain('n’est plus en ligne');
    });

    it('gives the reason why it does not, without saying that the site did not move', () => {
      const failure = { at: live.since, message: 'Le site est à jour ; le livret manque.' };
      const words = say({ ...calm, booklet: { ...booklet, making: false, failure } });
      expect(words).toMatchObject({ tone: 'warning', canRelaunch: true });
      expect(words.details).toContain(failure.message);
      expect(words.details.join(' ')).not.toContain('n’a pas bougé');
    });

    it('asks often while it is being made', () => {
      expect(pollingDelay(report({ ...calm, booklet }))).toBeLessThan(pollingDelay(report(calm)));
    });
  });

  it('asks often only while something moves', () => {
    expect(pollingDelay(report({ ...calm, pending: true }))).toBeLessThan(pollingDelay(report(calm)));
    expect(pollingDelay(null)).toBe(pollingDelay(report(calm)));
  });
});
