import { describe, expect, it } from 'vitest';
import { knownAnswers, whatToDo, type Fault } from './server-answers.ts';
import { explainAnswer, readAnswer } from './server-words.ts';

type Row = readonly [answer: string, means: RegExp, fault: Fault];

/** In the shape of what servers answer; addresses and names are invented. */
const answers: Readonly<Record<string, readonly Row[]>> = {
  'a full mailbox, whatever code it carries': [
    ['552 5.2.2 Mailbox full', /pleine/, 'later'],
    ['550 5.1.1 <bureau@chorale.example>: mailbox full', /pleine/, 'later'],
    ['550 5.1.1 User is over quota', /pleine/, 'later'],
    ['554 5.7.1 The user you are trying to contact is receiving mail too quickly; quota exceeded', /pleine/, 'later'],
    ['552 5.2.2 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]', /pleine/, 'later'],
    ['552-5.2.2 The recipient’s inbox is out of storage space. OverQuotaPerm - gsmtp', /pleine/, 'later'],
    ['452 4.2.2 Insufficient storage', /pleine/, 'later'],
    ['Das Postfach ist voll', /pleine/, 'later'],
    ['552', /pleine/, 'later'],
    ['550 La boîte du destinataire est saturée', /pleine/, 'later'],
    ['550 Boite aux lettres du destinataire saturee', /pleine/, 'later'],
    ['Dépassement de quota', /pleine/, 'later'],
    ['550 Quota de la boîte atteint', /pleine/, 'later'],
    ['Espace insuffisant dans la boîte', /pleine/, 'later'],
    ['Espace de stockage saturé', /pleine/, 'later'],
    ['Plus de place dans la boite', /pleine/, 'later'],
    ['554 5.7.1 Il n’y a plus assez d’espace pour ce message', /pleine/, 'later'],
  ],
  'an address that nobody has': [
    ['550 5.1.1 <bureau@chorale.example>: Recipient address rejected: User unknown', /n’existe pas/, 'recipient'],
    [
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [X.eurprd.example]',
      /adresse n’existe pas/,
      'recipient',
    ],
    [
      '550 5.4.1 [bureau@chorale.example]: Recipient address rejected: Access denied',
      /adresse n’existe pas/,
      'recipient',
    ],
    [
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      /n’existe pas/,
      'recipient',
    ],
    [
      '550-5.1.1 The email account that you tried to reach does not exist. NoSuchUser - gsmtp',
      /n’existe pas/,
      'recipient',
    ],
    [
      '554 delivery error: dd This user doesn’t have an account (bureau@chorale.example) [0]',
      /n’existe pas/,
      'recipient',
    ],
    ['552 1 Requested mail action aborted, mailbox not found', /n’existe pas/, 'recipient'],
    [
      "550 5.5.0 Adresse d'au moins un destinataire invalide. Invalid recipient. OFR_416 [416]",
      /n’existe pas/,
      'recipient',
    ],
    ['550 5.5.0 Adresse destinataire invalide. LPN007_416', /n’existe pas/, 'recipient'],
    ['550 Invalid Recipient - https://mimecast.example/docs#550', /n’existe pas/, 'recipient'],
    ['550 5.1.1 User Unknown', /n’existe pas/, 'recipient'],
    ['Sorry, no mailbox here by that name. (#5.1.1)', /n’existe pas/, 'recipient'],
    ['550 unrouteable address', /n’existe pas/, 'recipient'],
    ['550 #5.1.0 Address rejected.', /n’existe pas/, 'recipient'],
    ['Le nom du destinataire n’est pas reconnu', /n’existe pas/, 'recipient'],
    ['550 5.1.1', /n’existe pas/, 'recipient'],
    ['550 Requested action not taken: mailbox unavailable', /n’existe pas/, 'recipient'],
  ],
  'a mailbox that is closed': [
    ['550-5.2.1 The email account that you tried to reach is inactive.', /fermée/, 'recipient'],
    ['550 5.2.1 This mailbox has been blocked due to inactivity', /fermée/, 'recipient'],
    ['550 5.2.1', /fermée/, 'recipient'],
    ['550 5.5.0 Boite du destinataire archivee. Archived recipient. OFR_420 [420]', /fermée/, 'recipient'],
    ['554 30 Sorry, your message cannot be delivered. This mailbox is disabled (554.30).', /fermée/, 'recipient'],
  ],
  'a domain that takes no mail': [
    [
      '5.1.2 Host or domain name not found. Name service error for name=chorale.example type=MX: Host not found',
      /domaine/,
      'recipient',
    ],
    [
      '<bureau@chorale.example>: unable to look up host chorale.example: Name or service not known',
      /domaine/,
      'recipient',
    ],
    ['Could not resolve host chorale.example', /domaine/, 'recipient'],
    ['556 5.1.10 Recipient address has null MX', /domaine/, 'recipient'],
    ['550 5.4.310 DNS domain chorale.example does not exist', /domaine/, 'recipient'],
  ],
  'an address that takes mail of some only': [
    [
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
      /expéditeurs choisis/,
      'recipient',
    ],
    ['550 5.7.1 You are not allowed to post to this list, members only', /expéditeurs choisis/, 'recipient'],
    ['550 5.7.1 You are not allowed to send to this list', /expéditeurs choisis/, 'recipient'],
    ['550 You are not authorized to send mail to this group', /expéditeurs choisis/, 'recipient'],
    ['550 Liste réservée aux membres', /expéditeurs choisis/, 'recipient'],
  ],
  'mail that goes round': [
    ['554 5.4.6 Too many hops', /tourne en rond/, 'recipient'],
    ['554 Too many hops 26 (25 max)', /tourne en rond/, 'recipient'],
    ['5.4.14 Hop count exceeded - possible mail loop', /tourne en rond/, 'recipient'],
  ],
  'a command that was not understood': [
    ['503 5.5.1 bad sequence of commands', /pas compris/, 'sender'],
    ['500 5.5.2 unrecognized command', /pas compris/, 'sender'],
    ['502 5.5.1', /pas compris/, 'sender'],
    ['503', /pas compris/, 'sender'],
    ['530 Must issue a STARTTLS command first', /pas compris/, 'sender'],
    ['501 5.1.3 Bad recipient address syntax', /mal écrite/, 'recipient'],
  ],
  'our sender': [
    [
      '550 5.1.8 <annuaire@example.org>: Sender address rejected: Domain not found',
      /notre adresse d’expéditeur/,
      'sender',
    ],
    ['553 5.1.8 Domain of sender address annuaire@example.org does not exist', /notre adresse d’expéditeur/, 'sender'],
    ['553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)', /notre adresse d’expéditeur/, 'sender'],
    ['553 sorry, your envelope sender has been denied', /notre adresse d’expéditeur/, 'sender'],
    ['550 Sender verify failed', /notre adresse d’expéditeur/, 'sender'],
    ['550 5.1.0 <annuaire@example.org>: Sender rejected', /notre adresse d’expéditeur/, 'sender'],
    ['550 5.5.0 Emetteur invalide. Invalid Sender. OFR_405', /notre adresse d’expéditeur/, 'sender'],
    ['450 4.1.8 Emetteur invalide. Invalid Sender. LPN007_405', /notre adresse d’expéditeur/, 'sender'],
    ['550 5.7.27 Sender address has null MX', /notre adresse d’expéditeur/, 'sender'],
    ['501 5.1.7 Bad sender address syntax', /notre adresse d’expéditeur/, 'sender'],
  ],
  'that our mail does not prove where it comes from': [
    ['550 5.7.23 The message was rejected because of Sender Policy Framework violation', /SPF, DKIM/, 'sender'],
    ['550-5.7.26 This mail has been blocked because the sender is unauthenticated.', /SPF, DKIM/, 'sender'],
    ['550 5.7.1 This message was not accepted due to domain owner DMARC policy', /SPF, DKIM/, 'sender'],
    ['550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification', /SPF, DKIM/, 'sender'],
    ['550 5.7.515 Access denied, sending domain does not meet the required level', /SPF, DKIM/, 'sender'],
    ['550 5.7.20 No passing DKIM signature found', /SPF, DKIM/, 'sender'],
    ['550 192.0.2.1 is not allowed to send mail from example.org', /SPF, DKIM/, 'sender'],
    ['550 5.7.1 Service refuse. LPN007_517', /SPF, DKIM/, 'sender'],
    ['550 Rejected by header based Anti-Spoofing policy: annuaire@example.org', /règles de sécurité/, 'sender'],
  ],
  'our machine and its reputation': [
    [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
      /liste de blocage/,
      'sender',
    ],
    [
      '550 5.7.1 Unfortunately, messages from [192.0.2.1] weren’t sent. Please contact your provider since part of their network is on our block list (S3150).',
      /liste de blocage/,
      'sender',
    ],
    ['550 5.7.606 Access denied, banned sending IP [192.0.2.1]', /liste de blocage/, 'sender'],
    ['550 5.5.0 Service refuse. Service refused. OFR_510', /liste de blocage/, 'sender'],
    ['554 5.7.1 <x.example>: Client host rejected: #216 lpn LPN000_630', /liste de blocage/, 'sender'],
    ['554 5.7.9 Message not accepted for policy reasons', /liste de blocage/, 'sender'],
    ['553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1', /liste de blocage/, 'sender'],
    [
      '554 5.7.0 Blocked - see https://proofpoint.example/dnsbl?ip=192.0.2.1 Blocked by IP reputation',
      /liste de blocage/,
      'sender',
    ],
    [
      '550 Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.example/',
      /liste de blocage/,
      'sender',
    ],
    ['550 5.7.25 The IP address sending this message does not have a PTR record', /nom ou adresse IP/, 'sender'],
    ['550 5.7.1 HELO command rejected: Host not found', /nom ou adresse IP/, 'sender'],
    ['550 5.7.1 Relaying denied', /refuse de transmettre/, 'sender'],
    ['550 5.4.5 Daily user sending quota exceeded', /limite/, 'sender'],
    ['550 5.1.90 Your message can’t be sent because you’ve reached your daily limit', /limite/, 'sender'],
  ],
  'a letter taken for spam, or refused by rule': [
    ['550 spam detected', /indésirable/, 'sender'],
    ['550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]', /indésirable/, 'sender'],
    ['550-5.7.1 Our system has detected that this message is likely unsolicited mail', /indésirable/, 'sender'],
    ['554 5.7.1 Message rejected as spam by Content Filtering', /indésirable/, 'sender'],
    ['554 Email rejected due to security policies', /règles de sécurité/, 'sender'],
    ['550 5.7.0 Local Policy Violation', /règles de sécurité/, 'sender'],
    ['550 5.7.1', /règles de sécurité/, 'sender'],
    ['552 5.3.4 Message size exceeds fixed limit', /trop lourd/, 'sender'],
    ['554 Denied', /refuse nos messages/, 'sender'],
  ],
  'what may go another day': [
    ['450 4.2.0 <bureau@chorale.example>: Recipient address rejected: Greylisted', /réessayer plus tard/, 'later'],
    [
      '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints',
      /trop de messages/,
      'later',
    ],
    [
      '421 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104',
      /trop de messages/,
      'later',
    ],
    ['421 Service refuse. Veuillez essayer plus tard. OFR_103', /réessayer plus tard/, 'later'],
    [
      '450 4.7.1 Client host rejected: Service refuse. Veuillez essayer plus tard LPN027_503',
      /réessayer plus tard/,
      'later',
    ],
    ['4.4.7 queue expired', /n’a pas répondu/, 'later'],
    ['4.4.1 connect to mx.chorale.example[192.0.2.20]:25: Connection timed out', /n’a pas répondu/, 'later'],
    [
      '550 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour',
      /trop de messages/,
      'later',
    ],
    ['451 4.3.0 Temporary lookup failure', /réessayer plus tard/, 'later'],
    [
      '450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
      /reçoit trop de messages/,
      'later',
    ],
    ['550 5.2.1 The user is receiving mail too quickly', /reçoit trop de messages/, 'later'],
    ['450 4.2.1 Mailbox temporarily disabled', /réessayer plus tard/, 'later'],
    ['450 4.2.1', /réessayer plus tard/, 'later'],
    ['450 Requested action not taken: mailbox unavailable', /réessayer plus tard/, 'later'],
    ['450 4.2.0 Mailbox busy', /réessayer plus tard/, 'later'],
    ['unable to look up host mx.chorale.example: Temporary failure in name resolution', /n’a pas répondu/, 'later'],
    ['450 something of no known meaning', /réessayer plus tard/, 'later'],
  ],
};

