import { expect, it } from 'vitest';
import type { ShownSchedule } from '../../../domain/contract/desk/schedule.ts';
import { nextMoment, scheduleInList, scheduleSaid, scheduleSentence } from './schedule-words.ts';

const NOW = new Date('2026-12-04T09:12:00Z');
const MONDAY = '2026-12-07T07:00:00.000Z';
const WEDNESDAY = '2026-12-09T17:00:00.000Z';
const schedule = (more: Partial<ShownSchedule>): ShownSchedule => ({
  publishAt: null,
  publishRefusal: null,
  offlineAt: null,
  offlineRefusal: null,
  by: 'Camille Duval',
  plannedAt: '2026-12-04T09:00:00.000Z',
  ...more,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it('says what will happen, and of what is online that its changes will appear', () => {
  const both = { publishAt: MONDAY, offlineAt: WEDNESDAY };
  expect(plain(scheduleSentence(both, false, NOW))).toBe(
    'Paraîtra le lundi 7 décembre à 8 h et quittera le site le mercredi 9 décembre à 18 h.',
  );
  expect(plain(scheduleSentence(both, true, NOW))).toBe(
    'Les modifications paraîtront le lundi 7 décembre à 8 h et la fiche quittera le site le mercredi 9 décembre à 18 h.',
  );
  expect(plain(scheduleSentence({ publishAt: null, offlineAt: WEDNESDAY }, true, NOW))).toBe(
    'Quittera le site le mercredi 9 décembre à 18 h.',
  );
});

it('says what was not done and why, beside what still is to be', () => {
  const refused = schedule({ publishAt: MONDAY, publishRefusal: '« Bal » : Résumé — vide.', offlineAt: WEDNESDAY });
  const { tone, sentences } = scheduleSaid(refused, true, new Date('2026-12-08T08:00:00Z'));
  expect([tone, sentences.map(plain)]).toEqual([
    'danger',
    [
      'La publication prévue le lundi 7 décembre à 8 h n’a pas eu lieu : « Bal » : Résumé — vide.',
      'Quittera le site le mercredi 9 décembre à 18 h.',
    ],
  ]);
  // What a restored backup holds back may lie ahead.
  const held = schedule({ offlineAt: WEDNESDAY, offlineRefusal: 'une sauvegarde a été remise en place.' });
  expect(plain(scheduleSaid(held, true, NOW).sentences.join())).toBe(
    'Le retrait prévu le mercredi 9 décembre à 18 h est en attente : une sauvegarde a été remise en place.',
  );
});

it('is short in a list', () => {
  const lines = scheduleInList(schedule({ publishAt: MONDAY, publishRefusal: 'Non.', offlineAt: WEDNESDAY }));
  expect(lines.map(({ text, refused }) => [plain(text), refused])).toEqual([
    ['Publication à reprendre', true],
    ['Retrait le 9 déc. à 18 h', false],
  ]);
});

it('knows what comes next, and nothing of what was refused', () => {
  expect(nextMoment(null)).toBeNull();
  expect(nextMoment(schedule({ publishAt: MONDAY, offlineAt: WEDNESDAY }))).toBe(MONDAY);
  expect(nextMoment(schedule({ publishAt: MONDAY, publishRefusal: 'Non.', offlineAt: WEDNESDAY }))).toBe(WEDNESDAY);
});
