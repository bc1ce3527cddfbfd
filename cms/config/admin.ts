import { readEnvironment } from '../src/environment.ts';

export default () => {
  const environment = readEnvironment();
  return {
    auth: {
      secret: environment.ADMIN_JWT_SECRET,
      sessions: { accessTokenLifespan: 30 * 60 },
    },
    apiToken: { salt: environment.API_TOKEN_SALT },
    transfer: { token: { salt: environment.TRANSFER_TOKEN_SALT } },
    secrets: { encryptionKey: environment.ENCRYPTION_KEY },
    flags: { nps: false, promoteEE: false },
    autoOpen: false,
  };
};
