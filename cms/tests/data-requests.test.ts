/** What is held about an e-mail address, for whoever reads its mail; and nothing to anybody else. */
import { beforeAll, describe, expect, it } from 'vitest';
import { hashRecipient } from '../src/platform/mail/outbox.ts';
import { readEntry } from '../src/entries/entry-of-record.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { answerTo } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { publishAssociation } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { codeIn } from './helpers/visitor.ts';

let cms: Cms;
let strapi: Cms['strapi'];
beforeAll(async () => {
  cms = await startCms();
  strapi = cms.strapi;
  process.env.SITE_URL = SITE;
});

const ask = (email: unknown) => knock(cms, '/api/mes-donnees', { json: { email } });
const letters = async (email: string): Promise<{ kind: string; body_text: string }[]> =>
  (
    await strapi.db.connection.raw(
      `select kind, body_text from trame_letters where recipient_hash = ? and kind = 'own-data'`,
      [hashRecipient(email)],
    )
  ).rows;
async function waitForLetter(email: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [letter] = await letters(email);
    if (letter) return letter.body_text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No letter came');
}

describe('one’s own data', () => {
  it('are all there is about the address, and nothing about others', async () => {
    const email = 'jeanne.unique@example.org';
    const mine = { role: 'Accueil', name: 'Jeanne', phone: '+33536498801', email };
    const others = {
      role: 'Présidence',
      name: 'Quelqu’un d’autre',
      phone: '+33536498802',
      email: 'autrui@example.org',
    };
    const { documentId, name } = await publishAssociation(strapi, { contacts: [mine, others], internalNote: 'Secret' });
    const current = await readEntry(strapi, documentId);
    if (!current) throw new Error('Nothing is published');
    await submitAnswer(
      strapi,
      answerTo(documentId, { ...current.entry, acronym: 'J' }, current.version, { sender: email }),
    );

    expect((await ask(email.toUpperCase())).status).toBe(202);
    const letter = await waitForLetter(email);
    const token = /\/mes-donnees\/#([\w-]{43})/.exec(letter)?.[1];
    const answer = await knock(cms, '/api/mes-donnees/ouvrir', { json: { token } });
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json.contacts).toEqual([
      expect.objectContaining({ association: name, email, phone: '+33536498801' }),
      expect.objectContaining({ association: name, email }),
    ]);
    // The state that forms of the office are made from holds the same contact, and nobody else's is told.
    expect(answer.json.journal).toEqual([
      expect.objectContaining({ association: name, contacts: [expect.objectContaining({ email })] }),
    ]);
    expect(answer.json.submissions).toEqual([
      expect.objectContaining({ kind: 'modification', sender: email, title: name }),
    ]);
    expect(answer.json.letters.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['receipt', 'own-data']),
    );
    const byCode = await knock(cms, '/api/mes-donnees/code', { json: { code: codeIn(letter) } });
    expect(byCode.json).toMatchObject({ email: answer.json.email, contacts: answer.json.contacts });
    expect(answer.text).not.toMatch(/autrui|Quelqu|536498802|Secret/);
  });

  it('are sent once an hour, and to nobody about whom nothing is held', async () => {
    const email = 'paul.unique@example.org';
    await publishAssociation(strapi, { contacts: [{ name: 'Paul', email }] });
    for (let times = 0; times < 3; times += 1) await ask(email);
    await waitForLetter(email);
    await ask('personne.inconnue@example.org');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await letters(email)).toHaveLength(1);
    expect(await letters('personne.inconnue@example.org')).toHaveLength(0);
  });

  it('do not show, by words or by time, whether an address is known', async () => {
    const email = 'connue.unique@example.org';
    await publishAssociation(strapi, { contacts: [{ name: 'Connue', email }] });
    const said = ({ status, text, headers }: Awaited<ReturnType<typeof ask>>) => [
      status,
      text,
      Object.keys(headers).sort(),
    ];
    // Nobody can read an entry while this transaction is open: an answer that came cannot depend on what is held.
    await strapi.db.connection.transaction(async (lock) => {
      await lock.raw('lock table associations in access exclusive mode');
      const known = said(await ask(email));
      expect(said(await ask('inconnue@example.org'))).toEqual(known);
      expect(await letters(email)).toEqual([]);
    });
    await waitForLetter(email);
  });

  it('are not opened by a guess, and no longer after a day', async () => {
    const guessed = await knock(cms, '/api/mes-donnees/ouvrir', { json: { token: 'A'.repeat(43) } });
    expect([guessed.status, guessed.json.error.code]).toEqual([404, 'link-unknown']);
    const email = 'tard.unique@example.org';
    await publishAssociation(strapi, { contacts: [{ name: 'Tard', email }] });
    await ask(email);
    const letter = await waitForLetter(email);
    const token = /#([\w-]{43})/.exec(letter)?.[1];
    await strapi.db.connection.raw(`update trame_data_links set expires_at = now() where email = ?`, [email]);
    expect((await knock(cms, '/api/mes-donnees/ouvrir', { json: { token } })).text).toBe(guessed.text);
    expect((await knock(cms, '/api/mes-donnees/code', { json: { code: codeIn(letter) } })).text).toBe(guessed.text);
    for (const wrong of ['', 'pas une adresse', 'a@b', ['x@example.org'], `${'x'.repeat(300)}@example.org`]) {
      expect((await ask(wrong)).status).toBe(400);
    }
  });
});
