/** What the campaign's page says, in plain words. Pure: the pages only draw it. */
import { dayOf, formatDay, formatWeekday } from '../../domain/dates.ts';
import { plural, typography, withoutAccents } from '../../domain/french.ts';
import type { CampaignStage } from '../../domain/vocabulary/campaign-stages.ts';
import type { RequestState } from '../../domain/vocabulary/request-states.ts';
import type { MailReport } from '../../domain/contract/desk/mail-report.ts';
import { formatMoment, type Figure, type Words } from '../kit/words.ts';
import type {
  CampaignBoard,
  CampaignForecast,
  CampaignRequest,
  CampaignSummary,
  OpenedCampaign,
} from '../../domain/contract/desk/campaign.ts';

const DAY_MS = 86_400_000;

const daysUntil = (day: string, now: Date): number => Math.round((Date.parse(day) - Date.parse(dayOf(now))) / DAY_MS);

/** « Alertes des habitants »: what else leaves by letter. Null when nobody follows anything. */
export function alertWords({ standing, waiting }: MailReport['alerts']): string | null {
  if (standing + waiting === 0) return null;
  const toConfirm = waiting === 0 ? '' : `, et ${plural(waiting, 'demande à confirmer', 'demandes à confirmer')}`;
  return typography(
    `Alertes des habitants : ${plural(standing, 'recherche suivie', 'recherches suivies')}${toConfirm}. Leurs lettres partent d’elles-mêmes, une par mois au plus.`,
  );
}

/** Where the campaign stands and what follows: the head of its page. */
export function stageWords({ stage, opensOn, closesOn }: CampaignSummary, now: Date): Words {
  switch (stage) {
    case 'en préparation':
      return {
        tone: 'neutral',
        headline: opensOn ? `En préparation, à ouvrir le ${formatDay(opensOn)}` : 'En préparation',
        details: [
          closesOn
            ? `Les réponses seront attendues jusqu’au ${formatDay(closesOn)}.`
            : 'Indiquez d’abord la date de clôture dans les réglages\u00a0: les lettres la disent.',
          'Relisez les lettres avant d’ouvrir\u00a0: rien n’est parti.',
        ],
      };
    case 'ouverte': {
      const left = closesOn ? daysUntil(closesOn, now) : null;
      if (closesOn && left !== null && left < 0) {
        return {
          tone: 'warning',
          headline: `La date de clôture est passée (${formatDay(closesOn)})`,
          details: ['Les liens ne s’ouvrent plus. Fermez la campagne, ou choisissez une date plus lointaine.'],
        };
      }
      return {
        tone: 'success',
        headline: closesOn ? `Ouverte jusqu’au ${formatDay(closesOn)}` : 'Ouverte',
        details: [
          left === 0
            ? 'C’est le dernier jour.'
            : `${left === null ? '' : `Il reste ${plural(left, 'jour')}. `}Les rappels partent d’eux-mêmes, et s’arrêtent dès qu’une association répond.`,
        ],
      };
    }
    case 'close':
      return {
        tone: 'neutral',
        headline: 'Close',
        details: ['Les liens des lettres ne s’ouvrent plus. Les réponses déjà reçues restent à relire.'],
      };
  }
}

/** When the ladder writes next, under the stage of an open campaign. */
export function nextReminderWords({ nextReminder }: Pick<CampaignBoard, 'nextReminder'>): string {
  if (nextReminder === null) return 'Plus aucun rappel n’est prévu.';
  const { day, letters } = nextReminder;
  return typography(
    `Prochain rappel : ${formatWeekday(day)}, ${letters === 0 ? 'à personne pour l’instant' : `à ${plural(letters, 'association encore silencieuse', 'associations encore silencieuses')}`}.`,
  );
}

/** Why nobody can be reminded by an act today, and from when; null when somebody can, or nobody is waited for. */
export const notYetRemindable = ({
  remindable,
  remindableFrom,
}: Pick<CampaignBoard, 'remindable' | 'remindableFrom'>): string | null =>
  remindable > 0 || remindableFrom === null
    ? null
    : typography(
        `« Relancer maintenant », pour tous ou par commune, viendra ici ${formatWeekday(remindableFrom)} : une association n’est jamais relancée moins de deux jours après une lettre.`,
      );

