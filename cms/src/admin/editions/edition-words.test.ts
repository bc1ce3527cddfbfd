import { describe, expect, it } from 'vitest';
import type { EditionState, PrintShopLink } from '../../domain/contract/press/edition-state.ts';
import { PrintNotice, type PrintReport } from '../../domain/contract/press/print-report.ts';
import {
  changeGroups,
  editionDate,
  editionName,
  askAgainAfter,
  editionSubtitle,
  formatMillimetres,
  freezeMeaning,
  freezeObstacle,
  frozenWords,
  groupChecks,
  groupNotices,
  groupPlaces,
  linkWords,
  nextStep,
  stepsShown,
  unreadableFiles,
  proofWords,
  reportFacts,
  reportWords,
} from './edition-words.ts';

const now = new Date('2026-11-22T15:00:00.000Z');
const edition = { title: 'Annuaire des associations', year: 2027 };
const spaces = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

const check = (id: string, outcome: PrintReport['checks'][number]['outcome']) => ({
  id,
  title: id,
  outcome,
  measure: 'mesuré',
  places: outcome === 'passed' ? [] : ['livret.pdf, page 3'],
});
const report: PrintReport = {
  format: 'trame-print-report/1',
  edition: { id: 'e1', ...edition },
  printedAt: '2026-11-22T13:32:00.000Z',
  content: 'a'.repeat(64),
  software: { typst: 'Typst', trame: 'Trame' },
  standard: 'PDF/X-4',
  profile: 'FOGRA39L Coated',
  files: [{ name: 'livret.pdf', label: 'Livret', bytes: 1200, sha256: 'b'.repeat(64), pages: 48 }],
  pages: 48,
  entries: 85,
  notesPages: 1,
  spineMm: null,
  entryPages: {},
  checks: [check('trim-box', 'passed'), check('fonts-embedded', 'passed')],
  notices: [],
  changes: null,
};
const fresh: EditionState = {
  edition: 'e1',
  printing: null,
  failure: null,
  proof: null,
  proofIsStale: false,
  frozen: null,
  links: [],
  unreadable: [],
};
const printed: EditionState = { ...fresh, proof: report };
const blocked: EditionState = { ...fresh, proof: { ...report, checks: [check('a', 'failed'), check('b', 'warning')] } };
const frozen: EditionState = { ...fresh, frozen: { at: '2026-11-22T14:00:00.000Z', report } };
const link: PrintShopLink = {
  id: 'l1',
  recipient: 'Imprimerie du Moron',
  createdAt: '2026-11-20T09:00:00.000Z',
  expiresAt: '2026-12-02T09:00:00.000Z',
  revokedAt: null,
  visits: 0,
  downloads: 0,
  lastUsedAt: null,
};

