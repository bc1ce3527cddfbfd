import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Found } from '../../domain/contract/desk/finding.ts';
import { problemOf } from '../kit/problem.ts';
import { ask } from './finding-api.ts';

/** Between two keys of somebody who types. */
const PAUSE_MS = 120;

interface Answered {
  readonly question: string;
  readonly found: Found | null;
  readonly problem: string | null;
}

/** What answers a question, asked once somebody pauses; the last answer stays while the next is on its way. */
export function useFinding(question: string) {
  const { get } = useFetchClient();
  const [answered, setAnswered] = useState<Answered>({ question: '', found: null, problem: null });
  const asked = question.trim();
  // The first question after a change has the index made anew: it is under way while somebody begins to type.
  useEffect(() => {
    ask({ get }, '').catch(() => undefined);
  }, [get]);
  useEffect(() => {
    if (asked === '') return;
    let alive = true;
    const timer = window.setTimeout(() => {
      ask({ get }, asked).then(
        (found) => alive && setAnswered({ question: asked, found, problem: null }),
        (error: unknown) => alive && setAnswered({ question: asked, found: null, problem: problemOf(error) }),
      );
    }, PAUSE_MS);
    return () => {
      alive = false;
      window.clearTimeout(timer);
    };
  }, [get, asked]);
  if (asked === '') return { found: null, problem: null, isCurrent: true };
  return { found: answered.found, problem: answered.problem, isCurrent: answered.question === asked };
}
