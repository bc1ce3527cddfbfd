/**
 * Returned letters as mail servers write them, one shape a server, each with reasons that it gives. Written from the standards
 * (RFC 3464, RFC 3462, QSBMF) and from what the sources and manuals of these servers print; no word of real mail.
 */
export const RETURN_PATH = 'annuaire+0123456789abcdef01@example.org';
export const MESSAGE_ID = '<11111111111111111111111111111111@example.org>';
const TO = 'bureau@chorale.example';

export interface Returned {
  readonly server: string;
  readonly means: 'failed' | 'delayed';
  readonly message: string;
  /** A part of what the failing server said. */
  readonly says: string;
}

const LETTER_HEADERS = [
  `Return-Path: <${RETURN_PATH}>`,
  'Received: from cms.example.org (cms.example.org [192.0.2.1]) by smtp.example.org with ESMTPS; Wed, 1 Jul 2026 10:00:10 +0200',
  'From: Office de tourisme <annuaire@example.org>',
  `To: ${TO}`,
  'Subject: =?UTF-8?Q?Votre_fiche_dans_l=E2=80=99annuaire?=',
  `Message-ID: ${MESSAGE_ID}`,
  'Auto-Submitted: auto-generated',
  'Date: Wed, 01 Jul 2026 08:00:10 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
].join('\n');
/** It says what servers say of failures: what a notice quotes is not what it reports. */
const LETTER = `${LETTER_HEADERS}\n\nBonjour,\nsans réponse de votre part, un nouvel essai sera fait. The message will be retried.\n`;

const head = (lines: readonly string[]): string =>
  ['Return-Path: <>', `To: ${RETURN_PATH}`, 'Date: Wed, 01 Jul 2026 10:00:12 +0200', ...lines].join('\n');

interface Part {
  readonly type: string;
  readonly body: string;
}

const multipart = (headers: readonly string[], subtype: string, parts: readonly Part[]): string =>
  `${head([...headers, 'MIME-Version: 1.0', `Content-Type: multipart/${subtype}; boundary="frontier"`])}\n\n${parts
    .map(({ type, body }) => `--frontier\nContent-Type: ${type}\n\n${body}\n`)
    .join('\n')}\n--frontier--\n`;

const text = (headers: readonly string[], body: string, charset = 'utf-8'): string =>
  `${head([...headers, 'MIME-Version: 1.0', `Content-Type: text/plain; charset=${charset}`])}\n\n${body}\n`;

interface Status {
  readonly action: string;
  readonly status: string;
  readonly diagnostic: string;
}

