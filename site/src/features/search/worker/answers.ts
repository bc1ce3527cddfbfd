/** Questions of one page, answered one after the other from one library. */
import { allPages, countFacets } from '../counts.ts';
import { ask, type Answer } from '../find/ask.ts';
import type { Library } from '../find/library.ts';
import { onMap } from '../find/on-map.ts';
import type { RankedPage } from '../find/rank.ts';
import { inFrench } from '../bundle/foreign.ts';
import { resultOf, type Result } from '../results.ts';
import { criteriaOf } from '../state.ts';
import { withoutPiece } from '../understand/understand.ts';
import type { Understood } from '../understand/pieces.ts';
import type { Answered, AnswerTo, Question } from './protocol.ts';

/** Of what is almost or nearly asked, so many are shown. */
const MOST_BESIDE = 10;

/** What is said twice stands once. */
const isFirst = (one: Understood, rank: number, all: readonly Understood[]): boolean =>
  all.findIndex(({ piece }) => JSON.stringify(piece) === JSON.stringify(one.piece)) === rank;

/** @param open opens the library, which it keeps */
export function answersFrom(open: () => Promise<Library>): (question: Question) => Promise<AnswerTo[keyof AnswerTo]> {
  /** The last answer, of which more may be asked for, and what it was made from: its pages are none of another release. */
  let last: { readonly found: Answer; readonly library: Library } | null = null;
  let number = 0;

  /** The last answer, if it still stands. */
  const standing = async (): Promise<Answer | null> => (last?.library === (await open()) ? last.found : null);

  async function shown(
    found: Answer | null,
    pages: readonly RankedPage[],
    from: number,
    to: number,
  ): Promise<Result[]> {
    const { facts, index, today } = await open();
    const asked = { days: found?.criteria.days ?? [], dates: found?.criteria.dates ?? null, today };
    return Promise.all(
      pages.slice(from, to).map(async (ranked) => resultOf(facts, ranked, await index.page(ranked.page), asked)),
    );
  }

  /** @param found null where nothing is asked: everything */
  async function places(found: Answer | null): Promise<AnswerTo['places']> {
    const { facts, points } = await open();
    const exact = await points();
    const { communes } = facts.file;
    if (found === null) return { communes, places: onMap(facts, exact, allPages(facts)) };
    // What the list shows; else what it shows instead.
    const pages = found.exact.length > 0 ? found.exact : (found.close?.pages ?? found.near);
    return { communes, places: onMap(facts, exact, pages, found.criteria.communes) };
  }

  async function answer({ state, wanted, from, language }: Question & { kind: 'ask' }): Promise<Answered> {
    const own = ++number;
    const library = await open();
    const translated =
      language === 'fr' || state.literally
        ? { q: state.q, read: [] }
        : inFrench(state.q, await library.foreign(language));
    const found = await ask(library, {
      q: translated.q,
      ticked: criteriaOf(state),
      literally: state.literally,
      from,
    });
    const [exact, beside] = await Promise.all([
      shown(found, found.exact, 0, wanted),
      shown(found, found.close?.pages ?? found.near, 0, MOST_BESIDE),
    ]);
    // A later question may have been answered meanwhile, and it is of that one that more is asked for.
    if (own === number) last = { found, library };
    const { q, corrected, absent, marked, idle, close, understood, criteria } = found;
    return {
      q,
      words: understood.words,
      left: understood.left,
      corrected: [...translated.read, ...corrected],
      absent,
      marked,
      idle,
      number: own,
      total: found.exact.length,
      exact,
      near: close === null ? beside : [],
      close: close === null ? null : { label: close.label, why: close.why, results: beside },
      understood: understood.pieces
        .filter(isFirst)
        .map((one) => ({ piece: one.piece, without: withoutPiece(found.q, understood, one) })),
      hasWords: understood.words.length > 0,
      communes: criteria.communes,
      within: criteria.within,
    };
  }

  return async (question) => {
    switch (question.kind) {
      case 'open':
        await open();
        return null;
      case 'ask':
        return answer(question);
      case 'more': {
        const found = question.answer === number ? await standing() : null;
        return found && shown(found, found.exact, question.from, question.to);
      }
      case 'places': {
        if (question.answer === null) last = null;
        const found = question.answer === number ? await standing() : null;
        return question.answer === null || found !== null ? places(found) : null;
      }
      case 'entries':
        return shown(await standing(), question.pages, 0, question.pages.length);
      case 'count':
        return countFacets(await open(), question.state);
    }
  };
}
