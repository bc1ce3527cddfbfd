/**
 * What mail servers answer, what it means, and who can do something about it: data. Read from top to bottom, the first that fits
 * decides: the codes of single providers, then words (they are more exact than codes: `550 5.1.1 mailbox full` exists), then the
 * enhanced codes of RFC 3463 and those added to them (RFC 7372, RFC 7505), then the plain codes of RFC 5321.
 *
 * Codes of providers: postmaster pages of Orange and La Poste (`OFR_…`, `LPN…`: one list of endings for both), Free, Google, Yahoo
 * (`TSS…`, `PH…`, `BL…`), Microsoft (`S3140`, `AS(…)`, `5.7.5xx`), Mimecast and Proofpoint.
 *
 * Addresses and links are taken out of the answer before it is compared, so that `spam@exemple.fr` is no spam.
 */

/**
 * Who can mend it.
 *
 * - `sender`: us; the address of the recipient may well be right;
 * - `recipient`: the address is to be checked, the association reached in another way;
 * - `later`: nobody; it may well go another day.
 */
export const FAULTS = ['sender', 'recipient', 'later'] as const;
export type Fault = (typeof FAULTS)[number];

export interface KnownAnswer {
  readonly says: RegExp;
  /** A French sentence without its point. */
  readonly means: string;
  readonly fault: Fault;
}

const m = {
  unknown: 'Cette adresse n’existe pas (ou plus)',
  domain: 'Le domaine de cette adresse n’existe pas, ou ne reçoit pas de courrier',
  full: 'La boîte aux lettres est pleine',
  closed: 'Cette boîte aux lettres est fermée ou abandonnée',
  restricted: 'Cette adresse n’accepte que des expéditeurs choisis',
  malformed: 'Cette adresse est mal écrite',
  sender: 'Le serveur refuse notre adresse d’expéditeur',
  authentication: 'Notre courrier ne prouve pas d’où il vient (SPF, DKIM ou DMARC)',
  machine: 'Le serveur refuse la machine qui envoie notre courrier (nom ou adresse IP)',
  reputation: 'Notre serveur d’envoi est sur une liste de blocage, ou a mauvaise réputation',
  spam: 'Le serveur a pris la lettre pour un courrier indésirable',
  policy: 'Le serveur refuse nos messages selon ses règles de sécurité',
  tooMany: 'Nous envoyons trop de messages à la fois pour ce serveur',
  quota: 'Notre compte d’envoi a atteint sa limite',
  relay: 'Le serveur d’envoi refuse de transmettre notre courrier',
  tooBig: 'Le message est trop lourd',
  content: 'Le serveur refuse la forme du message',
  protocol: 'Le serveur n’a pas compris le nôtre',
  silent: 'Le serveur de cette adresse n’a pas répondu',
  busyBox: 'Cette boîte reçoit trop de messages en ce moment',
  greylisted: 'Le serveur demande de réessayer plus tard',
  trouble: 'Le serveur de cette adresse a un problème',
  loop: 'Le courrier de cette adresse tourne en rond',
  refusedAddress: 'Cette adresse n’est pas acceptée par son serveur',
  refused: 'Le serveur de cette adresse a refusé la lettre',
} as const;

/** Orange and La Poste end their codes alike: `OFR_416`, `OFR004_104`, `LPN007_517`. */
const french = (...endings: readonly string[]): RegExp =>
  new RegExp(`\\b(?:OFR|LPN)\\w{0,8}?_?(?:${endings.join('|')})\\b`, 'i');

/** An enhanced code, permanent or not: `x.1.1`. The lookarounds keep IP addresses and versions out. */
const enhanced = (...codes: readonly string[]): RegExp =>
  new RegExp(`(?<![\\d.])[45]\\.(?:${codes.join('|').replaceAll('.', '\\.')})(?![\\d.]\\d|\\d)`);