const statusPart = ({ action, status, diagnostic }: Status, type = 'message/delivery-status'): Part => ({
  type,
  body: [
    'Reporting-MTA: dns; smtp.example.net',
    '',
    `Final-Recipient: rfc822; ${TO}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic === '' ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
  ].join('\n'),
});

/** A server that writes reports of RFC 3464: its own words, then the report. */
const reporting =
  (
    headers: readonly string[],
    words: (status: Status) => string,
    last: Part = { type: 'message/rfc822', body: LETTER },
  ) =>
  (status: Status): string =>
    multipart(headers, 'report; report-type=delivery-status', [
      { type: 'text/plain; charset=utf-8', body: words(status) },
      statusPart(status),
      last,
    ]);

const UNKNOWN = '550 5.1.1 <bureau@chorale.example>: Recipient address rejected: User unknown';
const FULL = '552 5.2.2 Mailbox full';
const REFUSED = '554 5.7.1 Service unavailable; client blocked';
const SILENT = '450 4.2.0 Greylisted, please try again later';

const each = (
  server: string,
  make: (status: Status) => string,
  { failures = [UNKNOWN, FULL, REFUSED], delay = SILENT }: { failures?: readonly string[]; delay?: string | null } = {},
): Returned[] => {
  const code = (words: string) => /[45]\.\d\.\d+/.exec(words)?.[0] ?? '5.0.0';
  return [
    ...failures.map((diagnostic) => ({
      server,
      means: 'failed' as const,
      message: make({ action: 'failed', status: code(diagnostic), diagnostic }),
      says: diagnostic.slice(0, 20),
    })),
    ...(delay === null
      ? []
      : [
          {
            server,
            means: 'delayed' as const,
            message: make({ action: 'delayed', status: code(delay), diagnostic: delay }),
            says: delay.slice(0, 12),
          },
        ]),
  ];
};

const isDelay = ({ action }: Status): boolean => action === 'delayed';

const postfix = reporting(
  [
    'From: MAILER-DAEMON@smtp.example.net (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
  ],
  ({ diagnostic }) =>
    `This is the mail system at host smtp.example.net.\n\n<${TO}>: host mx.chorale.example[192.0.2.20] said: ${diagnostic}`,
  { type: 'text/rfc822-headers', body: LETTER_HEADERS },
);

const exim = ({ diagnostic, ...status }: Status): string =>
  multipart(
    [
      ...(isDelay({ ...status, diagnostic }) ? [] : [`X-Failed-Recipients: ${TO}`]),
      'Auto-Submitted: auto-replied',
      'From: Mail Delivery System <Mailer-Daemon@smtp.example.net>',
      `Subject: ${isDelay({ ...status, diagnostic }) ? 'Warning: message 1uWabc delayed 24 hours' : 'Mail delivery failed: returning message to sender'}`,
    ],
    'report; report-type=delivery-status',
    [
      {
        type: 'text/plain; charset=us-ascii',
        body: `This message was created automatically by mail delivery software.\n\n  ${TO}\n    host mx.chorale.example [192.0.2.20]\n    SMTP error from remote mail server after RCPT TO:<${TO}>:\n    ${diagnostic}`,
      },
      statusPart({ ...status, diagnostic }),
      { type: 'message/rfc822', body: LETTER },
    ],
  );

/** Before 4.87 Exim wrote notices for people alone, and those that a host has set up so still do. */
const oldExim = (status: Status): string =>
  isDelay(status)
    ? text(
        [
          'Auto-Submitted: auto-replied',
          'From: Mail Delivery System <Mailer-Daemon@smtp.example.net>',
          'Subject: Warning: message 1uWdef delayed 24 hours',
        ],
        `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on smtp.example.net.\n\nThe address to which the message has not yet been delivered is:\n\n  ${TO}\n    host mx.chorale.example [192.0.2.20]: ${status.diagnostic}\n\nNo action is required on your part. Delivery attempts will continue for\nsome time, and this warning may be repeated at intervals.`,
      )
    : text(
        [
          `X-Failed-Recipients: ${TO}`,
          'Auto-Submitted: auto-replied',
          'From: Mail Delivery System <Mailer-Daemon@smtp.example.net>',
          'Subject: Mail delivery failed: returning message to sender',
        ],
        `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ${TO}\n    SMTP error from remote mail server after RCPT TO:<${TO}>:\n    host mx.chorale.example [192.0.2.20]: ${status.diagnostic}\n\n------ This is a copy of the message, including all the headers. ------\n\n${LETTER}`,
      );

const office365Words: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: [
    'Undeliverable: Votre fiche',
    "Your message to bureau@chorale.example couldn't be delivered.",
    'Delivery delayed: Votre fiche',
    'Delivery is delayed to these recipients or groups. This message hasn’t been delivered yet. Delivery will continue to be attempted.',
  ],
  fr: [
    'Non remis : Votre fiche',
    'Votre message à bureau@chorale.example n’a pas pu être remis.',
    'Remise retardée : Votre fiche',
    'La remise à ces destinataires ou groupes est retardée. De nouvelles tentatives seront effectuées.',
  ],
  de: [
    'Unzustellbar: Votre fiche',
    'Ihre Nachricht an bureau@chorale.example konnte nicht zugestellt werden.',
    'Zustellung verzögert: Votre fiche',
    'Die Zustellung ist verzögert. Es wird weiterhin versucht, die Nachricht zuzustellen.',
  ],
};
const office365 =
  (language: keyof typeof office365Words) =>
  (status: Status): string => {
    const [failedSubject = '', failed = '', delayedSubject = '', delayed = ''] = office365Words[language] ?? [];
    return multipart(
      [
        `Subject: =?utf-8?B?${Buffer.from(isDelay(status) ? delayedSubject : failedSubject).toString('base64')}?=`,
        'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@chorale.example>',
        'Auto-Submitted: auto-replied',
        `In-Reply-To: ${MESSAGE_ID}`,
      ],
      'report; report-type=delivery-status',
      [
        { type: 'text/plain; charset=utf-8', body: isDelay(status) ? delayed : failed },
        statusPart(status),
        { type: 'message/rfc822', body: LETTER },
      ],
    );
  };

/** Exchange 5.5 to 2003: a notice and the letter, no report. */
const exchange2003 =
  (language: 'en' | 'fr' | 'de') =>
  ({ diagnostic }: Status): string => {
    const words = {
      en: [
        'Undeliverable: Votre fiche',
        'System Administrator',
        'Your message',
        'To',
        'Subject',
        'Sent',
        'did not reach the following recipient(s):',
      ],
      fr: [
        'Non remis : Votre fiche',
        'Administrateur système',
        'Votre message',
        'À',
        'Objet',
        'Envoyé',
        'n’a pas atteint le(s) destinataire(s) suivant(s) :',
      ],
      de: [
        'Unzustellbar: Votre fiche',
        'Systemadministrator',
        'Ihre Nachricht',
        'An',
        'Betreff',
        'Gesendet',
        'konnte nicht zugestellt werden an:',
      ],
    }[language];
    return multipart(
      [
        `Subject: =?utf-8?B?${Buffer.from(words[0] ?? '').toString('base64')}?=`,
        `From: =?utf-8?B?${Buffer.from(words[1] ?? '').toString('base64')}?= <postmaster@chorale.example>`,
        'X-Mailer: Internet Mail Service (5.5.2657.72)',
      ],
      'mixed',
      [
        {
          type: 'text/plain; charset=utf-8',
          body: `${words[2]}\n\n  ${words[3]}:      ${TO}\n  ${words[4]}: Votre fiche\n  ${words[5]}:    Wed, 1 Jul 2026 10:00:10 +0200\n\n${words[6]}\n\n${TO} on Wed, 1 Jul 2026 10:00:12 +0200\n    ${diagnostic}\n    The MTS-ID of the original message is: c=fr;a= ;p=Chorale;l=MAIL-260701\n    MSEXCH:IMS:Chorale:SITE:MAIL 0 (000C05A6) Unknown Recipient`,
        },
        { type: 'message/rfc822', body: LETTER.replace(/Message-ID: .*\n/, '') },
      ],
    );
  };

const courier = reporting(
  [
    'From: "Courier mail server at smtp.example.net" <postmaster@smtp.example.net>',
    'Subject: NOTICE: mail delivery status.',
  ],
  (status) =>
    `This is a delivery status notification from smtp.example.net,\nrunning the Courier mail server.\n\nThe original message was received on Wed, 01 Jul 2026 10:00:10 +0200\n\n${isDelay(status) ? 'DELAYED DELIVERY' : 'UNDELIVERABLE MAIL'}\n\n<${TO}>:\n     mx.chorale.example [192.0.2.20]:\n <<< ${status.diagnostic}`,
);

/** QSBMF: a first paragraph that begins with "Hi. This is the", then one paragraph each recipient, then a break of dashes. */
const qmail = ({ diagnostic }: Status): string =>
  text(
    ['From: MAILER-DAEMON@smtp.example.net', 'Subject: failure notice'],
    `Hi. This is the qmail-send program at smtp.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${TO}>:\n192.0.2.20 does not like recipient.\nRemote host said: ${diagnostic}\nGiving up on 192.0.2.20.\n\n--- Below this line is a copy of the message.\n\n${LETTER}`,
  );

const yahoo = ({ diagnostic }: Status): string =>
  text(
    ['From: MAILER-DAEMON@yahoo.example', 'Subject: Failure Notice'],
    `Sorry, we were unable to deliver your message to the following address.\n\n<${TO}>:\nRemote host said:\n${diagnostic}\n[RCPT_TO]\n\n--- Below this line is a copy of the message.\n\n${LETTER}`,
  );

/** GMX, WEB.DE and IONOS. */
const gmx =
  (language: 'en' | 'de' | 'fr') =>
  ({ diagnostic }: Status): string =>
    text(
      [
        'From: "GMX Mailer Daemon" <mailer-daemon@gmx.example>',
        'Subject: Mail delivery failed: returning message to sender',
      ],
      {
        en: `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to\none or more of its recipients. This is a permanent\nerror. The following address failed:\n\n"${TO}":\nSMTP error from remote server after RCPT command:\nhost: mx.chorale.example\n${diagnostic}\n\n--- The header of the original message is following. ---\n\n${LETTER_HEADERS}`,
        de: `Diese Nachricht wurde automatisch erzeugt.\n\nIhre E-Mail konnte nicht zugestellt werden. Dies ist ein dauerhafter Fehler.\nFolgende Adresse war betroffen:\n\n"${TO}":\nhost: mx.chorale.example\n${diagnostic}\n\n--- Der Header der Originalnachricht ---\n\n${LETTER_HEADERS}`,
        fr: `Ce message a été créé automatiquement.\n\nVotre message n’a pas pu être remis à l’un de ses destinataires. Il s’agit d’une erreur permanente.\n\n"${TO}":\nhost: mx.chorale.example\n${diagnostic}\n\n--- En-têtes du message ---\n\n${LETTER_HEADERS}`,
      }[language],
    );

const zoho = ({ action, diagnostic }: Status): string =>
  text(
    [
      'From: mailer-daemon@mail.zoho.example',
      `Subject: ${action === 'delayed' ? 'Mail Delivery Status Notification (Delay)' : 'Undelivered Mail Returned to Sender'}`,
      'X-Mailer: Zoho Mail',
    ],
    action === 'delayed'
      ? `This message was created automatically by mail delivery software.\n A message that you sent could not yet be delivered. The server will retry for 48 more hours.\n\n${TO} , ERROR CODE :${diagnostic}\n\n`
      : `This message was created automatically by mail delivery software.\n A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. \n\n${TO} Invalid Address, ERROR_CODE :550, ERROR_CODE :${diagnostic}\n\nReceived:from mail.zoho.example by mx.zoho.example\n\n${LETTER}`,
  );

const openSmtpd = ({ action, diagnostic }: Status): string =>
  text(
    [
      'From: Mailer Daemon <MAILER-DAEMON@smtp.example.net>',
      `Subject: Delivery status notification: ${action === 'delayed' ? 'warning' : 'error'}`,
    ],
    action === 'delayed'
      ? `    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\n    A message is delayed for more than 4 hours for the following\n    list of recipients:\n\n${TO}: ${diagnostic}\n\n    Please note that this is only a temporary failure report.\n    The message is kept in the queue for up to 4 days.\n    You DO NOT NEED to re-send the message to these recipients.\n\n    Below is a copy of the original message:\n\n${LETTER}`
      : `    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\n    An error has occurred while attempting to deliver a message for\n    the following list of recipients:\n\n${TO}: ${diagnostic}\n\n    Below is a copy of the original message:\n\n${LETTER}`,
  );

const sendmail = reporting(
  [
    'From: Mail Delivery Subsystem <MAILER-DAEMON@smtp.example.net>',
    'Subject: Returned mail: see transcript for details',
    'Auto-Submitted: auto-generated (failure)',
  ],
  (status) =>
    `The original message was received at Wed, 1 Jul 2026 10:00:10 +0200\nfrom cms.example.org [192.0.2.1]\n\n   ----- ${isDelay(status) ? 'The following addresses had transient non-fatal errors' : 'The following addresses had permanent fatal errors'} -----\n<${TO}>\n\n   ----- Transcript of session follows -----\n... while talking to mx.chorale.example.:\n<<< ${status.diagnostic}`,
);

/** Sendmail of the last century, and appliances made of it. */
const oldSendmail = (status: Status): string =>
  text(
    [
      'From: Mail Delivery Subsystem <MAILER-DAEMON@smtp.example.net>',
      `Subject: ${isDelay(status) ? 'Warning: could not send message for past 4 hours' : 'Returned mail: User unknown'}`,
    ],
    `${isDelay(status) ? '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\n' : ''}The original message was received at Wed, 1 Jul 2026 10:00:10 +0200\nfrom cms.example.org [192.0.2.1]\n\n   ----- Transcript of session follows -----\n... while talking to mx.chorale.example.:\n>>> RCPT To:<${TO}>\n<<< ${status.diagnostic}\n${isDelay(status) ? 'Warning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old' : `<${TO}>... not delivered`}\n\n   ----- Original message follows -----\n\n${LETTER}`,
  );

/** A gateway in front of a server: signed as robots sign. */
const gateway =
  (from: string, subject: string, says: (status: Status) => string) =>
  (status: Status): string =>
    text(
      [`From: ${from}`, `Subject: ${subject}`],
      `${says(status)}\n\n   ----- Original message follows -----\n\n${LETTER}`,
    );

const gmail =
  (language: 'en' | 'fr') =>
  (status: Status): string => {
    const french = language === 'fr';
    const kind = isDelay(status) ? 'Delay' : 'Failure';
    return multipart(
      [
        'From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
        `Subject: Delivery Status Notification (${kind})`,
        ...(isDelay(status) ? [] : [`X-Failed-Recipients: ${TO}`]),
        'Auto-Submitted: auto-replied',
        `References: ${MESSAGE_ID}`,
        `In-Reply-To: ${MESSAGE_ID}`,
      ],
      'report; report-type=delivery-status',
      [
        {
          type: 'text/plain; charset=utf-8',
          body: isDelay(status)
            ? french
              ? `** Remise incomplète **\n\nUn problème temporaire est survenu. De nouvelles tentatives seront effectuées pendant 46 heures.`
              : `** Delivery incomplete **\n\nThere was a temporary problem delivering your message to ${TO}. Gmail will retry for 46 more hours.`
            : french
              ? `** Adresse introuvable **\n\nVotre message n’a pas été distribué à ${TO}.\n\nRéponse :\n${status.diagnostic}`
              : `** Address not found **\n\nYour message wasn't delivered to ${TO}.\n\nThe response was:\n${status.diagnostic}`,
        },
        statusPart(status),
        { type: 'message/rfc822', body: LETTER },
      ],
    );
  };

