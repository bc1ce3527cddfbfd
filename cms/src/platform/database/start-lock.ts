import { Client } from 'pg';

/** Two instances that migrate, sync and index at the same moment would each do half: Strapi itself has no lock between them. */
const NAME = 'trame_start';

/**
 * Waits until no other instance prepares this database. The lock is the connection's: it ends with the process, however
 * that ends.
 * @returns how to let the next one go on
 */
export async function takeStartLock(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // a lost connection is a lost lock; what needs the database says so itself
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [NAME]);
  } catch (error) {
    await client.end();
    throw error;
  }
  return () => client.end();
}
