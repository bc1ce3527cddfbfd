import { checkAges } from '../../domain/ages.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';
import { visitObjects } from '../engine/visit.ts';

const RANGES: Record<string, string> = {
  'api::association.association': 'activities.*',
  'api::audience.audience': '',
};

const age = (value: unknown): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value);

function check(uid: string, record: Values): Fault[] {
  return visitObjects(record, RANGES[uid] ?? '').flatMap(({ object, path }) => {
    const result = checkAges({ ageMin: age(object['ageMin']), ageMax: age(object['ageMax']) });
    return result.ok ? [] : [{ path: [...path, 'ageMax'], message: result.message }];
  });
}

/** Ages are whole years in order. */
export const ages: Rule = {
  appliesTo: Object.keys(RANGES),
  onSave: ({ uid, data }) => check(uid, data),
  onPublish: ({ uid, record }) => check(uid, record),
};