describe('words of an edition', () => {
  it('does not say the year twice', () => {
    expect(editionName(edition)).toBe('Annuaire des associations 2027');
    expect(editionName({ title: 'Annuaire 2026-2027', year: 2027 })).toBe('Annuaire 2026-2027');
  });

  it('says what it will look like, and what happened to it last', () => {
    expect(editionSubtitle({ format: 'A5', binding: 'agrafé' })).toBe('A5, agrafé');
    expect(editionSubtitle({ format: 'A5', binding: null })).toBe('A5');
    const record = { updatedAt: '2026-11-21T09:00:00.000Z', frozenAt: null };
    const date = (state: EditionState | null) => spaces(editionDate(record, state, now));
    expect(date(null)).toBe('Modifiée le 21 novembre à 10 h');
    expect(date(fresh)).toBe('Modifiée le 21 novembre à 10 h');
    expect(date(printed)).toBe('Épreuve aujourd’hui à 14 h 32');
    expect(date({ ...printed, printing: { startedAt: now.toISOString() } })).toBe('Épreuve en cours');
    expect(date(frozen)).toBe('Figée aujourd’hui à 15 h');
    expect(spaces(editionDate({ ...record, frozenAt: '2025-06-01T09:00:00.000Z' }, null, now))).toContain(
      'Figée le 1er',
    );
  });

  it('says where the proof is', () => {
    const headline = (state: EditionState) => spaces(proofWords(state, now).headline);
    expect(headline(fresh)).toBe('Pas encore d’épreuve');
    expect(headline(printed)).toBe('Épreuve à jour, tirée aujourd’hui à 14 h 32');
    expect(headline({ ...printed, proofIsStale: true })).toBe('L’épreuve n’est plus à jour');
    expect(headline(frozen)).toBe('Cette édition est figée');
    const printing = { startedAt: now.toISOString() };
    // A proof under way is newer than a failure, and than a proof that is out of date.
    expect(proofWords({ ...printed, proofIsStale: true, printing }, now).tone).toBe('working');
    const failed = proofWords({ ...fresh, failure: { at: now.toISOString(), message: 'Le CMS ne répond pas.' } }, now);
    expect(failed.tone).toBe('danger');
    expect(failed.details[0]).toBe('Le CMS ne répond pas.');
    expect(failed.details.join(' ')).not.toContain('précédente');
    const again = proofWords({ ...printed, failure: { at: now.toISOString(), message: 'x' } }, now);
    expect(again.details.join(' ')).toContain('précédente');
  });

  it('groups checks by what they ask, and says how many', () => {
    const checks = [check('a', 'warning'), check('b', 'passed'), check('c', 'failed'), check('d', 'passed')];
    expect(groupChecks(checks)).toEqual({
      blocking: [checks[2]],
      toWatch: [checks[0]],
      passed: [checks[1], checks[3]],
    });
    const words = (all: PrintReport['checks']) => reportWords({ checks: all, notices: [] });
    expect(words(checks).tone).toBe('danger');
    expect(spaces(words(checks).headline)).toBe('1 point bloque l’impression');
    expect(spaces(words(checks).details[0] ?? null)).toBe('1 point à regarder, 2 points conformes.');
    expect(spaces(words([...checks, check('e', 'failed')]).headline)).toBe('2 points bloquent l’impression');
    expect(spaces(words(checks.slice(0, 2)).headline)).toBe('Rien ne bloque l’impression, 1 point à regarder');
    expect(spaces(words(report.checks).headline)).toBe('Tout est conforme (2 points conformes)');
  });

  it('groups notices by what they are about, whatever their kind', () => {
    const notices = PrintNotice.shape.kind.options.map((kind) => ({
      kind,
      record: 'Association « Judo club »',
      association: 'a1',
      message: 'Texte raccourci.',
      page: 12,
    }));
    const groups = groupNotices([...notices, ...notices]);
    expect(groups.map(({ kind }) => kind).sort()).toEqual([...PrintNotice.shape.kind.options].sort());
    expect(groups.every((group) => group.notices.length === 2)).toBe(true);
    expect(groupNotices([])).toEqual([]);
  });

  it('says places as one would say them', () => {
    const of = (...pages: number[]) => pages.map((page) => `interieur.pdf, page ${page}`);
    expect(groupPlaces(of(4))).toEqual(['interieur.pdf, page 4']);
    expect(groupPlaces(of(4, 4))).toEqual(['interieur.pdf, page 4']);
    expect(groupPlaces(of(31, 8, 9, 10, 12))).toEqual(['interieur.pdf, pages 8 à 10, 12, 31']);
    expect(groupPlaces([...of(8, 9), 'couverture.pdf, page 1', 'Association « Judo »'])).toEqual([
      'interieur.pdf, pages 8 et 9',
      'couverture.pdf, page 1',
      'Association « Judo »',
    ]);
    expect(groupPlaces([])).toEqual([]);
  });

  it('gives the figures of the booklet', () => {
    const facts = (more: Partial<PrintReport>) =>
      Object.fromEntries(reportFacts({ ...report, ...more }).map(({ name, value }) => [name, spaces(value)]));
    expect(facts({})).toMatchObject({ Pages: '48, dont 1 de notes', Dos: 'agrafé, sans dos', Norme: 'PDF/X-4' });
    expect(facts({ notesPages: 0, spineMm: 7.44 })).toMatchObject({ Pages: '48', Dos: '7,4 mm' });
    expect(frozenWords({ at: report.printedAt, report }, now)).toMatchObject({ tone: 'success' });
    expect(spaces(frozenWords({ at: report.printedAt, report }, now).headline)).toBe('Figée aujourd’hui à 14 h 32');
  });

  it('lists who came, left and changed, and links only to forms that exist', () => {
    const change = { association: 'a1', name: 'Judo club', what: ['téléphone'] };
    const groups = changeGroups({ since: 'Annuaire 2026', came: [change, change], left: [change], changed: [] });
    expect(groups.map(({ title, linked }) => [spaces(title), linked])).toEqual([
      ['2 arrivées', true],
      ['1 départ', false],
    ]);
  });

  it('gives the one reason that forbids to freeze', () => {
    expect(freezeObstacle(printed)).toBeNull();
    expect(freezeObstacle(fresh)).toContain('Tirez d’abord une épreuve');
    expect(freezeObstacle({ ...printed, proofIsStale: true })).toContain('Le contenu a changé');
    expect(spaces(freezeObstacle(blocked))).toContain('1 point bloque l’impression : corrigez ce qui est indiqué');
    expect(freezeObstacle({ ...printed, printing: { startedAt: now.toISOString() } })).toContain('en cours');
    expect(freezeObstacle(frozen)).toContain('déjà figée');
    // A warning is for a human to judge.
    expect(freezeObstacle({ ...fresh, proof: { ...report, checks: [check('b', 'warning')] } })).toBeNull();
    expect(spaces(freezeMeaning(report))).toContain('48 pages, 85 fiches');
  });

  it('says until when a link is valid, and what was done with it', () => {
    expect(linkWords(link, now)).toMatchObject({ isOpen: true, use: 'Pas encore ouvert' });
    expect(linkWords(link, now).validity).toBe('Valable jusqu’au 2 décembre 2026');
    expect(linkWords({ ...link, expiresAt: '2026-11-21T09:00:00.000Z' }, now)).toMatchObject({
      isOpen: false,
      validity: 'Expiré le 21 novembre 2026',
    });
    const revoked = linkWords({ ...link, revokedAt: '2026-11-22T14:00:00.000Z' }, now);
    expect(revoked.isOpen).toBe(false);
    expect(spaces(revoked.validity)).toBe('Désactivé aujourd’hui à 15 h');
    const used = linkWords({ ...link, visits: 3, downloads: 1, lastUsedAt: '2026-11-22T13:32:00.000Z' }, now);
    expect(spaces(used.use)).toBe('Page ouverte 3 fois, 1 fichier téléchargé, la dernière fois aujourd’hui à 14 h 32');
    expect(linkWords({ ...link, downloads: 2 }, now).use).toMatch(/^2/);
  });

  it('knows the next step, and when it is not the editor’s turn', () => {
    const step = (state: EditionState) => nextStep(edition, state, now) && spaces(nextStep(edition, state, now));
    expect(step(fresh)).toBe('Tirer une première épreuve : Annuaire des associations 2027');
    expect(step(printed)).toBe('Relire l’épreuve, puis figer : Annuaire des associations 2027');
    expect(step({ ...printed, proofIsStale: true })).toContain('Tirer une nouvelle épreuve');
    expect(step(blocked)).toBe('Corriger 1 point qui bloque l’impression : Annuaire des associations 2027');
    expect(step({ ...fresh, failure: { at: now.toISOString(), message: 'x' } })).toContain('Épreuve à refaire');
    expect(step({ ...fresh, printing: { startedAt: now.toISOString() } })).toBeNull();
    const unreadable = [{ file: 'editions/x/links.json', message: 'x' }];
    expect(step({ ...frozen, unreadable })).toContain('Faire rétablir un fichier');
    expect(step(frozen)).toContain('Envoyer le lien à l’imprimeur');
    expect(step({ ...frozen, links: [link] })).toBeNull();
    expect(step({ ...frozen, links: [{ ...link, revokedAt: now.toISOString() }] })).toContain('Envoyer');
    // The print shop has the files: an expired link asks for nothing.
    expect(step({ ...frozen, links: [{ ...link, downloads: 1, expiresAt: '2026-11-21T09:00:00.000Z' }] })).toBeNull();
  });

  it('shows no act that would rest on a file that cannot be read', () => {
    const without = (state: EditionState, file: string) =>
      stepsShown(state, [{ file: `editions/x/${file}`, message: 'x' }]);
    expect([stepsShown(fresh, []), stepsShown(frozen, [])]).toEqual([true, true]);
    expect([without(fresh, 'state.json'), without(frozen, 'frozen/export.json')]).toEqual([true, true]);
    // A frozen edition must not look like one that was never printed, nor its links like none.
    expect([without(fresh, 'frozen/seal.json'), without(fresh, 'frozen/export.json')]).toEqual([false, false]);
    const record = { documentId: 'x', stage: 'figée' as const };
    expect(stepsShown(fresh, unreadableFiles(record, fresh))).toBe(false);
    expect(unreadableFiles(record, frozen)).toEqual([]);
    expect(unreadableFiles({ ...record, stage: 'épreuve' }, fresh)).toEqual([]);
    expect([without(frozen, 'links.json'), without(fresh, 'proof/rapport.json')]).toEqual([false, false]);
  });

  it('asks often only while a proof is being made', () => {
    const printing = { startedAt: now.toISOString() };
    expect(askAgainAfter({ ...fresh, printing })).toBeLessThan(askAgainAfter(fresh));
    expect(askAgainAfter(null)).toBe(askAgainAfter(fresh));
  });

  it('writes millimetres with a comma', () => {
    expect(spaces(formatMillimetres(7.44))).toBe('7,4 mm');
  });
});
