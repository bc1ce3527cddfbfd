import { expect, it } from 'vitest';
import { accountInWords, backupsInWords } from './settle-in.ts';

const account = { url: 'http://127.0.0.1:1337/admin', email: 'moi@example.org', password: 'Abcd-efgh-2345-jkmn' };
const say = (admin: Parameters<typeof accountInWords>[0], variables = {}) =>
  accountInWords(admin, '/donnees', variables).join('\n');

it('shows the password once, and from then on where it is kept', () => {
  expect(say({ account, isNew: true })).toContain(account.password);
  const later = say({ account, isNew: false });
  expect(later).not.toContain(account.password);
  expect(later).toContain(account.email);
  expect(later).toContain('/donnees/admin.json');
});

it('shows no password that somebody has chosen, and makes none up for accounts that the database brings', () => {
  expect(say({ account, isNew: true }, { TRAME_ADMIN_PASSWORD: account.password })).not.toContain(account.password);
  expect(say({ account: null, isNew: false })).toMatch(/a déjà ses comptes/);
});

it('shows the key of the backups once, and from then on where it is kept', () => {
  const key = { file: '/donnees/backup.key', recipient: 'age1public', identity: 'AGE-SECRET-KEY-1EXAMPLE' };
  expect(backupsInWords({ ...key, isNew: true }, '/donnees/backups').join('\n')).toContain(key.identity);
  const later = backupsInWords({ ...key, isNew: false }, '/donnees/backups').join('\n');
  expect(later).not.toContain(key.identity);
  expect(later).toContain(key.file);
});
