import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LinkToken } from '../../domain/contract/associations/my-entry.ts';
import { hashLinkToken, makeLinkToken, type LinkPurpose } from './link-token.ts';

const complete = {
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
};

beforeEach(() => {
  for (const [name, value] of Object.entries(complete)) vi.stubEnv(name, value);
});
afterEach(() => vi.unstubAllEnvs());

describe('the token of a link', () => {
  it('is always the same, and of the form that the contract asks for', () => {
    const token = makeLinkToken('ma-fiche', 'abc123', 1);
    expect(LinkToken.safeParse(token).success).toBe(true);
    expect(makeLinkToken('ma-fiche', 'abc123', 1)).toBe(token);
  });

  it('is another one for another purpose, subject, generation or installation', () => {
    const purposes: LinkPurpose[] = ['ma-fiche', 'retrait', 'connexion', 'invitation', 'donnees'];
    const tokens = [
      ...purposes.map((purpose) => makeLinkToken(purpose, 'abc123', 1)),
      makeLinkToken('ma-fiche', 'abc124', 1),
      makeLinkToken('ma-fiche', 'abc123', 2),
    ];
    vi.stubEnv('TRAME_LINK_SECRET', 'le-secret-des-liens-d-ailleurs');
    tokens.push(makeLinkToken('ma-fiche', 'abc123', 1));
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('cannot be made for what two subjects would share', () => {
    expect(() => makeLinkToken('ma-fiche', 'abc:1', 2)).toThrow(/identifier/);
    expect(() => makeLinkToken('ma-fiche', '', 1)).toThrow(/identifier/);
    for (const generation of [0, -1, 1.5, Number.NaN]) {
      expect(() => makeLinkToken('ma-fiche', 'abc', generation)).toThrow(/generation/);
    }
  });

  it('is stored as a hash that does not hold it', () => {
    const token = makeLinkToken('retrait', 'abc123', 1);
    expect(hashLinkToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashLinkToken(token)).not.toBe(hashLinkToken(`${token} `));
  });
});
