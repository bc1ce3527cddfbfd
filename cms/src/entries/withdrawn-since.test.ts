import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Suppression } from '../domain/stored/suppression.ts';
import { contactMark } from '../platform/suppressions/register.ts';
import { closing, withdrawnUnsent } from './withdrawn-since.ts';

beforeAll(() => {
  for (const name of [
    'APP_KEYS',
    'API_TOKEN_SALT',
    'ADMIN_JWT_SECRET',
    'TRANSFER_TOKEN_SALT',
    'JWT_SECRET',
    'ENCRYPTION_KEY',
    'TRAME_EXPORT_TOKEN',
    'TRAME_WEBHOOK_SECRET',
    'TRAME_LINK_SECRET',
  ])
    vi.stubEnv(name, 'a-secret-for-the-tests');
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1/none');
});

const named = { uid: 'api::association.association', documentId: 'an-association' };
const PHONE = '+33536490101';
const anne = (more: object = {}) => ({
  role: 'Présidence',
  name: 'Anne Martin',
  phone: PHONE,
  email: null,
  web: true,
  print: true,
  professionals: false,
  openData: false,
  consentDate: '2025-06-02',
  consentSource: 'courriel',
  ...more,
});
const out = anne({ web: false, print: false, consentDate: null, consentSource: null });
const withdrawal = (): Suppression => ({
  id: '4f6f0c7e-6f0e-4f27-9d5c-1d7c8f6f3a11',
  at: '2026-11-30T08:00:00.000Z',
  secret: '0123456789abcdef',
  after: null,
  act: {
    kind: 'contact',
    association: named.documentId,
    mark: contactMark(named.documentId, PHONE),
    channels: ['web', 'print'],
  },
});

describe('a form that was opened before a withdrawal', () => {
  const opened = { summary: 'Un.', activities: [], contacts: [anne()] };

  it('tells of it, though it sends other fields than the contacts', () => {
    const standing = { ...opened, contacts: [out] };
    const close = closing(named, [withdrawal()], standing);
    const sent = { activities: [] };
    expect(close(sent).told).toEqual([]);
    expect(withdrawnUnsent(close, opened, sent, standing)).toEqual([
      expect.stringMatching(/^Anne Martin.*retiré le 30 novembre.*reste retiré/),
    ]);
  });

  it('tells it once of contacts that it sends', () => {
    const standing = { ...opened, contacts: [out] };
    const close = closing(named, [withdrawal()], standing);
    expect(close({ contacts: [anne()] }).told).toHaveLength(1);
    expect(withdrawnUnsent(close, opened, { contacts: [anne()] }, standing)).toEqual([]);
  });

  it('tells nothing of who agreed anew since, nor of who had agreed to nothing', () => {
    const anew = { ...opened, contacts: [anne({ consentDate: '2026-12-01' })] };
    expect(withdrawnUnsent(closing(named, [withdrawal()], anew), opened, {}, anew)).toEqual([]);
    const before = { ...opened, contacts: [out] };
    expect(withdrawnUnsent(closing(named, [withdrawal()], before), before, {}, before)).toEqual([]);
    expect(withdrawnUnsent(closing(named, [], opened), opened, {}, opened)).toEqual([]);
  });

  it('tells the way to register that an event lost', () => {
    const event = { uid: 'api::event.event', documentId: 'an-event' };
    const form = { title: 'Forum', registration: [{ kind: 'téléphone', value: PHONE }] };
    const close = closing(event, [withdrawal()], { ...form, registration: [] });
    expect(withdrawnUnsent(close, form, { title: 'Forum !' }, { ...form, registration: [] })).toEqual([
      expect.stringContaining('moyen d’inscription a été retiré'),
    ]);
  });
});
