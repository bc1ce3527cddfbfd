import { describe, expect, it } from 'vitest';
import {
  AcceptedTogether,
  RefusalReason,
  type OpenAnswer,
  type QueuedAnswer,
} from '../../domain/contract/desk/review.ts';
import { submissionKinds } from '../../domain/vocabulary/submission-kinds.ts';
import {
  acceptAllWords,
  acceptedTogetherWords,
  acceptedWords,
  age,
  communesOf,
  differencesBySection,
  filterAnswers,
  filterQuery,
  groups,
  isReason,
  nextAnswer,
  openAnswerNotices,
  originWords,
  readFilters,
  readyReasons,
  refusalWordsOf,
  summary,
} from './desk-words.ts';

const now = new Date('2026-07-20T10:00:00.000Z');
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const queued = (part: Partial<QueuedAnswer> = {}): QueuedAnswer => ({
  id: 'a1',
  kind: 'modification',
  state: 'à relire',
  channel: 'lien',
  title: 'Chorale de la vallée',
  association: 'x1',
  commune: 'Campan',
  sentAt: '2026-07-20T08:00:00.000Z',
  changes: ['Activités'],
  openedBy: null,
  unreadable: null,
  ...part,
});
const opened = (part: Partial<OpenAnswer> = {}): OpenAnswer => ({
  answer: queued(),
  differences: [{ field: 'summary', label: 'Présentation courte', before: ['a'], after: ['b'], conflict: null }],
  entry: null,
  version: 'v1',
  logo: null,
  sender: 'chorale@exemple.org',
  faults: [],
  ...part,
});

describe('the queue', () => {
  const answers = [
    queued({ id: 'a', kind: 'rien n’a changé', commune: 'Campan', sentAt: '2026-07-01T08:00:00.000Z' }),
    queued({ id: 'b', commune: 'Bagnères-de-Bigorre', sentAt: '2026-07-16T08:00:00.000Z' }),
    queued({ id: 'c', kind: 'guide', commune: null }),
    queued({ id: 'd', kind: 'événement', commune: 'Campan' }),
  ];
  const ids = (query: string) =>
    filterAnswers(answers, readFilters(new URLSearchParams(query)), now).map(({ id }) => id);

  it('is filtered by group, commune and age, together', () => {
    expect(ids('')).toEqual(['a', 'b', 'c', 'd']);
    expect(ids('groupe=proposals')).toEqual(['c', 'd']);
    expect(ids('commune=Campan')).toEqual(['a', 'd']);
    expect(ids('jours=3')).toEqual(['a', 'b']);
    expect(ids('jours=7&groupe=changed')).toEqual([]);
  });

  it('keeps its filters in the address, and takes nothing else from it', () => {
    const filters = { group: 'changed', commune: 'Bagnères-de-Bigorre', olderThan: 7 } as const;
    expect(readFilters(new URLSearchParams(filterQuery(filters)))).toEqual(filters);
    expect(filterQuery({ group: 'all', commune: '', olderThan: 0 })).toBe('');
    expect(readFilters(new URLSearchParams('groupe=toString&jours=-1'))).toEqual({
      group: 'all',
      commune: '',
      olderThan: 0,
    });
  });

  it('counts each group, and all of them', () => {
    const counts = groups({ counts: { unchanged: 12, changed: 3, new: 0, proposals: 2, reports: 1 } });
    expect(counts.map(({ label, count }) => `${label} ${count}`)).toEqual([
      'Toutes 18',
      'Inchangées 12',
      'Modifiées 3',
      'Nouvelles 0',
      'Propositions 2',
      'Erreurs signalées 1',
    ]);
  });

  it('lists each commune once, as a French index does', () => {
    expect(communesOf(answers)).toEqual(['Bagnères-de-Bigorre', 'Campan']);
  });

  it('goes on to the answer that followed, else to the first that is left', () => {
    const [a, b, , d] = answers;
    expect(nextAnswer('b', answers, answers.slice(2))).toBe('c');
    expect(nextAnswer('d', answers, [a!, b!])).toBe('a');
    expect(nextAnswer('d', answers, [d!])).toBeNull();
    expect(nextAnswer('gone', [], [])).toBeNull();
  });

  it('says since when something waits, by the days of Paris', () => {
    expect(age('2026-07-20T08:00:00.000Z', now)).toBe('aujourd’hui');
    // 00:30 in Paris, of the 20th.
    expect(age('2026-07-19T22:30:00.000Z', now)).toBe('aujourd’hui');
    expect(age('2026-07-19T08:00:00.000Z', now)).toBe('hier');
    expect(spaces(age('2026-07-08T08:00:00.000Z', now))).toBe('il y a 12 jours');
  });

  it('says what an answer is about, whatever its kind', () => {
    for (const kind of submissionKinds.values) expect(summary({ kind, changes: ['Nom'] })).not.toBe('');
    const changes = ['Nom', 'Logo', 'Activités', 'Contacts', 'Adresse'];
    expect(spaces(summary({ kind: 'modification', changes }))).toBe('Nom, Logo, Activités et 2 autres champs');
  });
});

