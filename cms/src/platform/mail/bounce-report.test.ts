import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBounce } from './bounce-report.ts';
import { explainAnswer } from './server-words.ts';

const sample = (name: string) => readFile(path.join(import.meta.dirname, 'testing', `${name}.eml`));
const read = async (name: string) => readBounce(await sample(name));

describe('a delivery report', () => {
  it('of Postfix: by the address it came to and by the headers it quotes', async () => {
    const bounce = await read('postfix-unknown-user');
    expect(bounce?.arrivedAt).toContain('annuaire+0123456789abcdef01@example.org');
    expect(bounce).toMatchObject({
      messageIds: ['<11111111111111111111111111111111@example.org>'],
      recipient: 'tresorier@canoe-estuaire.example',
    });
    expect(explainAnswer(bounce?.answer ?? '')).toBe(
      'Cette adresse n’existe pas (ou plus). Réponse du serveur\u00a0: «\u00a0550 5.1.1 <tresorier@canoe-estuaire.example>: Recipient address rejected: User unknown in virtual mailbox table\u00a0». Adresse à vérifier.',
    );
  });

  it('of Exim, with the whole letter in it', async () => {
    const bounce = await read('exim-full-mailbox');
    expect(bounce).toMatchObject({
      messageIds: ['<22222222222222222222222222222222@example.org>'],
      recipient: 'bureau@chorale.example',
    });
    expect(explainAnswer(bounce?.answer ?? '')).toMatch(/^La boîte aux lettres est pleine\..*552 5\.2\.2 Mailbox full/);
  });

  it('of an Exim from before RFC 3464', async () => {
    const bounce = await read('exim-before-reports');
    expect(bounce).toMatchObject({
      messageIds: ['<33333333333333333333333333333333@example.org>'],
      recipient: 'president@petanque.example',
    });
    expect(explainAnswer(bounce?.answer ?? '')).toMatch(/^Cette adresse n’existe pas/);
  });

  it('of Exchange, in French and with parts in parts', async () => {
    const bounce = await read('exchange-not-found');
    expect(bounce).toMatchObject({
      arrivedAt: ['annuaire+fedcba987654321000@example.org'],
      messageIds: ['<44444444444444444444444444444444@example.org>'],
      recipient: 'accueil@mairie.example',
    });
    expect(explainAnswer(bounce?.answer ?? '')).toMatch(/^Cette adresse n’existe pas.*5\.1\.10 RESOLVER/);
  });

  it('with the line ends of the wire is read the same', async () => {
    const wire = (await sample('postfix-unknown-user')).toString().replace(/\r?\n/g, '\r\n');
    expect(await readBounce(Buffer.from(wire))).toEqual(await read('postfix-unknown-user'));
  });
});

describe('a notice for people', () => {
  const notice = (subject: string, lines: readonly string[]) =>
    readBounce(
      Buffer.from(
        [
          'Return-Path: <>',
          'To: annuaire+0123456789abcdef01@example.org',
          'From: MAILER-DAEMON@mail.example.net',
          `Subject: ${subject}`,
          'MIME-Version: 1.0',
          'Content-Type: text/plain; charset=utf-8',
          '',
          ...lines,
        ].join('\n'),
      ),
    );

  it.each([
    ['bureau@example.org : Boîte pleine', /^La boîte aux lettres est pleine/],
    ['bureau@example.org\u00a0: Boîte pleine', /^La boîte aux lettres est pleine/],
    ['\tbureau@example.org (mailbox full)', /^La boîte aux lettres est pleine/],
    ['- bureau@example.org - mailbox full', /^La boîte aux lettres est pleine/],
    [
      '<bureau@example.org>: unable to look up host example.org: Name or service not known',
      /^Le domaine de cette adresse/,
    ],
    ['<bureau@example.org> (expanded from <tous@example.org>): user unknown', /^Cette adresse n’existe pas/],
  ])('keeps the reason beside the recipient: %s', async (line, means) => {
    const bounce = await notice('failure notice', ['Your message could not be delivered to:', '', line, '', 'Bonjour']);
    expect(bounce).toMatchObject({ verdict: 'failed', recipient: 'bureau@example.org' });
    expect(explainAnswer(bounce?.answer ?? '')).toMatch(means);
  });

  it('of a delay tells no failure as its reason', async () => {
    const bounce = await notice('Warning: message delayed 4 hours', [
      'Your message could not be delivered for more than 4 hours.',
      'It will be retried until it is 5 days old.',
      '',
      '  bureau@example.org',
    ]);
    expect(bounce).toMatchObject({ verdict: 'delayed', answer: '' });
  });
});

describe('what is no failure', () => {
  it('is a letter that a server goes on with', async () => {
    expect(await read('postfix-delayed')).toMatchObject({
      verdict: 'delayed',
      recipient: 'tresorier@canoe-estuaire.example',
    });
  });

  it.each(['absence-note'])('%s', async (name) => {
    expect(await read(name)).toBeNull();
  });

  it.each(['', 'no mail at all', '\0\xff\xfe', 'Content-Type: multipart/report; boundary=x\r\n\r\n--x'])(
    'and what is no mail: %j',
    async (text) => {
      expect(await readBounce(Buffer.from(text, 'latin1'))).toBeNull();
    },
  );
});

describe('a hostile message', () => {
  const HEAD = 'From: a@example.net\r\nTo: annuaire@example.org\r\nSubject: x\r\n';

  it('does not keep the reader busy', async () => {
    // No time is asserted: what took the better part of an hour does not end within the patience of a test.
    const text = `${' '.repeat(1_000_000)}x\r\n${'500'.repeat(100_000)}\r\n`;
    const inHtml = `${HEAD}X-Failed-Recipients: b@example.org\r\nContent-Type: text/html\r\n\r\n${'<'.repeat(2_000_000)}`;
    expect((await readBounce(Buffer.from(inHtml)))?.verdict).toBe('failed');
    const asAddresses = `${HEAD}\r\n${'a@'.repeat(500_000)}\r\n${'Message-ID: <'.repeat(100_000)}`;
    await readBounce(Buffer.from(`X-Failed-Recipients: b@example.org\r\n${asAddresses}`));
    const bounce = await readBounce(Buffer.from(`${HEAD}X-Failed-Recipients: b@example.org\r\n\r\n${text}`));
    expect(bounce).toMatchObject({ recipient: 'b@example.org', answer: '' });
  });

  it('of a thousand parts or elements in one another reports no failure', async () => {
    const html = `${HEAD}Content-Type: text/html\r\n\r\n${'<div>'.repeat(50_000)}`;
    const parts = `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(20_000)}--x--\r\n`;
    for (const message of [html, parts]) {
      expect((await readBounce(Buffer.from(message)))?.verdict ?? 'unclear').toBe('unclear');
    }
  });
});
