import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { ListOutLook, LookQuestion } from '../../../domain/contract/desk/lists-out.ts';
import { problemOf } from '../../kit/problem.ts';
import { lookAtList } from './take-out-api.ts';

/** What a list would hold for a reader, asked anew when either changes; null until it is known. */
export function useListLook(question: LookQuestion, onProblem: (problem: string | null) => void): ListOutLook | null {
  const { post } = useFetchClient();
  const [look, setLook] = useState<ListOutLook | null>(null);
  const key = JSON.stringify(question);
  useEffect(() => {
    let alive = true;
    lookAtList({ post }, question).then(
      (answer) => {
        if (!alive) return;
        setLook(answer);
        onProblem(null);
      },
      (error: unknown) => alive && onProblem(problemOf(error)),
    );
    return () => {
      alive = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the question
  }, [post, key]);
  return look;
}
