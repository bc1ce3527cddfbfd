import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { LabelsLook, TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { problemOf } from '../../kit/problem.ts';
import { lookAtLabels } from './take-out-api.ts';

/** What is to be known of the postal addresses of a list; null until it is known. */
export function useAddressesLook(taken: TakenRecords, onProblem: (problem: string | null) => void): LabelsLook | null {
  const { post } = useFetchClient();
  const [look, setLook] = useState<LabelsLook | null>(null);
  const key = JSON.stringify(taken);
  useEffect(() => {
    let alive = true;
    lookAtLabels({ post }, taken).then(
      (answer) => alive && setLook(answer),
      (error: unknown) => alive && onProblem(problemOf(error)),
    );
    return () => {
      alive = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for what is taken
  }, [post, key]);
  return look;
}
