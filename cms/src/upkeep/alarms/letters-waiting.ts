import { z } from 'zod';
import { plural } from '../../domain/french.ts';
import { momentInWords } from '../../domain/moments.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import type { AlarmRule } from './alarm.ts';

/** A letter that is due leaves within seconds; a campaign goes on for longer, and is seen to go on. */
const WAITING_MINUTES = 30;

const Queue = z.object({ waiting: z.int(), oldest: z.date().nullable(), leaving: z.boolean() });

const words = (waiting: number, since: string): string =>
  `${plural(waiting, 'lettre attend', 'lettres attendent')} de partir, la plus ancienne depuis ${since}, et aucune n’est partie depuis une demi-heure. ` +
  'Elles partiront d’elles-mêmes dès que le serveur d’envoi les prendra. L’administration dit, à la page d’accueil, ce qui les retient.';

/** Letters are due, and none leaves. */
export const lettersWaiting: AlarmRule = {
  id: 'letters-waiting',
  title: 'Des lettres attendent',
  over: 'Les lettres partent de nouveau.',
  async look(strapi, now) {
    const limit = new Date(now.getTime() - WAITING_MINUTES * 60_000);
    const [queue] = await rowsOf(
      strapi.db.connection,
      Queue,
      `select count(*) filter (where state = 'queued' and due_at <= ?)::int as waiting,
              min(due_at) filter (where state = 'queued' and due_at <= ?) as oldest,
              coalesce(bool_or(state = 'sent' and state_at > ?), false) as leaving
         from trame_letters`,
      [limit, limit, limit],
    );
    if (!queue || queue.oldest === null || queue.leaving) return null;
    return { words: words(queue.waiting, momentInWords(queue.oldest.toISOString(), now)), afterMs: 0 };
  },
};