/** « Relancer maintenant » */
export const reminding = {
  /** @param where null: the whole campaign */
  title: (where: string | null) =>
    typography(where === null ? 'Relancer maintenant ?' : `Relancer maintenant : ${where} ?`),
  meaning: (count: number) =>
    typography(
      `${plural(count, 'rappel part', 'rappels partent')} par courriel, sans attendre la date prévue. Une association qui a répondu, ou reçu une lettre il y a moins de deux jours, n’en reçoit pas.`,
    ),
  act: (count: number) => `Envoyer ${plural(count, 'rappel')}`,
  all: (count: number) => `Relancer maintenant (${count.toLocaleString('fr-FR')})`,
  one: (count: number) => `Relancer (${count.toLocaleString('fr-FR')})`,
  /** For who hears the page: which of the many buttons. */
  named: (label: string, count: number) => typography(`${label} : relancer ${plural(count, 'association')}`),
  done: (queued: number) => `${plural(queued, 'rappel part', 'rappels partent')}.`,
};

/** « M’envoyer cette lettre » */
export const sampling = {
  act: 'M’envoyer cette lettre',
  done: (to: string) => `La lettre d’essai part à ${to}. Son lien n’ouvre rien.`,
};

export const stageVariant = {
  'en préparation': 'secondary',
  ouverte: 'success',
  close: 'neutral',
} as const satisfies Record<CampaignStage, string>;

/** "du 1er juin 2026 au 30 septembre 2026"; what is not known is left out. */
export function campaignDays({ opensOn, closesOn }: Pick<CampaignSummary, 'opensOn' | 'closesOn'>): string {
  if (opensOn && closesOn) return `du ${formatDay(opensOn)} au ${formatDay(closesOn)}`;
  if (closesOn) return `jusqu’au ${formatDay(closesOn)}`;
  return opensOn ? `à partir du ${formatDay(opensOn)}` : '–';
}

/** What opening means, said before it is done: letters that have left do not come back. */
export function openingMeaning({ asked, letters, withoutAddress }: CampaignForecast): string {
  if (asked === 0) return 'Aucune association n’est à interroger\u00a0: vérifiez les communes et les thèmes choisis.';
  const without =
    withoutAddress === 0
      ? ''
      : `${plural(withoutAddress, 'association n’a', 'associations n’ont')} pas d’adresse électronique\u00a0: vous les trouverez dans la liste «\u00a0À appeler\u00a0». `;
  return (
    `${plural(asked, 'association interrogée', 'associations interrogées')}\u00a0: ${plural(letters, 'lettre part', 'lettres partent')} par courriel. ` +
    `${without}Une lettre partie ne se rattrape pas\u00a0: relisez d’abord son aperçu.`
  );
}

export function openedWords({ letters, withoutAddress }: OpenedCampaign): string {
  return typography(
    `La campagne est ouverte : ${plural(letters, 'lettre part', 'lettres partent')}${withoutAddress > 0 ? `, ${plural(withoutAddress, 'association est à appeler', 'associations sont à appeler')}` : ''}.`,
  );
}

