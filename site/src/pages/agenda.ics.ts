import type { APIRoute } from 'astro';
import { content } from '../content/content.ts';
import { calendarHeaders, calendarOf } from '../features/agenda/calendar-entries.ts';

export const GET: APIRoute = () => new Response(calendarOf(content.events.all), { headers: calendarHeaders });
