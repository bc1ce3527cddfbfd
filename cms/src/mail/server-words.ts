/** What a mail server said, in the editor's words: the reason in French first, then the server's own, which its support understands. */

/** Enhanced status codes (RFC 3463) and plain codes that an editor meets, most telling first. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /\b[45]\.1\.(1|6|10)\b|user unknown|unknown user|no such (user|mailbox)|does ?n[o’']t exist|recipient ?not ?found/i,
    'cette adresse n’existe pas (ou plus)',
  ],
  [
    /\b[45]\.1\.2\b|host (or domain )?(name )?not found|domain (not found|does not exist)|NXDOMAIN/i,
    'le domaine de cette adresse n’existe pas',
  ],
  [/\b[45]\.2\.2\b|over ?quota|mailbox (is )?full|insufficient storage/i, 'la boîte aux lettres est pleine'],
  [
    /\b[45]\.2\.1\b|mailbox (is )?disabled|account.*(disabled|inactive|suspended)/i,
    'cette boîte aux lettres est fermée',
  ],
  [/\b[45]\.3\.4\b|\b[45]\.2\.3\b|message (size )?(is )?too (big|large)/i, 'le message est trop lourd'],
  [
    /\b[45]\.4\.(1|4|7)\b|timed? ?out|retry time(out)? exceeded|too long in queue|expired/i,
    'le serveur de cette adresse n’a pas répondu',
  ],
  [
    /\b[45]\.7\.\d+\b|spam|block(ed|list)|blacklist|reputation|policy/i,
    'le serveur de cette adresse refuse nos messages (filtre antispam)',
  ],
  [/gr[ea]ylist/i, 'le serveur demande de réessayer plus tard'],
];

const FALLBACK: Readonly<Record<string, string>> = {
  '550': 'cette adresse n’est pas acceptée par son serveur',
  '551': 'cette adresse n’est pas acceptée par son serveur',
  '552': 'la boîte aux lettres est pleine',
  '553': 'cette adresse n’est pas acceptée par son serveur',
  '554': 'le serveur de cette adresse refuse nos messages',
};

const LONGEST = 300;

/** @param answer the server's words, e.g. `550 5.1.1 <a@b>: Recipient address rejected` */
export function explainAnswer(answer: string): string {
  const words = answer
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  const reason =
    REASONS.find(([pattern]) => pattern.test(words))?.[1] ??
    FALLBACK[/^\d{3}/.exec(words)?.[0] ?? ''] ??
    'le serveur de cette adresse a refusé la lettre';
  const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
  return words === '' ? `${sentence}.` : `${sentence}. Réponse du serveur\u00a0: «\u00a0${words}\u00a0»`;
}

/** Why nothing leaves at all, and what to look at. */
export const troubleWords = {
  notConfigured:
    'Aucun serveur d’envoi n’est réglé\u00a0: les lettres attendent. Indiquez les variables SMTP_URL et MAIL_FROM à la personne qui gère le serveur.',
  unreachable: (host: string) =>
    `Le serveur d’envoi (${host}) ne répond pas. Les lettres attendent et partiront dès qu’il répondra.`,
  signIn: (answer: string) =>
    `Le serveur d’envoi refuse le nom ou le mot de passe de SMTP_URL. Les lettres attendent. Réponse du serveur\u00a0: «\u00a0${answer}\u00a0»`,
  sender: (answer: string) =>
    `Le serveur d’envoi refuse l’adresse d’expéditeur (MAIL_FROM, MAIL_RETURN_PATH). Les lettres attendent. Réponse du serveur\u00a0: «\u00a0${answer}\u00a0»`,
  busy: (answer: string) =>
    `Le serveur d’envoi demande de patienter. Les lettres attendent. Réponse du serveur\u00a0: «\u00a0${answer}\u00a0»`,
  gaveUp: (days: number) => `Non distribuée après ${days}\u00a0jours d’essais`,
  database: 'La base de données ne répond pas\u00a0: les lettres attendent.',
} as const;
