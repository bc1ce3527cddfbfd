/**
 * What comes to the return path, or quotes a letter, and is no failure: it must never mark one. Written from RFC 3834, 5965, 8098
 * and from the habits of mail programs; no word of real mail.
 */
import { MESSAGE_ID, RETURN_PATH, returnedByServers } from './returned-by-servers.ts';

export interface NotReturned {
  readonly what: string;
  readonly message: string;
  /** What becomes of it; null: nothing. */
  readonly verdict: 'complaint' | 'unclear' | null;
}

interface Mail {
  readonly from?: string;
  readonly subject: string;
  readonly headers?: readonly string[];
  readonly type?: string;
  readonly body: string;
}

const mail = ({
  from = 'Chorale du Marais <bureau@chorale.example>',
  subject,
  headers = [],
  type = 'text/plain; charset=utf-8',
  body,
}: Mail): string =>
  [
    `From: ${from}`,
    `To: ${RETURN_PATH}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Message-ID: <of-its-own@chorale.example>',
    'Date: Wed, 01 Jul 2026 10:10:00 +0200',
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    body,
    '',
  ].join('\n');

const ROBOT = ['Return-Path: <>', 'Auto-Submitted: auto-replied', `In-Reply-To: ${MESSAGE_ID}`];
const QUOTED = `Le 1 juillet 2026, Office de tourisme a écrit :\n> Message-ID: ${MESSAGE_ID}\n> Bonjour, vérifiez votre fiche.`;

const absence = (subject: string, body: string, headers: readonly string[] = ROBOT): Mail => ({
  subject,
  body,
  headers,
});

const report = (type: string, parts: readonly (readonly [string, string])[], more: Partial<Mail> = {}): string =>
  mail({
    subject: 'Rapport',
    ...more,
    type: `multipart/report; report-type=${type}; boundary="frontier"`,
    body: `${parts.map(([kind, body]) => `--frontier\nContent-Type: ${kind}\n\n${body}\n`).join('\n')}\n--frontier--`,
  });

const letter = `From: annuaire@example.org\nTo: bureau@chorale.example\nReturn-Path: <${RETURN_PATH}>\nMessage-ID: ${MESSAGE_ID}\nSubject: Votre fiche\n\nBonjour,`;
const feedback = (kind: string) =>
  report(
    'feedback-report',
    [
      ['text/plain', 'This is an email abuse report for a message that could not be delivered 550 5.1.1.'],
      [
        'message/feedback-report',
        `Feedback-Type: ${kind}\nUser-Agent: SomeGenerator/1.0\nVersion: 1\nOriginal-Mail-From: ${RETURN_PATH}`,
      ],
      ['message/rfc822', letter],
    ],
    { from: 'MAILER-DAEMON <abuse@operateur.example>', subject: 'Email Feedback Report' },
  );
const [aReport = { message: '' }] = returnedByServers;

export const notReturned: readonly NotReturned[] = [
  {
    what: 'absence note, French',
    verdict: null,
    message: mail(
      absence(
        'Absente jusqu’au 15 juillet Re: Votre fiche',
        'Je suis absente. 550 personnes viendront au concert. Votre message n’a pas été remis à un collègue.',
      ),
    ),
  },
  {
    what: 'absence note, English, from a null path',
    verdict: null,
    message: mail(
      absence(
        'Out of Office: Votre fiche',
        'I am away. Mail for me is not delivered to anybody else; undeliverable until Monday. 550 5.1.1',
      ),
    ),
  },
  {
    what: 'absence note, German',
    verdict: null,
    message: mail(
      absence(
        'Abwesenheitsnotiz',
        'Ich bin nicht im Büro. Ihre Nachricht wird nicht zugestellt und nicht weitergeleitet.',
      ),
    ),
  },
  {
    what: 'absence note of Outlook',
    verdict: null,
    message: mail(
      absence('Réponse automatique : Votre fiche', 'Ma boîte aux lettres est pleine de messages.', [
        'X-Auto-Response-Suppress: All',
      ]),
    ),
  },
  {
    what: 'absence note of an old robot',
    verdict: null,
    message: mail(
      absence('Votre fiche', 'Je ne suis plus trésorier. Adresse introuvable dans l’annuaire.', [
        'Precedence: auto_reply',
      ]),
    ),
  },
  {
    what: 'vacation reply without headers',
    verdict: null,
    message: mail({ subject: 'En congés', body: 'User unknown to nobody, mailbox full of sand.' }),
  },
  {
    what: 'absence note with the subject of a failure',
    verdict: null,
    message: mail(absence('Absent : message non distribué à mes collègues', 'Adresse introuvable, je suis en congés.')),
  },
  {
    what: 'receipt of a helpdesk',
    verdict: null,
    message: mail(
      absence('Accusé de réception [ticket 550]', 'Nous avons bien reçu votre message. Erreur 5.1.1 corrigée.', [
        'Auto-Submitted: auto-generated',
      ]),
    ),
  },
  {
    what: 'receipt of a reading',
    verdict: null,
    message: report('disposition-notification', [
      ['text/plain', 'Votre message a été lu.'],
      [
        'message/disposition-notification',
        `Final-Recipient: rfc822;bureau@chorale.example\nOriginal-Message-ID: ${MESSAGE_ID}\nDisposition: manual-action/MDN-sent-manually; displayed`,
      ],
    ]),
  },
  {
    what: 'receipt of a deletion',
    verdict: null,
    message: report('disposition-notification', [
      ['text/plain', 'Your message was deleted without being read. Not delivered to a person.'],
      [
        'message/disposition-notification',
        `Final-Recipient: rfc822;bureau@chorale.example\nOriginal-Message-ID: ${MESSAGE_ID}\nDisposition: automatic-action/MDN-sent-automatically; deleted`,
      ],
    ]),
  },
  { what: 'complaint', verdict: 'complaint', message: feedback('abuse') },
  { what: 'complaint, by its own name', verdict: 'complaint', message: feedback('opt-out') },
  { what: 'report on a signature', verdict: null, message: feedback('auth-failure') },
  { what: 'report that it is no spam', verdict: null, message: feedback('not-spam') },
  {
    what: 'success of a delivery',
    verdict: null,
    message: report(
      'delivery-status',
      [
        ['text/plain', 'Your message was delivered.'],
        [
          'message/delivery-status',
          'Reporting-MTA: dns; mx.chorale.example\n\nFinal-Recipient: rfc822; bureau@chorale.example\nAction: delivered\nStatus: 2.0.0\nDiagnostic-Code: smtp; 250 OK',
        ],
      ],
      { from: 'MAILER-DAEMON@chorale.example' },
    ),
  },
  {
    what: 'hand-over to a server that does not report',
    verdict: null,
    message: report(
      'delivery-status',
      [
        ['text/plain', 'Relayed.'],
        [
          'message/delivery-status',
          'Reporting-MTA: dns; mx.chorale.example\n\nFinal-Recipient: rfc822; bureau@chorale.example\nAction: relayed\nStatus: 2.1.9',
        ],
      ],
      { from: 'MAILER-DAEMON@chorale.example' },
    ),
  },
  {
    what: 'hand-over to a list',
    verdict: null,
    message: report(
      'delivery-status',
      [
        ['text/plain', 'Expanded.'],
        [
          'message/delivery-status',
          'Reporting-MTA: dns; mx.chorale.example\n\nFinal-Recipient: rfc822; bureau@chorale.example\nAction: expanded\nStatus: 2.0.0',
        ],
      ],
      { from: 'MAILER-DAEMON@chorale.example' },
    ),
  },
  {
    what: 'challenge, French',
    verdict: 'unclear',
    message: mail({
      subject: 'Votre message est en attente',
      headers: ['Return-Path: <>'],
      body: 'Votre message n’a pas été remis. Merci de vous authentifier en cliquant sur ce lien.',
    }),
  },
  {
    what: 'challenge, English',
    verdict: 'unclear',
    message: mail({
      from: 'postmaster@chorale.example',
      subject: 'Please confirm your message',
      headers: ['Return-Path: <>', 'Auto-Submitted: auto-replied'],
      body: 'Your message was not delivered yet: it requires confirmation that you are not a robot.',
    }),
  },
  {
    what: 'gate of a list',
    verdict: 'unclear',
    message: mail({
      from: 'membres-bounces@listes.example',
      subject: 'Your message to Membres awaits moderator approval',
      headers: ['List-Id: <membres.listes.example>', 'Precedence: bulk', 'Auto-Submitted: auto-replied'],
      body: 'Your mail to Membres is being held. Post by non-member was rejected.',
    }),
  },
  {
    what: 'letter of a list',
    verdict: 'unclear',
    message: mail({
      from: 'infos@listes.example',
      subject: 'Lettre de juillet',
      headers: ['List-Unsubscribe: <https://listes.example/u>', 'List-Id: <infos.listes.example>'],
      body: 'Message rejeté, adresse inconnue : notre dossier du mois.',
    }),
  },
  {
    what: 'answer that quotes the letter',
    verdict: null,
    message: mail({
      subject: 'Re: Votre fiche',
      headers: [`In-Reply-To: ${MESSAGE_ID}`],
      body: `Bonjour, rien n’a changé. L’adresse du trésorier n’existe plus, mailbox full.\n\n${QUOTED}`,
    }),
  },
  {
    what: 'answer that tells of a failure',
    verdict: null,
    message: mail({
      subject: 'Re: Votre fiche',
      headers: [`References: ${MESSAGE_ID}`],
      body: `Votre lettre précédente : Undelivered Mail Returned to Sender, 550 5.1.1 User unknown.\n\n${QUOTED}`,
    }),
  },
  {
    what: 'answer that quotes a report',
    verdict: null,
    message: mail({
      subject: 'TR : Undelivered Mail Returned to Sender',
      headers: [`References: ${MESSAGE_ID}`],
      body: `Je reçois ceci :\n\nFinal-Recipient: rfc822; bureau@chorale.example\nAction: failed\nStatus: 5.1.1\n\n${QUOTED}`,
    }),
  },
  {
    what: 'report passed on by somebody',
    verdict: null,
    message: mail({
      subject: 'Fwd: Undelivered Mail Returned to Sender',
      headers: [`In-Reply-To: ${MESSAGE_ID}`],
      type: 'multipart/mixed; boundary="outer"',
      body: `--outer\nContent-Type: text/plain\n\nPour information.\n\n--outer\nContent-Type: message/rfc822\n\n${aReport.message}\n--outer--`,
    }),
  },
  {
    what: 'new mail by somebody',
    verdict: 'unclear',
    message: mail({ subject: 'Changement d’adresse', body: 'Bonjour, nous avons changé d’adresse électronique.' }),
  },
  {
    what: 'advertising',
    verdict: 'unclear',
    message: mail({
      from: 'offre@vendeur.example',
      subject: 'Offre',
      body: 'Ne soyez plus rejeté : message blocked, 550 5.7.1.',
    }),
  },
  {
    what: 'quarantine of a gateway',
    verdict: 'unclear',
    message: mail({
      from: 'postmaster@chorale.example',
      subject: 'Message en quarantaine',
      headers: ['Return-Path: <>'],
      body: 'Votre message est examiné par notre passerelle.',
    }),
  },
  // What people write in the words of servers, without any mark of a reply.
  {
    what: 'absence note that names a failure, from a null path, without a mark of a robot',
    verdict: 'unclear',
    message: mail({
      subject: 'Adresse invalide : écrivez désormais à nouvelle@chorale.example',
      headers: ['Return-Path: <>'],
      body: 'Cette adresse n’existe plus. Undelivered mail, 550 5.1.1 User unknown.',
    }),
  },
  {
    what: 'absence note of who looks after a server',
    verdict: null,
    message: mail({
      from: 'Camille Exemple <postmaster@chorale.example>',
      subject: 'Absente jusqu’au 15 juillet',
      headers: ['Return-Path: <>', 'Auto-Submitted: auto-replied'],
      body: 'Je reviens le 15. Les messages en 550 5.1.1 ou 552 mailbox full seront traités à mon retour.',
    }),
  },
  {
    what: 'absence note, in a subject of failure, of who looks after a server and writes by Outlook',
    verdict: null,
    message: mail({
      from: 'postmaster@chorale.example',
      subject: 'Out of office: delivery failure reports will wait',
      headers: ['Return-Path: <postmaster@chorale.example>', 'X-Mailer: Microsoft Outlook 16.0'],
      body: 'Reports such as 550 5.1.1 User unknown are read on Monday.',
    }),
  },
  {
    what: 'complaint that somebody writes, with a server’s words in its subject',
    verdict: 'unclear',
    message: mail({
      subject: 'Votre message a été refusé : boîte pleine !',
      headers: ['Return-Path: <bureau@chorale.example>'],
      body: 'Cessez vos lettres. Ce que dit mon serveur : 550 5.7.1 Message rejected, user unknown. bureau@autre.example',
    }),
  },
  {
    what: 'complaint that a postmaster writes himself',
    verdict: 'unclear',
    message: mail({
      from: 'Le webmestre <postmaster@mairie.example>',
      subject: 'Vos lettres nous arrivent en double',
      headers: ['Return-Path: <postmaster@mairie.example>', 'User-Agent: Mozilla Thunderbird'],
      body: 'Notre journal : 550 5.1.1 <ancien@mairie.example> user unknown, message rejected. Corrigez votre liste.',
    }),
  },
  ...(
    [
      '[Fwd: Undelivered Mail Returned to Sender]',
      'Undelivered Mail Returned to Sender (fwd)',
      'I: Undelivered Mail Returned to Sender',
      'PD: Undelivered Mail Returned to Sender',
      'VS: Undelivered Mail Returned to Sender',
      'Undelivered Mail Returned to Sender',
    ] as const
  ).map((subject) => ({
    what: `report that somebody passes on as « ${subject} »`,
    verdict: subject.startsWith('Undelivered') && !subject.endsWith('(fwd)') ? ('unclear' as const) : null,
    message: mail({
      subject,
      headers: ['Return-Path: <bureau@chorale.example>'],
      body: `J’ai reçu ceci :\n\nFinal-Recipient: rfc822; tresorier@chorale.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\nReturn-Path: <${RETURN_PATH}>\nMessage-ID: ${MESSAGE_ID}`,
    }),
  })),
  {
    what: 'report that somebody attaches in its parts',
    verdict: 'unclear',
    message: mail({
      subject: 'Que dois-je faire ?',
      headers: ['Return-Path: <bureau@chorale.example>'],
      type: 'multipart/mixed; boundary="outer"',
      body: `--outer\nContent-Type: text/plain\n\nVoici ce que je reçois.\n\n--outer\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; tresorier@chorale.example\nAction: failed\nStatus: 5.1.1\n\n--outer\nContent-Type: text/rfc822-headers\n\nReturn-Path: <${RETURN_PATH}>\nMessage-ID: ${MESSAGE_ID}\n--outer--`,
    }),
  },
  ...[
    [
      '',
      'la présidente a changé : son adresse inconnue désormais, écrivez à postmaster@chorale.example. Tout est juste.',
    ],
    [
      ' who names another address',
      'Paul n’existe plus chez nous, adresse introuvable : écrivez à marie@chorale.example.',
    ],
    [' who tells of a full mailbox', 'sa boîte est pleine, il ne lit rien. Notre fiche est juste.'],
  ].map(([what = '', body = '']): NotReturned => ({
    what: `somebody who looks after a server and writes as such${what}`,
    verdict: 'unclear',
    message: mail({
      from: 'Paul Postmaster <postmaster@chorale.example>',
      subject: 'Votre lettre',
      headers: ['Return-Path: <postmaster@chorale.example>'],
      body: `Bonjour, ${body}`,
    }),
  })),
  ...[
    ['Votre boîte est presque pleine', 'Votre boîte aux lettres est pleine à 95 %.'],
    ['Quota', 'La boîte bureau@chorale.example est pleine à 95 %. Supprimez des messages.'],
    ['Mailbox full warning', 'The mailbox bureau@chorale.example is almost full: 92% of its quota.'],
  ].map(([subject = '', body = '']): NotReturned => ({
    what: `a mailbox that fills, told by its server: ${subject}`,
    verdict: 'unclear',
    message: mail({ from: 'postmaster@chorale.example', subject, headers: ['Return-Path: <>'], body }),
  })),
  {
    what: 'a robot that nobody reads, about what it does not do',
    verdict: 'unclear',
    message: mail({
      from: 'no-reply@mairie.example',
      subject: 'Votre demande',
      headers: ['Return-Path: <>'],
      body: 'Votre demande 550 n’a pas été remise à bureau@chorale.example.',
    }),
  },
  {
    what: 'newsletter that sells by a server’s words',
    verdict: 'unclear',
    message: mail({
      from: 'infos@routeurs.example',
      subject: 'Undeliverable? Five ways to keep your mailbox from being full',
      headers: ['List-Unsubscribe: <https://routeurs.example/u>', 'Return-Path: <bounce-12@routeurs.example>'],
      body: '550 5.1.1 User unknown: what it means. bureau@chorale.example could not be delivered.',
    }),
  },
  {
    what: 'newsletter of who signs as a server',
    verdict: 'unclear',
    message: mail({
      from: 'Mail Delivery Weekly <mailer-daemon@routeurs.example>',
      subject: 'Delivery failure: the month in figures',
      headers: ['List-Id: <weekly.routeurs.example>', 'Return-Path: <bounce-12@routeurs.example>'],
      body: 'bureau@chorale.example: 550 5.1.1 was the answer of the month.',
    }),
  },
  {
    what: 'newsletter without a mark of one',
    verdict: 'unclear',
    message: mail({
      from: 'offre@vendeur.example',
      subject: 'Boîte aux lettres pleine ? Message refusé ?',
      headers: ['Return-Path: <offre@vendeur.example>'],
      body: 'Plus jamais de 552 5.2.2 Mailbox full avec notre offre. contact@vendeur.example',
    }),
  },
];