export const closing = {
  title: 'Clore la campagne\u202f?',
  meaning:
    'Les liens des lettres ne s’ouvriront plus, les lettres et les rappels qui attendent ne partiront pas. Les réponses déjà reçues restent à relire. On ne peut pas rouvrir une campagne close.',
  act: 'Clore la campagne',
  done: 'La campagne est close.',
};

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((100 * part) / whole).toLocaleString('fr-FR')}\u00a0%`;

/** The state of a campaign in five figures. Whoever had its link closed is not waited for. */
export function figures(totals: CampaignBoard['totals']): Figure[] {
  const count = (...states: RequestState[]) => states.reduce((sum, state) => sum + (totals[state] ?? 0), 0);
  const asked = count('à envoyer', 'envoyée', 'à renvoyer', 'revenue', 'sans adresse', 'répondue');
  const toResend = count('à renvoyer');
  return [
    { label: 'Interrogées', value: asked, note: null },
    { label: 'Ont répondu', value: count('répondue'), note: asked > 0 ? percent(count('répondue'), asked) : null },
    { label: 'Attendues', value: count('à envoyer', 'envoyée'), note: null },
    ...(toResend > 0 ? [{ label: 'À renvoyer', value: toResend, note: null }] : []),
    { label: 'Lettre revenue', value: count('revenue'), note: null },
    { label: 'Sans adresse', value: count('sans adresse'), note: null },
  ];
}

/** "38 %" of a line of the tables. */
export const share = ({ answered, asked }: { answered: number; asked: number }): string => percent(answered, asked);

/** What the letters are doing. */
export function sendingWords(
  { queued, sent, failed, doubtful }: CampaignBoard['sending'],
  mail: MailReport | null,
  now: Date,
): Words {
  const facts = [
    plural(sent, 'lettre partie', 'lettres parties'),
    ...(queued > 0 ? [`${queued.toLocaleString('fr-FR')} en attente`] : []),
    ...(failed > 0 ? [`${plural(failed, 'refusée ou revenue', 'refusées ou revenues')}`] : []),
    ...(doubtful > 0 ? [`${plural(doubtful, 'envoi incertain', 'envois incertains')}`] : []),
  ].join(', ');
  if (mail && !mail.configured) {
    return {
      tone: 'warning',
      headline: 'Aucun serveur de courrier n’est réglé',
      details: [`${facts}.`, 'Les lettres attendent. Prévenez la personne qui s’occupe du site.'],
    };
  }
  if (mail?.trouble) {
    return {
      tone: 'warning',
      headline: 'Les lettres ne partent pas en ce moment',
      details: [
        mail.trouble.message,
        `C’est ainsi depuis ${since(mail.trouble.since, now)}. Elles partiront dès que possible, sans double.`,
        `${facts}.`,
      ],
    };
  }
  const refusedAsOurs = mail?.troubled.filter(({ what }) => what === 'sender') ?? [];
  if (refusedAsOurs.length > 0) {
    const [last] = refusedAsOurs;
    return {
      tone: 'danger',
      headline: `${plural(refusedAsOurs.length, 'lettre refusée', 'lettres refusées')} à cause de notre envoi`,
      details: [
        'Les adresses des associations n’y sont pour rien\u00a0: c’est notre expéditeur ou notre serveur d’envoi que des serveurs refusent. Montrez la réponse ci-dessous à la personne qui gère l’envoi, puis renvoyez ces lettres.',
        last?.words ?? '',
        `${facts}.`,
      ],
    };
  }
  if (doubtful > 0) {
    return {
      tone: 'warning',
      headline: facts,
      details: [
        'Pour un envoi incertain, la liaison s’est coupée au moment précis où la lettre était remise\u00a0: elle est peut-être arrivée. À vous de décider si vous la renvoyez.',
      ],
    };
  }
  if (queued > 0) {
    return {
      tone: 'working',
      headline: facts,
      details: ['Les lettres partent les unes après les autres. Vous pouvez quitter cette page.'],
    };
  }
  return { tone: 'success', headline: facts, details: [] };
}

/** "aujourd’hui à 14 h 32", "le 3 juin à 9 h": after « depuis ». */
const since = (instant: string, now: Date): string => formatMoment(instant, now);

/** Why somebody is to be telephoned. */
export const whyToCall: Readonly<Record<CampaignBoard['toCall'][number]['why'], string>> = {
  'sans adresse': 'Pas d’adresse électronique',
  revenue: 'La lettre est revenue',
  silence: 'Pas de réponse après le dernier rappel',
};

/** The sentence of one request in the list of all. */
export function requestWords(request: CampaignRequest, now: Date): string {
  switch (request.state) {
    case 'à envoyer':
      return 'La lettre attend son tour';
    case 'envoyée': {
      const reminders = request.remindersSent > 0 ? `, ${plural(request.remindersSent, 'rappel')}` : '';
      return `Lettre envoyée${request.sentAt ? ` ${formatMoment(request.sentAt, now)}` : ''}${reminders}`;
    }
    case 'à renvoyer':
      return typography(
        `Refusée à cause de notre envoi, à renvoyer${request.bounceReason ? ` : ${request.bounceReason}` : ''}`,
      );
    case 'revenue':
      return request.bounceReason ? typography(`Lettre revenue : ${request.bounceReason}`) : 'Lettre revenue';
    case 'sans adresse':
      return 'Pas d’adresse électronique';
    case 'répondue':
      return typography(
        `A répondu${request.answeredAt ? ` ${formatMoment(request.answeredAt, now)}` : ''}${request.bounceReason ? `. Une lettre est revenue : ${request.bounceReason}` : ''}`,
      );
    case 'annulée':
      return 'Lien annulé';
  }
}

const searchable = (text: string): string => withoutAccents(text).toLowerCase().replaceAll('’', "'");

/** The requests whose name, commune or address holds every word that was typed. */
export function findRequests(requests: readonly CampaignRequest[], typed: string): CampaignRequest[] {
  const words = searchable(typed).split(/\s+/).filter(Boolean);
  return requests.filter(({ name, commune, email }) => {
    const text = searchable(`${name} ${commune ?? ''} ${email ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

export const revoking = (name: string) => ({
  title: 'Annuler ce lien\u202f?',
  meaning: typography(
    `Le lien des lettres envoyées à « ${name} » ne s’ouvrira plus, et aucun rappel ne partira. Ce qui a déjà été répondu reste. Pour lui en donner un nouveau, renvoyez-lui la lettre.`,
  ),
  act: 'Annuler le lien',
  done: 'Le lien est annulé.',
});

export const resending = {
  title: 'Renvoyer la lettre',
  meaning: 'La lettre d’invitation repart, avec le lien de l’association.',
  email: 'Adresse électronique',
  emailHelp: 'Une autre adresse que celle de la fiche ne sert qu’à cette campagne.',
  act: 'Renvoyer',
  done: 'La lettre repart.',
  already: 'Une lettre est déjà partie aujourd’hui à cette adresse\u00a0: une seule suffit.',
};

export const phoneWords = {
  subtitle: 'Remplissez la fiche avec la personne, ou d’après son bulletin. La réponse rejoindra les autres, à relire.',
  channel: 'Cette réponse arrive',
  channels: [
    { value: 'téléphone', label: 'Par téléphone' },
    { value: 'courrier', label: 'Par courrier (bulletin papier)' },
  ],
  unchanged: 'Rien n’a changé',
  save: 'Enregistrer la réponse',
  done: (name: string) => typography(`La réponse de « ${name} » est enregistrée. Elle attend d’être relue.`),
};

/** Where the letter of a step is found in the choice of previews. */
export const previewSteps = (reminders: number): { value: number; label: string }[] => [
  { value: 0, label: 'Lettre d’invitation' },
  ...Array.from({ length: reminders }, (_, rank) => ({
    value: rank + 1,
    label: rank === 0 ? '1er rappel' : `${rank + 1}e rappel`,
  })),
];

/** How long to wait before asking again, in milliseconds: often while letters leave. */
export const boardPollingDelay = (board: CampaignBoard | null): number =>
  board !== null && board.sending.queued > 0 ? 2_500 : 15_000;

/** Of « Voir les lettres »: who gets the letter that is shown, and what the others get. */
export const previewWords = {
  first: 'La première qui a une adresse',
  nobody: 'personne\u00a0: aucune adresse électronique',
  choice: ({ name, byEmail }: { name: string; byEmail: boolean }) =>
    byEmail ? name : `${name} (sans adresse électronique)`,
  reached(asked: readonly { readonly byEmail: boolean }[]): string {
    const byEmail = asked.filter((one) => one.byEmail).length;
    const others = asked.length - byEmail;
    const first = `${plural(byEmail, 'association reçoit', 'associations reçoivent')} cette lettre par e-mail.`;
    if (others === 0) return first;
    return (
      first +
      (others === 1
        ? ' Une autre n’a pas d’adresse électronique\u00a0: elle a une lettre sur papier, ou un appel.'
        : ` ${plural(others, 'autre', 'autres')} n’ont pas d’adresse électronique\u00a0: elles ont une lettre sur papier, ou un appel.`)
    );
  },
  onPaper: {
    title: (name: string) => typography(`« ${name} » n’a pas d’adresse électronique`),
    text: typography(
      'Cette lettre ne lui est pas envoyée. Une fois la campagne ouverte, imprimez sa lettre sur papier, qui porte un code à taper, ou appelez-la : les deux sont sur la page de la campagne.',
    ),
  },
};