/** A French host that tells people, in French, in the coding of before Unicode. */
const frenchHost = (status: Status): string =>
  Buffer.from(
    text(
      [
        'From: Systeme de messagerie <postmaster@hebergeur.example>',
        `Subject: ${isDelay(status) ? 'Remise differee' : 'Votre message est non distribue'}`,
      ],
      isDelay(status)
        ? `Bonjour,\n\nVotre message pour ${TO} n'a pas encore pu être remis :\n${status.diagnostic}\n\nDe nouvelles tentatives auront lieu pendant 3 jours. Il est inutile de renvoyer votre message.\n`
        : `Bonjour,\n\nVotre message n'a pu être délivré à ${TO} pour la raison suivante :\n${status.diagnostic}\n\nCeci est une erreur définitive.\n\n----- Message d'origine -----\n\n${LETTER_HEADERS.replace(/’/g, "'")}`,
      'iso-8859-1',
    ),
    'latin1',
  ).toString('latin1');

/** Words of HTML alone, as gateways and some hosts write them. */
const htmlOnly = (status: Status): string =>
  `${head(['From: Mail Delivery System <mailer-daemon@passerelle.example>', 'Subject: Delivery report', 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8'])}\n\n<html><head><style>p { color: red }</style></head><body><p>${isDelay(status) ? 'La remise de votre message est retard&eacute;e, de nouvelles tentatives auront lieu.' : 'Votre message n&rsquo;a pas pu &ecirc;tre remis.'.replace('&ecirc;', 'ê')}</p><p>${TO}</p><pre>${status.diagnostic.replace(/</g, '&lt;').replace(/>/g, '&gt;')}</pre><p>Message-ID: ${MESSAGE_ID.replace('<', '&lt;').replace('>', '&gt;')}</p></body></html>\n`;