export const knownAnswers: readonly KnownAnswer[] = [
  // Orange, La Poste
  { says: french('416', '418'), means: m.unknown, fault: 'recipient' },
  { says: french('417'), means: m.full, fault: 'later' },
  { says: french('420', '426', '427'), means: m.closed, fault: 'recipient' },
  { says: french('403', '405', '415'), means: m.sender, fault: 'sender' },
  { says: french('517', '519'), means: m.authentication, fault: 'sender' },
  { says: french('506', '513', '514', '515'), means: m.spam, fault: 'sender' },
  { says: french('102', '104', '105', '108', '201', '202', '203'), means: m.tooMany, fault: 'later' },
  { says: french('103', '109', '503', '505', '999'), means: m.greylisted, fault: 'later' },
  { says: french('402', '421', '510', '521', '522', '630', '989'), means: m.reputation, fault: 'sender' },
  // Microsoft
  { says: /\bAS\(20180628\d\)|recipient address rejected: access denied/i, means: m.unknown, fault: 'recipient' },
  {
    says: /\bS(?:3140|3150|2017062302|77[578])\b|banned sending IP|block list \(S/i,
    means: m.reputation,
    fault: 'sender',
  },
  {
    says: enhanced('7.509', '7.515', '7.23', '7.26', '7.20', '7.21', '7.22', '7.24'),
    means: m.authentication,
    fault: 'sender',
  },
  { says: enhanced('7.5(?:0\\d|1[0-4]|20)', '7.6[0-4]\\d', '7.70[58]', '7.750'), means: m.reputation, fault: 'sender' },
  { says: enhanced('1.90', '4.5'), means: m.quota, fault: 'sender' },
  { says: enhanced('2.12[12]'), means: m.busyBox, fault: 'later' },
  { says: enhanced('7.12[49]', '7.13[3-6]', '7.193'), means: m.restricted, fault: 'recipient' },
  // Yahoo
  { says: /\bTSS0[1-6]\b/i, means: m.tooMany, fault: 'later' },
  {
    says: /\b(?:TSS\d\d|PH\d\d|BL\d\d|GL\d\d)\b|not accepted for policy reasons/i,
    means: m.reputation,
    fault: 'sender',
  },
  { says: /dd (?:this user does|sorry your message|requested mail action)/i, means: m.unknown, fault: 'recipient' },
  // Mimecast, Proofpoint
  { says: /anti-?spoofing|envelope blocked|header based/i, means: m.policy, fault: 'sender' },
  { says: /IP reputation|ipcheck|dnsbl-lookup|senderbase|cloudmark/i, means: m.reputation, fault: 'sender' },

  // Where our mail comes from
  {
    says: /\b(?:spf|dkim|dmarc|domainkeys|sender policy framework)\b|unauthenticated|authentication[- ](?:results|checks?|failure)|not authenticated|not (?:authori[sz]ed|allowed) to send(?!(?: \w+)? to\b)|spoof/i,
    means: m.authentication,
    fault: 'sender',
  },
  {
    says: /sender (?:address )?(?:verif|is |was |has been |address )?\W?(?:rejected|refused|denied|blocked|failed|invalid|unknown|not)|sender (?:domain|verif|unknown)|(?:invalid|bad|unknown|unresolvable) (?:envelope )?sender|(?:domain|address) of sender|sender's (?:domain|address)|mail from \W{0,3}(?:not|reject|refus)|(?:envelope |mail[- ]?)from (?:domain|address)|senders? (?:is |are )?not allowed|return[- ]path|[ée]metteur invalide|exp[ée]diteur (?:invalide|inconnu|refus|rejet|non)|backscatter|callout|sender verify|badmailfrom|(?:envelope )?sender (?:address )?(?:is|was) (?:in|on) |your (?:envelope )?sender/i,
    means: m.sender,
    fault: 'sender',
  },
  { says: enhanced('1.7', '1.8', '7.27'), means: m.sender, fault: 'sender' },
  {
    says: /reverse[- ](?:dns|lookup|host)|\bPTR\b|\brDNS\b|\bhelo\b|\behlo\b|client host rejected|hostname.{0,20}(?:invalid|not resolv|not found)|dynamic ip|residential/i,
    means: m.machine,
    fault: 'sender',
  },
  { says: enhanced('7.25'), means: m.machine, fault: 'sender' },
  {
    says: /relay(?:ing)? (?:access )?(?:is )?(?:denied|not permitted|not allowed|prohibited)|unable to relay|authentication required|must authenticate|not permitted to relay|too many hops for relay|relay not/i,
    means: m.relay,
    fault: 'sender',
  },
  {
    says: /(?:daily|hourly|sending) (?:user )?(?:sending |message )?(?:quota|limit)|sending limit|exceeded (?:the |your )?(?:max|messages|emails|limit)|limit on the number of allowed outgoing|(?:emails|messages) per (?:hour|day)/i,
    means: m.quota,
    fault: 'sender',
  },

  // What stands in the box, or of the box. Before the codes: `550 5.1.1 mailbox full`, `552 mailbox not found`.
  {
    says: /over[- ]?quota|quota (?:is )?(?:exceeded|full|reached)|exceed\w* .{0,20}quota|quota.{0,30}(?:exceed|d[ée]pass)|mail ?box .{0,20}(?:full|exceed)|(?:full|exceeded) mail ?box|storage (?:space|quota|limit|allocation)|out of (?:storage|space)|insufficient (?:disk|system)? ?(?:storage|space|quota)|(?:bo[îi]te|bal|messagerie|compte)\b.{0,60}(?:pleine|satur|rempli)|d[ée]passement (?:de|du) (?:quota|capacit)|quota.{0,30}(?:atteint|satur)|(?:espace|stockage).{0,40}(?:insuffisant|satur|plein)|plus (?:assez )?(?:de place|d['’]espace)|(?:manque|pas assez) (?:de place|d['’]espace)|place insuffisante|postfach.{0,12}voll|maximum .{0,20}size of .{0,20}mailbox|not enough (?:space|storage)|mailfolder is full/i,
    means: m.full,
    fault: 'later',
  },
  // Of a box that takes no more for now. `4.2.1` has the digits of a closed one.
  {
    says: /receiving (?:e?mail|messages) (?:at a rate|too (?:quickly|fast|many))|(?:user|recipient|mail ?box) (?:is )?receiving too/i,
    means: m.busyBox,
    fault: 'later',
  },
  {
    says: /temporar\w+ (?:disabled|inactive|suspended|closed|deactivated|blocked|frozen|locked|unavailable)|mail ?box (?:is )?(?:busy|locked)|^45\d .{0,80}mail ?box unavailable|momentan[ée]ment|provisoirement/i,
    means: m.greylisted,
    fault: 'later',
  },
  {
    says: /(?:mail ?box|account|user|recipient|address|bo[îi]te|compte|adresse|email account).{0,60}(?:disabled|inactive|suspended|closed|deactivated|expired|archiv|blocked|inactivity|frozen|discontinued|no longer|d[ée]sactiv|ferm[ée]|suspendu|supprim)|(?:disabled|inactive|deactivated|archived|expired) (?:user|account|mail ?box|recipient)|no longer (?:in use|available|exists|valid|active|works|employed)|has left|boite .{0,20}archiv/i,
    means: m.closed,
    fault: 'recipient',
  },
  {
    says: /(?:only (?:accepts|internal|members)|not a member|members? only|restricted to|permission to (?:send|post)|not (?:allowed|authori[sz]ed|permitted) to (?:post|send)(?: \w+)? to\b|r[ée]serv[ée]e? (?:aux|à ses) (?:membres|abonn)|sender not in|whitelist|not accept\w* mail from outside|closed (?:list|group))/i,
    means: m.restricted,
    fault: 'recipient',
  },
  {
    says: /(?:message|mail|size).{0,30}too (?:big|large|long)|exceed\w* .{0,30}(?:message|maximum|fixed).{0,15}size|size (?:limit|exceed)|max(?:imum)? message size|trop volumineux|trop gros/i,
    means: m.tooBig,
    fault: 'sender',
  },

  // Blocked, before « unknown »: `550 5.1.1 … blocked using Spamhaus`
  {
    says: /block(?:ed)?[- ]?list|black[- ]?list|denylist|\b[rd]nsbl\b|\bRBL\b|spamhaus|spamcop|barracuda|sorbs|blocked using|listed (?:at|in|on|by)|(?:poor|bad|low) reputation|reputation|too many spams?|blocked by|(?:ip|client|host|server|domain|sender).{0,30}(?:blocked|banned|denied)|service unavailable; client|mauvaise r[ée]putation|liste noire/i,
    means: m.reputation,
    fault: 'sender',
  },
  {
    says: /\bspam\b|spammy|\bUCE\b|unsolicited|junk mail|phish|virus|malware|suspicious|content (?:rejected|filter|denied)|message content|looks like|ind[ée]sirable|considered.{0,20}(?:bulk|spam)|mail rejet[ée]|courrier rejet[ée]/i,
    means: m.spam,
    fault: 'sender',
  },
  {
    says: /mail(?:ing)? loop|routing loop|too many hops|hop count|loops? back|trop de sauts|(?:courrier|messages?) en boucle|boucle de (?:courrier|messagerie)/i,
    means: m.loop,
    fault: 'recipient',
  },
  {
    says: /rate[- ]?limit|too (?:many|fast)|slow down|throttl|unusual rate|trop de (?:connexions|messages|demandes)|message rate|concurrent connections|volume/i,
    means: m.tooMany,
    fault: 'later',
  },

  // No such domain, before « does not exist »; the names themselves may be out of reach for a while.
  {
    says: /temporary failure in name resolution|(?:try again|temporar).{0,20}(?:dns|name server)/i,
    means: m.silent,
    fault: 'later',
  },
  {
    says: /look(?:ing)? up (?:host|domain)|name or service not known|nodename nor servname|(?:could not|cannot|can['’]?t|unable to|failed to) (?:resolve|find) (?:the )?(?:host|domain|mx)|(?:host|domain)(?: or domain)?(?: name)? (?:not found|does not exist|doesn['’]t exist|not valid|unknown|is invalid)|domain \S{1,80} (?:does not|doesn['’]t) exist|NXDOMAIN|no (?:such domain|mx|valid hosts)|unknown (?:host|domain)|null ?mx|does not accept (?:e?mail|messages)|(?:host|domain) lookup|could not find a gateway|domaine.{0,20}(?:inconnu|introuvable)|name service error/i,
    means: m.domain,
    fault: 'recipient',
  },
  // Nobody of that name
  {
    says: /user (?:is )?unknown|unknown (?:user|recipient|mail ?box|address|account|local)|(?:no|not) (?:such|a valid|valid|existing|known|found|a known) ?(?:user|mail ?box|recipient|address|person|account|here)|no mail ?box|(?:user|recipient|mail ?box|address|account|person).{0,40}(?:not (?:found|exist|known|recogni[sz]ed|listed|valid|available|a valid)|doesn?['’o]?t exist|n['’]?t exist|does not exist|invalid|unknown|unavailable|inconnue?)|does ?n[o'’]?t (?:have|exist)|invalid (?:recipient|user|mail ?box|address)|recipnotfound|recipient ?not ?found|nosuchuser|(?:adresse|destinataire|utilisateur|bo[îi]te).{0,40}(?:inconnu|invalide|inexistant|introuvable|n['’]existe)|unrouteable|undeliverable address|addressee unknown|empf[äa]nger.{0,12}(?:unbekannt|nicht)|unbekannter|not our customer|recipient (?:address )?verif\w+ (?:has )?failed|unverified (?:address|recipient)|nom du destinataire|name des empf/i,
    means: m.unknown,
    fault: 'recipient',
  },
  { says: /gr[ea]y-?list/i, means: m.greylisted, fault: 'later' },
  {
    says: /timed? ?out|time-?out|retry time|too long in|in the queue too long|expired|connection (?:refused|dropped|reset|failed|lost)|could not connect|no answer|unreachable|injoignable|did not respond|no route/i,
    means: m.silent,
    fault: 'later',
  },
  {
    says: /try (?:again|later)|r[ée]essay|plus tard|temporar|deferred|resources|service refus/i,
    means: m.greylisted,
    fault: 'later',
  },
  {
    says: /polic(?:y|ies)|prohibited|security|administrat|access denied|not allowed|accept.{0,10}refus/i,
    means: m.policy,
    fault: 'sender',
  },
  {
    says: /bad sequence|out of (?:sequence|order)|(?:unrecogni[sz]ed|unknown|unimplemented|invalid|unexpected) command|command (?:not|un)\s?(?:recogni[sz]ed|implemented|known)|must issue|need (?:mail|rcpt|helo|ehlo)\b|protocol error/i,
    means: m.protocol,
    fault: 'sender',
  },

  // Codes alone
  { says: enhanced('2.2'), means: m.full, fault: 'later' },
  { says: enhanced('1.2', '1.10', '4.310', '4.312'), means: m.domain, fault: 'recipient' },
  { says: enhanced('1.3'), means: m.malformed, fault: 'recipient' },
  { says: enhanced('1.1', '1.4', '1.6', '1.0'), means: m.unknown, fault: 'recipient' },
  { says: /(?<![\d.])4\.2\.1(?![\d.]\d|\d)/, means: m.greylisted, fault: 'later' },
  { says: enhanced('2.1'), means: m.closed, fault: 'recipient' },
  { says: enhanced('3.4', '2.3'), means: m.tooBig, fault: 'sender' },
  { says: enhanced('4.6', '4.14'), means: m.loop, fault: 'recipient' },
  { says: enhanced('4.\\d{1,3}'), means: m.silent, fault: 'later' },
  { says: enhanced('3.\\d'), means: m.trouble, fault: 'later' },
  { says: enhanced('7.2'), means: m.restricted, fault: 'recipient' },
  { says: enhanced('7.\\d{1,3}'), means: m.policy, fault: 'sender' },
  { says: enhanced('6.\\d'), means: m.content, fault: 'sender' },
  { says: enhanced('5.[124]'), means: m.protocol, fault: 'sender' },
  { says: /^50[0-4](?:\D|$)/, means: m.protocol, fault: 'sender' },
  { says: /^4\d\d(?:\D|$)/, means: m.greylisted, fault: 'later' },
  { says: /^552(?:\D|$)/, means: m.full, fault: 'later' },
  { says: /^554(?:\D|$)/, means: 'Le serveur de cette adresse refuse nos messages', fault: 'sender' },
  { says: /^55[013](?:\D|$)/, means: m.refusedAddress, fault: 'recipient' },
];

/** Of an answer that is in no line of the table. */
export const unknownAnswer: Omit<KnownAnswer, 'says'> = { means: m.refused, fault: 'recipient' };

/** Of one that only made the letter wait: nobody has refused it. */
export const unknownWaiting: Omit<KnownAnswer, 'says'> = { means: m.silent, fault: 'later' };

/** What to do, the end of each explanation. */
export const whatToDo: Readonly<Record<Fault, string>> = {
  sender:
    'À vous de corriger\u00a0: l’adresse n’y est pour rien, montrez cette réponse à la personne qui gère l’envoi.',
  recipient: 'Adresse à vérifier.',
  later: 'Réessayer plus tard.',
};
