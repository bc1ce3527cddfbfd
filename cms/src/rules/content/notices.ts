import { dayOf } from '../../domain/dates.ts';
import { noticeFaults } from '../../domain/notice-faults.ts';
import type { WrittenNotice } from '../../domain/notice.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const writtenIn = (record: Values): WrittenNotice => ({
  noticeKind: text(record['noticeKind']) as WrittenNotice['noticeKind'],
  noticeUntil: text(record['noticeUntil']).slice(0, 10),
  noticeNote: text(record['noticeNote']),
});

/** A notice has a kind and an end, and no contact. One that is over waits for the program to erase it. */
export const notices: Rule = {
  appliesTo: ['api::association.association'],
  onPublish: ({ record }): Fault[] => {
    const written = writtenIn(record);
    return noticeFaults(written, dayOf(new Date()), written).map(({ path, message }) => ({ path: [path], message }));
  },
};