describe('a server’s answer', () => {
  it.each(Object.entries(answers).flatMap(([what, rows]) => rows.map((row) => [what, ...row] as const)))(
    'about %s: %s',
    (_, answer, means, fault) => {
      const read = readAnswer(answer);
      expect(read.words.split('. ')[0]).toMatch(means);
      expect(read.fault).toBe(fault);
      expect(read.words.endsWith(whatToDo[fault])).toBe(true);
    },
  );

  it('is tried in more than sixty shapes', () => {
    expect(Object.values(answers).flat().length).toBeGreaterThan(60);
  });

  it('is not read from the letters of an address or a link', () => {
    for (const name of ['spam', 'mailbox-full', 'dmarc', 'unknown-sender']) {
      expect(readAnswer(`550 5.1.1 <${name}@chorale.example>: Recipient address rejected`).words).toMatch(
        /^Cette adresse n’existe pas/,
      );
      expect(readAnswer(`550 5.1.1 see https://serveur.example/${name}`).words).toMatch(/^Cette adresse n’existe pas/);
    }
  });

  it('is not read from numbers that are no codes', () => {
    expect(readAnswer('host 10.5.2.2 said 550 5.1.1').words).toMatch(/^Cette adresse n’existe pas/);
    expect(readAnswer('version 4.5.7.12').fault).toBe('recipient');
  });

  it('that says nothing is told as a refusal', () => {
    expect(explainAnswer('')).toBe('Le serveur de cette adresse a refusé la lettre. Adresse à vérifier.');
    expect(explainAnswer('something odd')).toMatch(
      /^Le serveur de cette adresse a refusé la lettre\. Réponse du serveur/,
    );
  });

  it('that only made a letter wait is no refusal', () => {
    for (const answer of ['', 'something odd']) {
      const { words, fault } = readAnswer(answer, true);
      expect(words).not.toMatch(/refusé/);
      expect(fault).toBe('later');
    }
    expect(readAnswer('450 4.7.25 no PTR record', true).fault).toBe('sender');
  });

  it('is one line of bounded length, compared within bounded time', () => {
    expect(explainAnswer(`550 5.1.1\r\nBcc: x@y\t${'x'.repeat(5000)}`)).not.toMatch(/[\r\n\t]|x{400}/);
    for (const hostile of [
      'sender '.repeat(50_000),
      'mailbox '.repeat(50_000),
      '@'.repeat(300_000),
      'https://'.repeat(50_000),
      ' '.repeat(300_000),
    ]) {
      expect(explainAnswer(hostile)).not.toBe('');
    }
  });

  it('is explained once: no sentence of the table is said for two different reasons to act', () => {
    const acts = new Map<string, Set<Fault>>();
    for (const { means, fault } of knownAnswers) acts.set(means, (acts.get(means) ?? new Set()).add(fault));
    expect([...acts].filter(([, faults]) => faults.size > 1)).toEqual([]);
  });
});
