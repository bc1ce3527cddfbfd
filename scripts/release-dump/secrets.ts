/** Keys of the dumps: public by being here, so that a test can open the links of their letters. Never those of an installation. */
export const DUMP_SECRETS = {
  TRAME_EXPORT_TOKEN: 'an-export-token-of-the-dumps',
  TRAME_WEBHOOK_SECRET: 'a-webhook-secret-of-the-dumps',
  TRAME_LINK_SECRET: 'a-link-secret-of-the-dumps',
  TRAME_BOUNCE_TOKEN: 'a-bounce-token-of-the-dumps',
  TRAME_PRESS_SECRET: 'a-press-secret-of-the-dumps',
  APP_KEYS: 'a-key-of-the-dumps-1,a-key-of-the-dumps-2',
  API_TOKEN_SALT: 'a-salt-of-the-dumps-1',
  ADMIN_JWT_SECRET: 'a-secret-of-the-dumps-1',
  TRANSFER_TOKEN_SALT: 'a-salt-of-the-dumps-2',
  JWT_SECRET: 'a-secret-of-the-dumps-2',
  ENCRYPTION_KEY: 'a-key-of-the-dumps-3',
} as const;

/** The first administrator of the dumps. */
export const DUMP_ADMIN = { email: 'admin@example.org', password: 'Un-mot-de-passe-1' } as const;

export const DUMP_SITE = 'https://annuaire.example.org';