const domino = reporting(
  [
    'From: Mail Router <postmaster@notes.example>',
    'Subject: DELIVERY FAILURE: User chorale (bureau@chorale.example) not listed in Domino Directory',
  ],
  ({ diagnostic }) =>
    `Your message\n\n  Subject: Votre fiche\n\nwas not delivered to:\n\n  ${TO}\n\nbecause:\n\n  ${diagnostic}`,
);

/** Reports that leave a field out, or stand in a part of another name. */
const negligent = (status: Status): string =>
  multipart(
    ['From: postmaster@negligent.example', 'Subject: Delivery Status Notification'],
    'report; report-type=delivery-status',
    [
      { type: 'text/plain; charset=utf-8', body: `${TO}\n${status.diagnostic}` },
      {
        ...statusPart({ ...status, diagnostic: '' }, 'message/global-delivery-status'),
        body: `Reporting-MTA: dns; negligent.example\n\nFinal-Recipient: rfc822; ${TO}\nStatus: ${status.status}\n`,
      },
      { type: 'message/rfc822', body: LETTER },
    ],
  );

/** A server that signs with nothing at all, where others write their own name: the reverse-path of RFC 5321, and no subject. */
const nullAuthor = ({ diagnostic }: Status): string => text(['From: <>', 'Subject:'], `<${TO}>: ${diagnostic}`);

