import type { Layout } from '../layout.ts';
import { wordsOfEntry } from '../words-of-entry.ts';

export const activity: Layout = {
  uid: 'activity.activity',
  mainField: 'label',
  rows: [
    ['label'],
    ['ageMin', 'ageMinUnit'],
    ['ageMax', 'ageMaxUnit'],
    ['slots'],
    ['place', 'communeCode'],
    ['price', 'season'],
    ['description'],
  ],
  fields: wordsOfEntry('activities.*.'),
};

export const slot: Layout = {
  uid: 'activity.slot',
  mainField: 'day',
  rows: [['day', 'begin', 'end'], ['note']],
  fields: wordsOfEntry('activities.*.slots.*.'),
};
