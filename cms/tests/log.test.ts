/** What the CMS writes down of the requests that it gets, read where its log leaves the program. */
import { beforeAll, expect, it, vi } from 'vitest';
import { startCms, type Cms } from './helpers/cms.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

/** The lines that reach the log while `act` is under way. */
async function linesOf(act: () => Promise<unknown>): Promise<string> {
  const { log } = cms.strapi;
  const { level } = log;
  const lines: string[] = [];
  const [transport] = log.transports;
  if (!transport?.log) throw new Error('The CMS writes its log nowhere');
  const written = vi.spyOn(transport, 'log').mockImplementation((info: Record<symbol, string>, next: () => void) => {
    lines.push(info[Symbol.for('message')] ?? '');
    next();
  });
  log.level = 'http';
  try {
    await act();
  } finally {
    log.level = level;
    written.mockRestore();
  }
  return lines.join('\n');
}

it('says of each request what was asked, and no secret that stood in its address', async () => {
  const secrets = {
    token: 'Jeton-de-quarante-trois-signes_0123456789ab',
    reset: '0123456789abcdef0123456789abcdef01234567',
    code: 'K7QF-29XM-TWDA',
    password: 'Un-mot-de-passe-de-personne',
    telephone: '192837',
    recovery: 'bcdf-2345-ghjk-6789',
  };
  const addresses = [
    `/ma-fiche/%23${secrets.token}`,
    `/fr/ma-fiche/${secrets.token}`,
    `/api/ma-fiche/ouvrir?token=${secrets.token}`,
    `/nulle-part?u=https%3A%2F%2Fa.example%2Fretrait%2F%2523${secrets.token}`,
    `/imprimeur/ab12.cd34.tz1k2c.${secrets.token}/`,
    `/api/ma-fiche/code?code=${secrets.code}`,
    `/admin/registration-info?registrationToken=${secrets.reset}`,
    `/admin/auth/reset-password?code=${secrets.reset}`,
    `/admin/login?email=a@example.org&password=${secrets.password}&secondFactor=${secrets.telephone}`,
    `/admin/login?code=${secrets.recovery}`,
  ];
  const log = await linesOf(async () => {
    for (const address of addresses) await fetch(`${cms.url}${address}`);
    cms.strapi.log.error(new Error(`could not open ${secrets.token}`));
  });
  expect(log.match(/GET /g)).toHaveLength(addresses.length);
  expect(log).toMatch(/GET \/ma-fiche\/\*\*\* \(\d+ ms\) 404/);
  expect(log).toContain('could not open');
  for (const secret of Object.values(secrets)) expect(log).not.toContain(secret);
});