describe('accepting what did not change', () => {
  it('says how many, and that the filters do not count', () => {
    expect(spaces(acceptAllWords(300, false).button)).toBe('Accepter les 300 réponses inchangées');
    expect(acceptAllWords(1, false).button).toBe('Accepter la réponse inchangée');
    expect(acceptAllWords(2, false).meaning).not.toContain('filtrée');
    expect(acceptAllWords(2, true).meaning).toContain('au-delà de la liste filtrée');
  });

  it('says how many were left', () => {
    const left = AcceptedTogether.parse({ accepted: 298, left: [{ title: 'X', reason: 'La fiche a changé.' }] });
    expect(spaces(acceptedTogetherWords(left).headline)).toBe('298 fiches confirmées, 1 laissée à relire');
    expect(acceptedTogetherWords(left).tone).toBe('warning');
    expect(acceptedTogetherWords({ accepted: 3, left: [] })).toMatchObject({ tone: 'success' });
    expect(acceptedTogetherWords({ accepted: 0, left: [] }).headline).toContain('aucune');
  });
});

describe('one answer', () => {
  it('says who sent it, when and how', () => {
    expect(spaces(originWords(opened(), now))).toBe('Par son lien, aujourd’hui à 10 h, de chorale@exemple.org');
    expect(originWords(opened({ sender: null }), now)).not.toContain(', de ');
  });

  it('warns of another editor, of an entry that moved on, and of a decision', () => {
    const titles = (open: OpenAnswer) => openAnswerNotices(open).map(({ title }) => title);
    expect(titles(opened())).toEqual([]);
    expect(titles(opened({ answer: queued({ openedBy: 'Claire Dupuy' }) }))).toEqual([
      'Ouverte aussi par Claire Dupuy',
    ]);
    const withNumber = opened({
      differences: [
        {
          field: 'summary',
          label: 'Présentation courte',
          before: ['a'],
          after: ['Au 06 39 98 00 77.'],
          conflict: null,
        },
        { field: 'contacts', label: 'Contacts', before: [], after: ['05 36 49 00 12'], conflict: null },
      ],
    });
    const [said, ...others] = openAnswerNotices(withNumber);
    expect([said?.title, others]).toEqual(['Des coordonnées sont écrites dans un texte', []]);
    expect(spaces(said?.text ?? '')).toMatch(/^Présentation courte : 06 39 98 00 77\. Tout le monde/);
    const address = { before: [], after: ['Au 12 rue des Lilas, 33920 Saint-Savin.'], conflict: null };
    const [home] = openAnswerNotices(
      opened({
        differences: [
          { field: 'howToJoin', label: 'Comment s’inscrire', ...address },
          { field: 'address', label: 'Adresse', ...address },
        ],
      }),
    );
    expect(spaces(home?.text ?? '')).toMatch(/^Comment s’inscrire : 12 rue des Lilas, 33920 Saint-Savin\. Tout/);
    const moved = opened({
      differences: [{ field: 'name', label: 'Nom', before: ['a'], after: ['b'], conflict: ['c'] }],
    });
    expect(titles(moved)).toEqual(['La fiche a changé depuis que l’association a répondu']);
    expect(openAnswerNotices(moved)[0]?.text).toContain('Nom');
    // « Rien n’a changé » is not said of an answer that nobody can read.
    const unreadable = { ...moved.answer, kind: 'rien n’a changé' as const, unreadable: 'Illisible.' };
    expect(titles({ ...moved, answer: unreadable })).toEqual([]);
    expect(titles(opened({ answer: queued({ state: 'acceptée', openedBy: 'Claire' }) }))).toEqual([
      'Cette réponse est acceptée',
    ]);
    expect(titles(opened({ answer: queued({ kind: 'rien n’a changé' }), differences: [] }))).toEqual([
      'Rien n’a changé',
    ]);
  });

  it('stands under the sections of the association’s own form', () => {
    const differences = ['contacts', 'name', 'activities'].map((field) => ({
      field,
      label: field,
      before: [],
      after: [],
      conflict: null,
    }));
    expect(differencesBySection(opened({ differences })).map(({ title }) => title)).toEqual([
      'L’association',
      'Activités',
      'Contacts',
    ]);
    const event = opened({ answer: queued({ kind: 'événement' }), differences });
    expect(differencesBySection(event)).toEqual([{ title: 'L’événement proposé', differences }]);
  });

  it('says what came of it', () => {
    const say = (draft: { published: boolean } | null, kind: QueuedAnswer['kind']) =>
      spaces(acceptedWords('Fête', { draft }, kind));
    expect(say(null, 'modification')).toBe('« Fête » : c’est publié.');
    expect(say({ published: false }, 'guide')).toContain('brouillon');
    expect(say({ published: true }, 'événement')).toContain('publié');
    expect(say(null, 'rien n’a changé')).toContain('confirmée');
  });
});

describe('a refusal', () => {
  it('offers reasons that the server takes', () => {
    expect(readyReasons.length).toBeGreaterThan(3);
    for (const { text } of readyReasons) {
      expect(isReason(text)).toBe(true);
      expect(RefusalReason.safeParse({ reason: text }).success).toBe(true);
    }
  });

  it('asks for a sentence', () => {
    expect(isReason('  non ')).toBe(false);
    expect(isReason('x'.repeat(1001))).toBe(false);
  });

  it('says who reads it', () => {
    expect(refusalWordsOf('modification').meaning('a@exemple.org')).toContain('a@exemple.org');
    expect(refusalWordsOf('modification').meaning(null)).toContain('personne ne le recevra');
    expect(refusalWordsOf('signalement').meaning('a@exemple.org')).toContain(
      'Votre réponse sera envoyée à a@exemple.org',
    );
    expect(refusalWordsOf('signalement').readyReasons).toEqual([]);
  });
});
