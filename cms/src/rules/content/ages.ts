import { checkAges } from '../../domain/ages.ts';
import type { AgeUnit } from '../../domain/vocabulary/age-units.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';
import { visitObjects } from '../../domain/visit.ts';

const RANGES: Record<string, string> = {
  'api::association.association': 'activities.*',
  'api::audience.audience': '',
};

const age = (value: unknown): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value);

/** Absent on a record of before it was asked, and on audiences: years. */
const unit = (value: unknown): AgeUnit => (value === 'mois' ? 'mois' : 'ans');

function check(uid: string, record: Values): Fault[] {
  return visitObjects(record, RANGES[uid] ?? '').flatMap(({ object, path }) => {
    const result = checkAges({
      ageMin: age(object['ageMin']),
      ageMinUnit: unit(object['ageMinUnit']),
      ageMax: age(object['ageMax']),
      ageMaxUnit: unit(object['ageMaxUnit']),
    });
    return result.ok ? [] : [{ path: [...path, 'ageMax'], message: result.message }];
  });
}

/** Ages are whole years or months, in order. */
export const ages: Rule = {
  appliesTo: Object.keys(RANGES),
  onSave: ({ uid, data }) => check(uid, data),
  onPublish: ({ uid, record }) => check(uid, record),
};
