import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isLinkToken } from '../../domain/secret-address.ts';
import { listMark, listToken, markOfListToken, oneClickAddress } from './list-link.ts';

beforeEach(() => {
  for (const [name, value] of Object.entries({
    DATABASE_URL: 'postgresql://trame@127.0.0.1/trame',
    APP_KEYS: 'premiere-cle-assez-longue,seconde-cle-assez-longue',
    API_TOKEN_SALT: 'assez-long-pour-un-sel-1',
    ADMIN_JWT_SECRET: 'assez-long-pour-un-secret',
    TRANSFER_TOKEN_SALT: 'assez-long-pour-un-sel-2',
    JWT_SECRET: 'assez-long-pour-un-secret',
    ENCRYPTION_KEY: 'assez-long-pour-une-cle',
    TRAME_EXPORT_TOKEN: 'assez-long-pour-un-jeton',
    TRAME_WEBHOOK_SECRET: 'assez-long-pour-un-secret',
    TRAME_LINK_SECRET: 'le-secret-des-liens-d-ici',
    CMS_URL: 'https://cms.example.org',
  }))
    vi.stubEnv(name, value);
});
afterEach(() => vi.unstubAllEnvs());

it('is the token of an address however it is written, and of no other', () => {
  const token = listToken('Marie@Example.org ');
  expect(isLinkToken(token)).toBe(true);
  expect(token).toBe(listToken('marie@example.org'));
  expect(markOfListToken(token)).toBe(listMark('marie@example.org'));
  expect(listMark('marie@example.org')).toMatch(/^[0-9a-f]{64}$/);
  expect(listMark('paul@example.org')).not.toBe(listMark('marie@example.org'));
});

it('is none that anybody else could make', () => {
  const token = listToken('marie@example.org');
  const swapped = Buffer.from(token, 'base64url');
  swapped[0] = swapped[0]! ^ 1;
  expect(markOfListToken(swapped.toString('base64url'))).toBeNull();
  for (const other of ['', 'abc', 'A'.repeat(43), `${token}AAAA`, token.slice(1)])
    expect(markOfListToken(other)).toBeNull();
  vi.stubEnv('TRAME_LINK_SECRET', 'le-secret-des-liens-d-ailleurs');
  expect(markOfListToken(token)).toBeNull();
});

it('stands in an address of the CMS that says nothing of the person', () => {
  expect(oneClickAddress('marie@example.org')).toBe(
    `https://cms.example.org/api/desinscription/un-clic/${listToken('marie@example.org')}`,
  );
});
