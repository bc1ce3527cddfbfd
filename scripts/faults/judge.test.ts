/** The judge refuses what it must refuse: with made-up observations, since the real ones take minutes. */
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  judgeAnswers,
  judgePauses,
  judgePublication,
  type PublicationSeen,
  type SeenRelease,
} from './judge.ts';

const one: SeenRelease = { id: 'one', files: { '/': 'home', '/a/': 'a-1', '/status.json': 's-1' } };
const two: SeenRelease = { id: 'two', files: { '/': 'home', '/a/': 'a-2', '/status.json': 's-2' } };
const three: SeenRelease = { id: 'three', files: { '/': 'home', '/a/': 'a-1', '/status.json': 's-3' } };

/** Asked one after the other, a second each. */
const inTurn = (...said: [address: string, digest: string][]): Answer[] =>
  said.map(([address, digest], at) => ({ address, digest, status: 200, begun: at * 1000, ended: at * 1000 + 900 }));

describe('the answers to a visitor', () => {
  it('are well when each is of a release and none goes back', () => {
    const answers = inTurn(
      ['/', 'home'],
      ['/a/', 'a-1'],
      ['/status.json', 's-1'],
      ['/a/', 'a-2'],
      ['/', 'home'],
      ['/status.json', 's-2'],
    );
    expect(judgeAnswers([one, two], answers)).toEqual({ bad: [], reached: 1 });
  });

  it('are refused when a site is half switched: the new page, then the old status', () => {
    const { bad } = judgeAnswers([one, two], inTurn(['/a/', 'a-2'], ['/status.json', 's-1']));
    expect(bad).toEqual([{ address: '/status.json', why: 'an answer of one after one of two' }]);
  });

  it('are refused when an earlier release comes back, also one that was seen before these answers', () => {
    const { bad } = judgeAnswers([one, two], inTurn(['/a/', 'a-1']), 1);
    expect(bad).toEqual([{ address: '/a/', why: 'an answer of one after one of two' }]);
  });

  it('are well in either order when they were asked at the same time', () => {
    const answers: Answer[] = [
      { address: '/a/', digest: 'a-2', status: 200, begun: 0, ended: 50 },
      { address: '/status.json', digest: 's-1', status: 200, begun: 10, ended: 40 },
    ];
    expect(judgeAnswers([one, two], answers)).toEqual({ bad: [], reached: 1 });
  });

  it('count a file that releases share for the earliest, so that none is refused by a guess', () => {
    const answers = inTurn(
      ['/a/', 'a-1'],
      ['/status.json', 's-1'],
      ['/a/', 'a-2'],
      ['/a/', 'a-1'],
      ['/status.json', 's-3'],
    );
    expect(judgeAnswers([one, two, three], answers)).toEqual({ bad: [], reached: 2 });
    expect(
      judgeAnswers([one, two, three], inTurn(['/a/', 'a-2'], ['/a/', 'a-1'], ['/status.json', 's-2'])).bad,
    ).toHaveLength(1);
  });

  it('are refused when they are of no release: torn, or of a folder that never went live', () => {
    const { bad } = judgeAnswers([one, two], inTurn(['/a/', 'half of it']));
    expect(bad).toEqual([{ address: '/a/', why: 'an answer of no release' }]);
    expect(judgeAnswers([{ id: 'holed', files: { '/a/': null } }], inTurn(['/a/', 'a-1'])).bad).toHaveLength(1);
  });

  it('are refused when they are an error, or none comes', () => {
    const { bad } = judgeAnswers(
      [one],
      [
        { address: '/', status: 404, digest: 'home', begun: 0, ended: 1 },
        { address: '/', status: 503, digest: null, begun: 2, ended: 3 },
        { address: '/', status: null, digest: null, cause: 'ECONNREFUSED', begun: 4, ended: 5 },
      ],
    );
    expect(bad.map(({ why }) => why)).toEqual(['404', '503', 'no answer (ECONNREFUSED)']);
  });
});

describe('a publication', () => {
  const well: PublicationSeen = {
    acknowledged: 'kolumak',
    cms: 'kolumak',
    site: { page: true, search: true },
    recoveredMs: 4000,
    restless: 1,
    explained: 1,
    deaths: [{ program: 'Le déployeur', said: true, back: true }],
    diedUnasked: [],
    damaged: null,
    besides: [],
  };

  it('is well when it is on the site and everything came back', () => {
    expect(judgePublication(well)).toEqual([]);
  });

  it.each<[string, Partial<PublicationSeen>, RegExp]>([
    ['the CMS has forgotten it', { cms: 'what was there before' }, /^lost: “kolumak”/],
    ['the CMS has nothing left', { cms: null }, /^lost: .*“nothing”/],
    ['the page says something else', { site: { page: false, search: true } }, /in: page$/],
    ['only the page has followed', { site: { page: true, search: false } }, /in: search$/],
    ['it does not get well', { recoveredMs: null }, /within the limit/],
    ['releases are made for nothing', { restless: 2 }, /2 more releases/],
    ['a death is hidden', { deaths: [{ program: 'X', said: false, back: true }] }, /X: its death/],
    ['what died stays dead', { deaths: [{ program: 'X', said: true, back: false }] }, /X: not started/],
    ['another program dies with it', { diedUnasked: ['Y'] }, /Y: died/],
    ['what is online was changed', { damaged: 'index.html' }, /index\.html/],
    ['something else is wrong', { besides: ['health: 204'] }, /health/],
  ])('is refused when %s', (_, change, words) => {
    const wrong = judgePublication({ ...well, ...change });
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(words);
  });
});

describe('the pauses before a restart', () => {
  const deployer = (at: number, pauseS: number) => ({ program: 'Le déployeur', at, pauseS });
  const cms = (at: number, pauseS: number) => ({ program: 'Le serveur d’édition', at, pauseS });

  it('double for each program, up to a minute, and begin again after a steady run', () => {
    const said = [deployer(0, 1), cms(5, 1), deployer(10, 2), deployer(20, 4), cms(500, 1)];
    expect(judgePauses(said)).toEqual([]);
    const longest = [1, 2, 4, 8, 16, 32, 60, 60].map((pauseS, at) => deployer(at * 100, pauseS));
    expect(judgePauses(longest)).toEqual([]);
  });

  it('are refused when they do not grow, or begin again too soon', () => {
    expect(judgePauses([deployer(0, 1), deployer(10, 1)])).toEqual([
      'Le déployeur: started again after 1 s, where 2 s were due',
    ]);
    expect(judgePauses([deployer(0, 1), deployer(200, 1)])).toHaveLength(1);
    expect(judgePauses([deployer(0, 2)])).toHaveLength(1);
  });
});
