/**
 * By what the media library knows a signed-in editor: pictures are asked for by the browser itself, which sends no token of the
 * admin along. A cookie for `/uploads/` alone, signed, and over after half a day.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { requireEnvironment } from '../../environment.ts';

export const PASS_COOKIE = 'trame-mediatheque';
export const PASS_MS = 12 * 60 * 60 * 1000;

const sign = (until: string): string =>
  createHmac('sha256', requireEnvironment().ADMIN_JWT_SECRET).update(`mediatheque:${until}`).digest('base64url');

export function makePass(now: Date): string {
  const until = String(now.getTime() + PASS_MS);
  return `${until}.${sign(until)}`;
}

export function isPass(value: string | undefined, now: Date): boolean {
  const [until = '', signature = ''] = (value ?? '').split('.');
  const [given, made] = [Buffer.from(signature), Buffer.from(sign(until))];
  return given.length === made.length && timingSafeEqual(given, made) && Number(until) > now.getTime();
}