/** A server that signs so, and says nothing but a code and who it is about. */
const bare = ({ diagnostic }: Status): string =>
  text(['From: "" <>'], `${diagnostic}\n\n${TO}\n\nMessage-ID: ${MESSAGE_ID}`);

/** A host that reports in the frame of RFC 3464 and breaks RFC 5321: its reverse-path is an address like any other. */
const signedByAnAddress = (status: Status): string =>
  reporting(
    ['From: Service client <ne-pas-repondre@hebergeur.example>', 'Subject: Votre message'],
    ({ diagnostic }) => diagnostic,
  )(status).replace('Return-Path: <>', 'Return-Path: <ne-pas-repondre@hebergeur.example>');

/** What stood in a queue for too long: servers speak of a delay, and mean the end of it. */
const expired = ({ diagnostic }: Status): string =>
  multipart(['From: Mail Delivery System <mailer-daemon@smtp.example.net>', 'Subject: Delivery status'], 'mixed', [
    { type: 'text/plain; charset=utf-8', body: `${diagnostic}\n\n${TO}\n${diagnostic}` },
    { type: 'message/rfc822', body: LETTER },
  ]);

/** A server that tells people in their language, without a code; its name is the same in all. */
const inWords =
  (subject: string, delaySubject: string) =>
  (status: Status): string =>
    multipart(
      [
        'From: <MAILER-DAEMON@mx.example>',
        `Subject: =?utf-8?B?${Buffer.from(isDelay(status) ? delaySubject : subject).toString('base64')}?=`,
      ],
      'mixed',
      [
        { type: 'text/plain; charset=utf-8', body: `${TO}\n${status.diagnostic}` },
        { type: 'message/rfc822', body: LETTER },
      ],
    );

interface Spoken {
  readonly language: string;
  readonly subject: readonly [failed: string, delayed: string];
  readonly failures: readonly string[];
  readonly delay: string;
}

