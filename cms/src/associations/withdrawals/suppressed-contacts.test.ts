import { beforeAll, describe, expect, it } from 'vitest';
import { contactMark } from '../../platform/suppressions/register.ts';
import { actsBetween, withdrawnActs, type ComparedContact } from './suppressed-contacts.ts';

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
    process.env[name] ??= 'a-secret-for-the-tests';
  process.env['DATABASE_URL'] ??= 'postgresql://nobody@127.0.0.1/none';
});

const A = 'an-association';
const mark = (value: string) => contactMark(A, value);
const PHONE = '+33536490101';
const EMAIL = 'silence@example.org';
const contact = (more: Partial<ComparedContact> = {}): ComparedContact => ({
  phone: PHONE,
  email: EMAIL,
  web: true,
  print: true,
  professionals: false,
  openData: false,
  ...more,
});

describe('what a new published version takes off', () => {
  it('is nothing when a contact stays, agrees to more, or never agreed', () => {
    expect(actsBetween(A, [contact()], [contact()])).toEqual([]);
    expect(actsBetween(A, [contact()], [contact({ openData: true, email: 'Silence@Example.org ' })])).toEqual([]);
    expect(actsBetween(A, [contact({ web: false, print: false })], [])).toEqual([]);
    expect(actsBetween(A, [], [contact()])).toEqual([]);
  });

  it('is a contact that is gone, with both its values', () => {
    expect(actsBetween(A, [contact()], [])).toEqual(
      [PHONE, EMAIL].map((value) => ({
        kind: 'contact',
        association: A,
        mark: mark(value),
        channels: ['web', 'print'],
      })),
    );
  });

  it('is the channels that are closed, and those alone', () => {
    expect(actsBetween(A, [contact()], [contact({ web: false })])).toEqual(
      [PHONE, EMAIL].map((value) => ({ kind: 'contact', association: A, mark: mark(value), channels: ['web'] })),
    );
  });

  it('is a number alone when its contact goes on without it, or with another', () => {
    const act = { kind: 'value', association: A, mark: mark(PHONE) };
    expect(actsBetween(A, [contact()], [contact({ phone: null })])).toEqual([act]);
    expect(actsBetween(A, [contact()], [contact({ phone: '+33536490199' })])).toEqual([act]);
    // but the whole contact when what is left of it agrees to less
    expect(actsBetween(A, [contact()], [contact({ phone: null, web: false })])).toEqual([
      { kind: 'contact', association: A, mark: mark(PHONE), channels: ['web', 'print'] },
      { kind: 'contact', association: A, mark: mark(EMAIL), channels: ['web'] },
    ]);
  });

  it('is nothing when another contact says the same value in the same channels', () => {
    expect(
      actsBetween(A, [contact(), contact({ email: null })], [contact({ email: null }), contact({ phone: null })]),
    ).toEqual([]);
  });
});

it('a withdrawal takes off both values, from every channel, also one that nobody has opened yet', () => {
  const acts = withdrawnActs(A, [contact(), contact({ phone: null })]);
  expect(acts).toHaveLength(2);
  for (const act of acts) expect(act).toMatchObject({ channels: ['web', 'print', 'professionals', 'openData'] });
});

it('marks differ by association, and nobody reads a value in them', () => {
  expect(mark(PHONE)).not.toBe(contactMark('another', PHONE));
  expect(mark(EMAIL)).toBe(mark(` ${EMAIL.toUpperCase()}`));
  expect(mark(PHONE)).toMatch(/^[0-9a-f]{64}$/);
});
