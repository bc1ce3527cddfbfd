import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { RelationChoices, type RelationChoice } from '../../../domain/contract/desk/relation-choices.ts';
import type { Found } from './chooser-field.tsx';

const ADDRESS = '/trame/relation-choices';
/** After the last letter: a search for each would answer out of turn, and late. */
const PAUSE_MS = 150;

/** A relation of a type: what the field chooses for. */
export interface RelationOf {
  readonly uid: string;
  readonly field: string;
}

/** How the chosen records are called; null for one that is gone, absent until it is known. */
export function useNames({ uid, field }: RelationOf, ids: readonly string[]) {
  const { get } = useFetchClient();
  const [names, setNames] = useState<ReadonlyMap<string, RelationChoice | null>>(new Map());
  const unknown = ids.filter((id) => !names.has(id)).join(',');
  useEffect(() => {
    if (unknown === '') return;
    let alive = true;
    get<unknown>(ADDRESS, { params: { uid, field, ids: unknown } }).then(
      ({ data }) => {
        if (!alive) return;
        const found = new Map(RelationChoices.parse(data).choices.map((choice) => [choice.id, choice]));
        setNames(
          (known) => new Map([...known, ...unknown.split(',').map((id) => [id, found.get(id) ?? null] as const)]),
        );
      },
      () => undefined, // they stay without their names, and are asked again with the next change
    );
    return () => {
      alive = false;
    };
  }, [get, uid, field, unknown]);
  const remember = (choice: RelationChoice) => setNames((known) => new Map([...known, [choice.id, choice]]));
  return { names, remember };
}

/** What corresponds to what is typed, asked for once the typing pauses. @param open nothing is asked while the list is closed */
export function useChoices({ uid, field }: RelationOf, typed: string, open: boolean): Found {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<{ readonly to: string; readonly found: Found } | null>(null);
  useEffect(() => {
    if (!open) return;
    let alive = true;
    const answered = (found: Found) => alive && setAnswer({ to: typed, found });
    const search = () => {
      get<unknown>(ADDRESS, { params: { uid, field, q: typed } }).then(
        ({ data }) => answered(RelationChoices.parse(data)),
        () => answered('failed'),
      );
    };
    const timer = window.setTimeout(search, typed === '' ? 0 : PAUSE_MS);
    return () => {
      alive = false;
      window.clearTimeout(timer);
    };
  }, [get, uid, field, typed, open]);
  // What came for other letters is no answer to these: the first of it would be taken for what is typed.
  return answer?.to === typed ? answer.found : 'searching';
}
