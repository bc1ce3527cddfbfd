import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

const TOKEN = 'aBc-DEF_0123456789ghijklmnopqrstuvwxyzABC12';
const HEX = '0123456789abcdef0123456789abcdef01234567';

describe('a line of a log', () => {
  it.each([
    ['the link of a letter in the path', `GET /ma-fiche/%23${TOKEN} (3 ms) 404`, TOKEN],
    ['in the query', `GET /ma-fiche?f=${TOKEN}&utm_source=x (3 ms) 404`, TOKEN],
    ['under another folder', `GET /fr/retrait/${TOKEN} (3 ms) 404`, TOKEN],
    ['in an address in an address', `GET /?u=https%3A%2F%2Fa.example%2Fconnexion%2F%2523${TOKEN}`, TOKEN],
    ['at no page of ours', `GET /nulle-part/${TOKEN}/`, TOKEN],
    ['with its signs escaped', `GET /x/${TOKEN.replaceAll('_', '%5F').replaceAll('-', '%252D')}`, TOKEN],
    ['cut in two, at its page', `GET /ma-fiche/%23${TOKEN.slice(0, 20)}%20${TOKEN.slice(20)}`, TOKEN.slice(20)],
    [
      'cut in two by a raw space',
      `GET /ma-fiche/#${TOKEN.slice(0, 20)} ${TOKEN.slice(20)} (3 ms) 404`,
      TOKEN.slice(20),
    ],
    [
      'cut in three by raw spaces',
      `GET /retrait/#${TOKEN.slice(0, 9)}  ${TOKEN.slice(9, 30)} ${TOKEN.slice(30)}`,
      TOKEN.slice(30),
    ],
    ['cut in two in the query', `GET /connexion/?t=${TOKEN.slice(0, 30)} ${TOKEN.slice(30)}`, TOKEN.slice(30)],
    ['cut in two by a soft line break', `GET /ma-fiche/#${TOKEN.slice(0, 20)}= ${TOKEN.slice(20)}`, TOKEN.slice(20)],
    ['cut in two by a quoted line', `GET /ma-fiche/#${TOKEN.slice(0, 20)}\n> ${TOKEN.slice(20)}`, TOKEN.slice(20)],
    ['cut short, at its page', `GET /ma-fiche/%23${TOKEN.slice(0, 30)}`, TOKEN.slice(0, 30)],
    ['the whole link', `cause: fetch https://asso.example.org/mes-donnees/#${TOKEN} failed`, TOKEN],
    ['in JSON', `{"path":"/ma-fiche/${TOKEN}","token":"${TOKEN}"}`, TOKEN],
    ['in the address of a referrer', `Referer: "https://asso.example.org/ma-fiche/?${TOKEN}"`, TOKEN],
    ['the link of a print shop', `GET /imprimeur/ab12.cd34.tz1k2c.${TOKEN}/annuaire.pdf`, TOKEN],
    ['of a new password', `GET /admin/auth/reset-password?code=${HEX}`, HEX],
    ['of an invitation', `GET /admin/registration-info?registrationToken=${HEX} (3 ms) 400`, HEX],
    ['a code of a letter', 'GET /ma-fiche/?code=K7QF-29XM-TWDA', '29XM'],
    ['a code of a letter, in small letters', 'GET /x?code=k7qf29xmtwda', 'k7qf29xmtwda'],
    ['a code of a letter in the path', 'GET /retrait/K7QF-29XM-TWDA', '29XM'],
    ['a code of a telephone', 'POST /admin/login?secondFactor=123456', '123456'],
    ['a code of a telephone, by another name', 'POST /admin/login?code=123456', '123456'],
    ['a recovery code', 'POST /admin/login?x=bcdf-2345-ghjk-6789', 'ghjk'],
    ['a password', 'POST /admin/login?email=a@example.org&password=Un-mot-de-passe', 'Un-mot'],
    ['a password, escaped', 'POST /x?%70assword%3DUn-mot-de-passe', 'Un-mot'],
    ['a parameter in brackets', 'GET /x?data[token]=abcdefgh', 'abcdefgh'],
    ['a header', 'Authorization: Bearer abc.def.ghi', 'abc.def'],
    ['a return path', 'letter to a@example.org from annuaire+0123456789abcdef01@example.org', '0123456789abcdef01'],
    ['two of them', `GET /x?a=${TOKEN}&b=${HEX}`, HEX],
  ])('says nothing of %s', (_, line, secret) => {
    expect(maskSecrets(line)).not.toContain(secret);
    expect(maskSecrets(line)).toContain('***');
  });

  it('says everything else', () => {
    for (const line of [
      'GET /content-manager/collection-types/api::association.association?page=1&sort=name:ASC (12 ms) 200',
      'GET /associations/association-des-parents-d-eleves-de-saint-christoly-de-blaye/ (1 ms) 200',
      'error site: page not read {"path":"/agenda/","cause":"Error: ELOOP: too many symbolic links"}',
      '{"code":"ECONNREFUSED","errno":-111,"syscall":"connect"}',
      'error: duplicate key value violates unique constraint "x" {"code":"23505"}',
      'The program ended with exit code: 137',
      '    at async Object.transform (file:///srv/trame/cms/src/platform/strapi/guard-queries.ts:31:19)',
      'release 2026-11-29T14-02-22-123Z-1a2b3c4d switched',
      'edition 550e8400-e29b-41d4-a716-446655440000 frozen',
      'GET /ma-fiche/ (1 ms) 200',
      'GET /connexion/ opened by camille and closed again after a while 200',
      'GET /api/ma-fiche/ouvrir (1 ms) 404',
      'GET /recherche/?q=chorale%20%C3%A0%20Cavignac&code=33114',
      'a letter to bureau@chorale.example: 550 5.1.1 User unknown',
      '',
    ])
      expect(maskSecrets(line)).toBe(line);
  });

  it('stays one line, whatever was escaped in it', () => {
    expect(maskSecrets(`GET /x?a=%0A2026-01-01%20info%20x&token=${TOKEN}%0d`)).not.toMatch(/[\r\n]/);
  });

  it('holds no secret wherever it stands in it', () => {
    const around = fc.string({ maxLength: 30 }).map((text) => text.replace(/[\w-]$|^[\w-]/g, '/'));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9_-]{42}[A-Z]$/),
        around,
        around,
        fc.boolean(),
        (secret, before, after, escape) => {
          const written = escape ? secret.replace(/[-_A-F]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`) : secret;
          expect(maskSecrets(`GET /${before}/${written}/${after}`)).not.toContain(secret.slice(8));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is masked in a time that is no weapon', () => {
    for (const sign of [
      'a',
      'token',
      'A',
      '-',
      '%25',
      '%',
      '/',
      '=',
      'x=',
      'Bearer ',
      'code=',
      'code',
      '0123-',
      '/ma-fiche/',
      '&#',
      ' "',
      '+',
    ]) {
      // No time is asserted: what grows with the square of the length does not end within the patience of a test.
      expect(maskSecrets(sign.repeat(200_000)).length).toBeGreaterThan(0);
    }
  });
});