/** As Exchange, Gmail and hosts of these countries word it: unknown, full, refused; then what waits. */
const SPOKEN: readonly Spoken[] = [
  {
    language: 'French, in other words',
    subject: ['Votre envoi', 'Votre envoi'],
    failures: [
      'Votre envoi ne peut aboutir : l’adresse indiquée n’existe plus.',
      'L’acheminement de votre message n’a pas abouti, la boîte est inexistante.',
      'Le compte de ce destinataire a été fermé.',
    ],
    delay: 'Votre envoi n’a pas encore pu aboutir. De nouveaux essais auront lieu.',
  },
  {
    language: 'Spanish',
    subject: ['Mensaje devuelto', 'Aviso'],
    failures: [
      'La dirección no existe.',
      'El buzón está lleno.',
      'El mensaje no ha podido entregarse y ha sido rechazado.',
    ],
    delay: 'El mensaje aún no se ha entregado. Se volverá a intentar.',
  },
  {
    language: 'Catalan',
    subject: ['Missatge', 'Avís'],
    failures: ["L'adreça no existeix.", 'La bústia és plena.', "El missatge no s'ha pogut lliurar."],
    delay: "Encara no s'ha pogut lliurar el missatge. Es tornarà a intentar.",
  },
  {
    language: 'Italian',
    subject: ['Messaggio', 'Avviso'],
    failures: [
      'L’indirizzo non esiste.',
      'La casella del destinatario è piena.',
      'Il messaggio non è stato recapitato.',
    ],
    delay: 'Il messaggio non è ancora stato recapitato. Seguiranno nuovi tentativi.',
  },
  {
    language: 'Portuguese',
    subject: ['Mensagem', 'Aviso'],
    failures: [
      'O endereço não existe.',
      'A caixa de correio está cheia.',
      'A mensagem não pôde ser entregue: foi rejeitada.',
    ],
    delay: 'A mensagem ainda não foi entregue. Serão feitas novas tentativas.',
  },
  {
    language: 'Dutch',
    subject: ['Bericht', 'Melding'],
    failures: [
      'Dit adres bestaat niet.',
      'Het postvak is vol.',
      'Het bericht kon niet worden afgeleverd en werd geweigerd.',
    ],
    delay: 'Het bericht is nog niet bezorgd. Er wordt opnieuw geprobeerd.',
  },
  {
    language: 'German, in other words',
    subject: ['Nachricht', 'Hinweis'],
    failures: ['Dieses Konto existiert nicht mehr.', 'Das Postfach ist voll.', 'Die Nachricht wurde abgewiesen.'],
    delay: 'Die Nachricht wurde noch nicht zugestellt. Weitere Zustellversuche folgen.',
  },
  {
    language: 'Polish',
    subject: ['Zwrot wiadomości', 'Wiadomość opóźniona'],
    failures: ['Ten adres nie istnieje.', 'Skrzynka odbiorcy jest pełna.', 'Wiadomość nie mogła zostać dostarczona.'],
    delay: 'Wiadomość jeszcze nie została dostarczona. Ponowne próby będą podejmowane.',
  },
  {
    language: 'Czech',
    subject: ['Nedoručitelná zpráva', 'Upozornění'],
    failures: ['Adresa neexistuje.', 'Schránka je plná.', 'Zprávu nebylo možné doručit.'],
    delay: 'Zpráva zatím nebyla doručena. Následují další pokusy.',
  },
  {
    language: 'Slovak',
    subject: ['Správa', 'Upozornenie'],
    failures: ['Adresa neexistuje.', 'Schránka je plná.', 'Správu nebolo možné doručiť.'],
    delay: 'Správa zatiaľ nebola doručená. Nasledujú ďalšie pokusy.',
  },
  {
    language: 'Hungarian',
    subject: ['Üzenet', 'Értesítés'],
    failures: ['A cím nem létezik.', 'A címzett postafiókja megtelt.', 'Az üzenetet nem sikerült kézbesíteni.'],
    delay: 'Az üzenetet még nem sikerült kézbesíteni. A kiszolgáló újra megpróbálja.',
  },
  {
    language: 'Romanian',
    subject: ['Mesaj', 'Avertisment'],
    failures: ['Adresa nu există.', 'Căsuța poștală este plină.', 'Mesajul nu a putut fi livrat.'],
    delay: 'Mesajul nu a fost încă livrat. Vor urma noi încercări.',
  },
  {
    language: 'Bulgarian',
    subject: ['Съобщение', 'Предупреждение'],
    failures: ['Адресът не съществува.', 'Пощенската кутия е пълна.', 'Съобщението не може да бъде доставено.'],
    delay: 'Съобщението все още не е доставено. Ще има нови опити.',
  },
  {
    language: 'Greek',
    subject: ['Μήνυμα', 'Ειδοποίηση'],
    failures: [
      'Η διεύθυνση δεν υπάρχει.',
      'Το γραμματοκιβώτιο είναι πλήρες.',
      'Δεν ήταν δυνατή η παράδοση του μηνύματος.',
    ],
    delay: 'Το μήνυμα δεν έχει παραδοθεί ακόμη. Θα γίνει νέα προσπάθεια.',
  },
  {
    language: 'Swedish',
    subject: ['Meddelande', 'Varning'],
    failures: ['Adressen finns inte.', 'Mottagarens brevlåda är full.', 'Meddelandet kunde inte levereras.'],
    delay: 'Meddelandet har ännu inte levererats. Nya försök görs.',
  },
  {
    language: 'Danish',
    subject: ['Meddelelse', 'Advarsel'],
    failures: ['Adressen findes ikke.', 'Modtagerens postkasse er fuld.', 'Meddelelsen kunne ikke leveres.'],
    delay: 'Meddelelsen er endnu ikke leveret. Der gøres nye forsøg.',
  },
  {
    language: 'Norwegian',
    subject: ['Melding', 'Varsel'],
    failures: ['Adressen finnes ikke.', 'Postboksen er full.', 'Meldingen ble ikke levert.'],
    delay: 'Meldingen er forsinket og ennå ikke levert. Nye forsøk gjøres.',
  },
  {
    language: 'Finnish',
    subject: ['Viesti', 'Ilmoitus'],
    failures: ['Osoitetta ei ole olemassa.', 'Postilaatikko on täynnä.', 'Viestiä ei voitu toimittaa.'],
    delay: 'Viestiä ei ole vielä toimitettu. Lähetystä yritetään uudelleen.',
  },
  {
    language: 'Estonian',
    subject: ['Kiri', 'Teade'],
    failures: ['Seda aadressi ei ole olemas.', 'Postkast on täis.', 'Kirja ei õnnestunud kohale toimetada.'],
    delay: 'Kiri hilineb. Saatmist proovitakse uuesti.',
  },
  {
    language: 'Latvian',
    subject: ['Vēstule', 'Paziņojums'],
    failures: ['Adrese neeksistē.', 'Pastkaste ir pilna.', 'Vēstuli neizdevās piegādāt.'],
    delay: 'Vēstule vēl nav piegādāta. Serveris mēģinās vēlreiz.',
  },
  {
    language: 'Lithuanian',
    subject: ['Laiškas', 'Pranešimas'],
    failures: ['Adresas neegzistuoja.', 'Pašto dėžutė pilna.', 'Laiško nepavyko pristatyti.'],
    delay: 'Laiškas dar nepristatytas. Bus bandoma vėl.',
  },
  {
    language: 'Slovene',
    subject: ['Sporočilo', 'Opozorilo'],
    failures: ['Naslov ne obstaja.', 'Nabiralnik je poln.', 'Sporočila ni bilo mogoče dostaviti.'],
    delay: 'Sporočilo še ni bilo dostavljeno. Sledijo nadaljnji poskusi.',
  },
  {
    language: 'Croatian',
    subject: ['Poruka', 'Upozorenje'],
    failures: ['Adresa ne postoji.', 'Poštanski sandučić je pun.', 'Poruku nije bilo moguće isporučiti.'],
    delay: 'Poruka još nije isporučena. Slijede ponovni pokušaji.',
  },
  {
    language: 'Ukrainian',
    subject: ['Повідомлення', 'Попередження'],
    failures: ['Адреса не існує.', 'Поштова скринька переповнена.', 'Повідомлення не вдалося доставити.'],
    delay: 'Повідомлення ще не доставлено. Будуть повторні спроби.',
  },
  {
    language: 'Russian',
    subject: ['Сообщение', 'Предупреждение'],
    failures: ['Адрес не существует.', 'Почтовый ящик переполнен.', 'Сообщение не удалось доставить.'],
    delay: 'Сообщение ещё не доставлено. Попытки будут повторены.',
  },
  {
    language: 'Turkish',
    subject: ['İleti', 'Uyarı'],
    failures: ['Bu adres mevcut değil.', 'Alıcının posta kutusu dolu.', 'İleti teslim edilemedi.'],
    delay: 'İleti henüz teslim edilmedi. Yeniden denenecek.',
  },
];

