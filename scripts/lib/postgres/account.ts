/** The system account that PostgreSQL runs as when Trame was started by root, which PostgreSQL refuses. */
import { spawnSync } from 'node:child_process';
import { messages } from '../messages.ts';
import { PlainError } from '../plain-error.ts';

export interface Account {
  readonly ids: { readonly uid: number; readonly gid: number };
}

const OWN_ACCOUNT = 'trame-postgres';

function lookUp(name: string): Account | null {
  const ask = (flag: '-u' | '-g') => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (uid.status !== 0 || gid.status !== 0) return null;
  const account = { ids: { uid: Number(uid.stdout), gid: Number(gid.stdout) } };
  // In a container that maps few accounts, one may be listed and still be impossible to become.
  return spawnSync('id', { ...account.ids, cwd: '/' }).status === 0 ? account : null;
}

/**
 * Null for an ordinary user, who runs PostgreSQL himself. For root: the machine's own `postgres` account, else one made
 * for this purpose, else `nobody`.
 * @throws {PlainError} when root can become nobody else.
 */
export function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const found = lookUp('postgres') ?? lookUp(OWN_ACCOUNT);
  if (found) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_ACCOUNT]);
  const made = lookUp(OWN_ACCOUNT) ?? lookUp('nobody');
  if (!made) throw new PlainError(messages.noUnprivilegedUser());
  return made;
}
