import { expect, it } from 'vitest';
import { recentDetail, recentTitle, type RecentRecord } from './recent-words.ts';

const event: RecentRecord = {
  documentId: 'a',
  title: 'Forum',
  contentTypeUid: 'api::event.event',
  contentTypeDisplayName: 'Événement',
  kind: 'collectionType',
  updatedAt: '2026-11-21T13:32:00.000Z',
  status: 'modified',
};
const now = new Date('2026-11-21T18:00:00Z');
const plain = (text: string) => text.replace(/\s/g, ' ');

it('says what was changed, in which state it is, and when', () => {
  expect(plain(recentDetail(event, now))).toBe('Événement · modifications non publiées · aujourd’hui à 14 h 32');
  const home: RecentRecord = { ...event, kind: 'singleType', title: 'x', contentTypeDisplayName: 'Page d’accueil' };
  expect(recentTitle(home)).toBe('Page d’accueil');
  expect(plain(recentDetail({ ...home, status: undefined }, now))).toBe('Page · aujourd’hui à 14 h 32');
  expect(recentTitle({ ...event, title: null })).toBe('Sans nom');
});
