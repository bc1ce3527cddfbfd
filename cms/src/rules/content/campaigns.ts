import { defaultPaperText } from '../../domain/paper-text.ts';
import { defaultTexts } from '../../update/campaigns/default-texts.ts';
import { unknownVariables } from '../../domain/letter-variables.ts';
import { formatDay } from '../../domain/dates.ts';
import { parseEmail } from '../../domain/email.ts';
import type { Fault, Rule, Saving, Values } from '../engine/rule.ts';
import { textOf, visit } from '../../domain/visit.ts';

const TEXTS = ['invitationSubject', 'invitationBody', 'paperText', 'reminders.*.subject', 'reminders.*.body'];
/** These follow from acts (opening, closing), never from a form. */
const OF_THE_PROGRAM = ['stage', 'openedAt', 'closedAt'];

const words = {
  stage: 'L’étape change toute seule\u00a0: ouvrez ou fermez la campagne depuis sa page.',
  noLink: 'La lettre ne contient pas {lien}\u00a0: sans lui, l’association ne peut pas répondre.',
  order: (opens: string) => `La clôture précède l’ouverture (${formatDay(opens)}).`,
  open: 'Cette campagne a été ouverte\u00a0: fermez-la plutôt que de la supprimer, les réponses y sont rattachées.',
};

const stored = ({ strapi, uid, documentId }: Pick<Saving, 'strapi' | 'uid' | 'documentId'>): Promise<Values | null> =>
  documentId === undefined
    ? Promise.resolve(null)
    : (strapi.db.query(uid).findOne({ where: { documentId } }) as Promise<Values | null>);

const instant = (value: unknown): number | null => (value ? new Date(value as string).getTime() : null);

/** The form sends what it shows, unchanged; a change of these by hand is an error worth a message. */
const changedByHand = (data: Values, before: Values | null): string[] =>
  OF_THE_PROGRAM.filter((key) => {
    if (!(key in data) || data[key] === undefined) return false;
    if (key === 'stage') return data[key] !== (before?.[key] ?? 'en préparation');
    return instant(data[key]) !== instant(before?.[key]);
  });

function checkReplyTo(data: Values): Fault[] {
  const typed = textOf(data['replyTo']);
  if (typed === '') return [];
  const parsed = parseEmail(typed);
  if (!parsed.ok) return [{ path: ['replyTo'], message: parsed.message }];
  data['replyTo'] = parsed.value;
  return [];
}

/** A campaign has letters that can be sent, dates in their order, and a stage that only its own page changes. */
export const campaigns: Rule = {
  appliesTo: ['api::campaign.campaign'],
  async onSave(saving) {
    const { data, action } = saving;
    const before = action === 'update' ? await stored(saving) : null;
    const faults: Fault[] = changedByHand(data, before).map((key) => ({ path: [key], message: words.stage }));
    if (action === 'create') {
      data['invitationSubject'] ||= defaultTexts.invitationSubject;
      data['invitationBody'] ||= defaultTexts.invitationBody;
      data['paperText'] ||= defaultPaperText;
      data['reminders'] ??= defaultTexts.reminders.map((reminder) => ({ ...reminder }));
    }
    if (action === 'clone')
      Object.assign(data, { stage: 'en préparation', openedAt: null, closedAt: null, edition: null });
    for (const { value, path } of TEXTS.flatMap((pattern) => visit(data, pattern))) {
      const message = unknownVariables(textOf(value));
      if (message) faults.push({ path, message });
    }
    for (const { value, path } of ['invitationBody', 'reminders.*.body'].flatMap((pattern) => visit(data, pattern))) {
      if (textOf(value) !== '' && !textOf(value).includes('{lien}')) faults.push({ path, message: words.noLink });
    }
    const opens = textOf('opensOn' in data ? data['opensOn'] : before?.['opensOn']);
    const closes = textOf('closesOn' in data ? data['closesOn'] : before?.['closesOn']);
    if (opens && closes && closes < opens) faults.push({ path: ['closesOn'], message: words.order(opens) });
    return [...faults, ...checkReplyTo(data)];
  },
  async onRemove({ strapi, uid, documentId, action }) {
    const campaign = action === 'delete' ? await stored({ strapi, uid, documentId }) : null;
    return campaign?.['openedAt'] ? [{ path: [], message: words.open }] : [];
  },
};