/** What each server says of letters that failed, and of one that waits where it tells that. */
export const returnedByServers: readonly Returned[] = [
  ...each('Postfix', postfix),
  ...each('Exim', exim),
  ...each('Exim, without a report', oldExim),
  ...each('Office 365', office365('en'), {
    failures: [
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281)',
      '552 5.2.2 Quota exceeded',
    ],
  }),
  ...each('Office 365, French', office365('fr')),
  ...each('Office 365, German', office365('de')),
  ...each('Exchange 2003', exchange2003('en'), {
    failures: [
      'The recipient name is not recognized',
      'The e-mail account does not exist at the organization this message was sent to.',
      'The message could not be delivered because the recipient’s mailbox is full.',
    ],
    delay: null,
  }),
  ...each('Exchange 2003, French', exchange2003('fr'), {
    failures: [
      'Le nom du destinataire n’est pas reconnu',
      'La boîte aux lettres du destinataire est pleine.',
      'Le compte n’existe pas dans l’organisation.',
    ],
    delay: null,
  }),
  ...each('Exchange 2003, German', exchange2003('de'), {
    failures: ['Der Name des Empfängers wurde nicht erkannt', 'Das Postfach ist voll.', '5.1.1 Empfänger unbekannt'],
    delay: null,
  }),
  ...each('Courier', courier),
  ...each('qmail', qmail, {
    failures: [
      UNKNOWN,
      FULL,
      'Sorry, no mailbox here by that name. (#5.1.1)',
      "CNAME lookup failed temporarily. (#4.4.3)\nI'm not going to try again; this message has been in the queue too long.",
    ],
    delay: null,
  }),
  ...each('Yahoo', yahoo, {
    failures: [
      UNKNOWN,
      FULL,
      '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints',
      '554 delivery error: dd This user doesn’t have an account (bureau@chorale.example) [0]',
    ],
    delay: null,
  }),
  ...each('GMX', gmx('en'), { delay: null }),
  ...each('GMX, German', gmx('de'), { delay: null }),
  ...each('IONOS, French', gmx('fr'), { delay: null }),
  ...each('Zoho', zoho),
  ...each('OpenSMTPD', openSmtpd),
  ...each('Sendmail', sendmail),
  ...each('Sendmail, without a report', oldSendmail),
  ...each('Gmail', gmail('en'), {
    failures: [
      '550-5.1.1 The email account that you tried to reach does not exist. NoSuchUser - gsmtp',
      '552-5.2.2 The recipient’s inbox is out of storage space. OverQuotaPerm - gsmtp',
      '550-5.7.26 This mail has been blocked because the sender is unauthenticated.',
    ],
  }),
  ...each('Gmail, French', gmail('fr')),
  ...each('French host', frenchHost, {
    failures: [
      "550 5.1.1 Adresse d'au moins un destinataire invalide. LPN007_416",
      '552 5.2.2 Boite du destinataire archivee ou pleine. OFR_417',
      '550 5.5.0 Mail rejete. OFR_506',
    ],
  }),
  ...each('HTML alone', htmlOnly),
  ...each('Domino', domino),
  ...each('reports with gaps', negligent),
  ...each('From: <>, no subject', nullAuthor, {
    failures: ['550 5.1.1', '550 5.1.1 User unknown', FULL, REFUSED],
    delay: null,
  }),
  ...each('From: "" <>, a code alone', bare, { failures: ['550 5.1.1', '550', '552 5.2.2'], delay: null }),
  ...each('reports that somebody’s address sends', signedByAnAddress),
  ...each(
    'gateway that nobody reads',
    gateway(
      'no-reply@passerelle.example',
      "Votre message n'a pas ete remis",
      ({ diagnostic }) => `Votre message à ${TO} n’a pas été remis : ${diagnostic}`,
    ),
    { delay: null },
  ),
  ...each(
    'gateway that blocks',
    gateway(
      'postmaster@passerelle.example',
      'Message not delivered',
      ({ diagnostic }) => `Your message to ${TO} was blocked.\nReason: ${diagnostic}`,
    ),
    { failures: ['Recipient verification failed', 'was blocked', UNKNOWN], delay: null },
  ),
  ...each(
    'double-bounce',
    gateway('double-bounce@mx.example', 'Undelivered', ({ diagnostic }) => `${TO}: ${diagnostic}`),
    { failures: ['unknown user', 'La boîte est saturée', UNKNOWN], delay: null },
  ),
  ...each('waits for so long', expired, {
    failures: [
      'Message undelivered after 5 days, giving up.',
      'Le message a échoué après 5 jours.',
      'Delivery failed after 3 attempts.',
    ],
    delay: 'Delivery failed after 4 hours. We will keep trying for 5 days.',
  }),
  ...each('queues that end', expired, {
    failures: [
      'Your message has been delayed too long and is returned.',
      'Delivery of this message has been delayed. Delivery failed after 5 days.',
      'Message delayed: retry timeout exceeded.',
      'Warning: message could not be delivered for 5 days. Message will be deleted from queue.',
      'Delivery delayed. The message has expired and was returned to its sender.',
      'La remise a été retardée et a échoué après 5 jours de nouvelles tentatives.',
      'Message retardé trop longtemps : il vous est retourné.',
      'Remise différée. Délai dépassé, aucune nouvelle tentative ne sera faite.',
      'Die Zustellung hat sich zu lange verzögert und wurde abgebrochen.',
      'El mensaje se ha retrasado demasiado tiempo. No se volverá a intentar.',
      'Il messaggio è in ritardo da troppo tempo. Non verranno effettuati ulteriori tentativi.',
      'Wiadomość jest opóźniona zbyt długo, próby nie będą ponawiane.',
    ],
    delay: null,
  }),
  ...each('queues that go on', expired, {
    failures: [UNKNOWN, FULL, REFUSED],
    delay: 'Message delayed. Attempts will continue; if it is still undelivered in 5 days, it will be returned to you.',
  }),
  ...SPOKEN.flatMap(({ language, subject, failures, delay }) =>
    each(language, inWords(...subject), { failures, delay }),
  ),
];
