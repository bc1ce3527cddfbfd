import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Twins, type TwinQuestion } from '../../domain/contract/desk/finding.ts';

/** Once somebody pauses: a name is compared when it is there, not letter by letter. */
const PAUSE_MS = 400;

/** A name of two letters is like too many. */
const LEAST_NAME = 3;

/** Records that may be the one that is being made; empty while nothing is known, and when it cannot be asked. */
export function useTwins(question: TwinQuestion): Twins['found'] {
  const { get } = useFetchClient();
  const [known, setKnown] = useState<{ key: string; found: Twins['found'] }>({ key: '', found: [] });
  const { name, phone, email, rnaId } = question;
  const asks = name.trim().length >= LEAST_NAME || [phone, email, rnaId].some((text) => text.trim() !== '');
  const key = asks ? JSON.stringify(question) : '';
  useEffect(() => {
    if (key === '') return;
    let alive = true;
    const timer = window.setTimeout(() => {
      get<unknown>('/trame/look-alikes', { params: JSON.parse(key) as TwinQuestion }).then(
        ({ data }) => alive && setKnown({ key, found: Twins.parse(data).found }),
        () => undefined, // a warning that does not come refuses nothing
      );
    }, PAUSE_MS);
    return () => {
      alive = false;
      window.clearTimeout(timer);
    };
  }, [get, key]);
  return key === '' ? [] : known.found;
}
