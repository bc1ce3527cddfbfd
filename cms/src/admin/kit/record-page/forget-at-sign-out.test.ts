// @vitest-environment node
import { beforeAll, expect, it, vi } from 'vitest';
import { forgettingAtSignOut } from './forget-at-sign-out.ts';

beforeAll(() => {
  vi.stubGlobal('window', { location: { href: 'http://127.0.0.1:1337/admin/' } });
});

it('forgets when an editor signs out, and not when a session ends by itself', async () => {
  const forget = vi.fn();
  const send = vi.fn(() => Promise.resolve(new Response()));
  const fetch = forgettingAtSignOut(send, forget);
  // Strapi's own two requests: of the menu, and of a session that is dead.
  await fetch('/admin/logout', { method: 'POST', body: JSON.stringify({ deviceId: 'x' }) });
  expect(forget).toHaveBeenCalledTimes(1);
  await fetch('/admin/logout', { method: 'POST' });
  await fetch('/admin/login', { method: 'POST', body: JSON.stringify({ deviceId: 'x' }) });
  expect(forget).toHaveBeenCalledTimes(1);
  expect(send).toHaveBeenCalledTimes(3);
});
