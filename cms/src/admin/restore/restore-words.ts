/** What « Remise en place » says, in plain words. Pure: the page only draws it. */
import type { RestoreReport } from '../../domain/contract/desk/restore.ts';
import { plural } from '../../domain/french.ts';
import { letterNames } from '../../domain/letter-kinds.ts';
import { associationPath, recordPath } from '../kit/paths.ts';
import { formatMoment } from '../kit/words.ts';

export type PendingRestore = NonNullable<RestoreReport['pending']>;

export const words = {
  title: 'Remise en place',
  subtitle:
    'Une sauvegarde a été remise en place\u00a0: ce qui a pu se passer depuis vous est demandé avant toute chose.',
  nothing: {
    title: 'Rien n’attend votre décision',
    meaning: 'Les lettres partent et le site est publié comme d’habitude.',
  },
  letters: {
    title: 'Les lettres qui attendaient',
    none: 'Aucune lettre n’attendait. Les prochaines invitations et relances attendent votre accord\u00a0: vérifiez qu’aucune campagne n’a été ouverte depuis la sauvegarde.',
    resume: 'Laisser partir les lettres',
    explain:
      'Aucune de ces lettres ne part d’elle-même\u00a0: entre la sauvegarde et sa remise en place, certaines sont peut-être déjà parties. Une association qui l’a reçue la recevrait deux fois. Les liens de connexion et les accusés de réception demandés depuis partent normalement.',
    send: 'Les envoyer',
    sendTitle: 'Envoyer ces lettres\u00a0?',
    sendMeaning: (count: string) =>
      `${count} vont partir. Si elles étaient déjà parties avant la remise en place, leurs destinataires les recevront une seconde fois.`,
    sendDone: 'Les lettres vont partir.',
    count: 'Les noter comme déjà parties',
    countTitle: 'Noter ces lettres comme déjà parties\u00a0?',
    countMeaning: (count: string) =>
      `${count} ne partiront pas, et compteront comme envoyées. Choisissez cela si elles étaient parties avant la remise en place\u00a0: vous pourrez toujours renvoyer une lettre à une association qui dit ne rien avoir reçu.`,
    countDone: 'Les lettres sont notées comme parties.',
  },
  accounts:
    'Les mots de passe, les droits et la double vérification de l’administration sont redevenus ceux de la sauvegarde\u00a0: qui en avait changé depuis les change de nouveau. Les comptes fermés depuis le restent, si le registre des retraits le dit.',
  publication: {
    title: 'La mise en ligne',
    failed: 'À vérifier\u00a0:',
    allow: 'Mettre le site en ligne',
    allowTitle: 'Mettre le site en ligne tel qu’il est ici\u00a0?',
    allowMeaning:
      'Tout ce qui est publié ici paraîtra. Si une personne a demandé depuis la sauvegarde à ne plus paraître, son numéro et son adresse redeviendront publics, sauf si vous les avez retirés de sa fiche.',
    allowDone: 'Le site va être mis en ligne.',
    before:
      'Avant de donner votre accord\u00a0: relisez les courriels «\u00a0contact retiré\u00a0» que l’office a reçus depuis cette date, et retirez de nouveau ces contacts de leurs fiches, avec ce que l’office avait lui-même masqué ou supprimé. Le site ne change pas en attendant.',
  },
} as const;

/** « 21 invitations de campagne » */
export const letterLines = (letters: NonNullable<PendingRestore['letters']>): string[] =>
  letters.map(({ kind, count }) => plural(count, ...letterNames(kind)));

export const lettersInWords = (letters: NonNullable<PendingRestore['letters']>): string =>
  plural(
    letters.reduce((sum, { count }) => sum + count, 0),
    'lettre',
  );

/** Which time is concerned. */
export const since = ({ madeAt, restoredAt }: PendingRestore, now: Date): string =>
  madeAt === null
    ? `Remise en place constatée ${formatMoment(restoredAt, now)}\u00a0; la date de la sauvegarde n’est pas connue.`
    : `La sauvegarde avait été faite ${formatMoment(madeAt, now)}, elle a été remise en place ${formatMoment(restoredAt, now)}.`;

/** How far the register goes, when it may not go to the end: by this date the office compares it with its mail. */
const reach = (knownUntil: string | null, now: Date): string =>
  knownUntil === null
    ? 'Il ne connaît aucun retrait.'
    : `Le dernier retrait qu’il connaît a été fait ${formatMoment(knownUntil, now)}\u00a0: un courriel «\u00a0contact retiré\u00a0» plus récent, dans la boîte de l’office, dirait qu’il en manque.`;

const REGISTER: Readonly<Record<NonNullable<PendingRestore['publication']>['register'], string>> = {
  whole:
    'Des retraits faits depuis la sauvegarde n’ont pas pu être refaits, ou sont à vérifier\u00a0: une fiche retirée puis republiée depuis montrait peut-être moins que celle d’ici.',
  unproven:
    'Le registre des retraits de cette machine est peut-être une copie\u00a0: ce qu’il connaît a été refait, mais rien ne prouve qu’il aille jusqu’au bout.',
  missing:
    'Le registre des retraits de cette installation manque sur cette machine\u00a0: on ne peut pas savoir qui a demandé, depuis la sauvegarde, à ne plus paraître.',
  unreadable:
    'Le registre des retraits ne peut pas être relu\u00a0: on ne peut pas savoir qui a demandé, depuis la sauvegarde, à ne plus paraître. Prévenez la personne qui s’occupe du serveur.',
};

/** Why the site waits. */
export const publicationReasons = (
  { register, knownUntil, failed }: NonNullable<PendingRestore['publication']>,
  now: Date,
): string[] => [
  register === 'unproven' ? `${REGISTER.unproven} ${reach(knownUntil, now)}` : REGISTER[register],
  ...(register !== 'whole' && failed.length > 0 ? [REGISTER.whole] : []),
];

const NAMES: Readonly<Record<string, string>> = {
  'api::event.event': 'Événement',
  'api::guide.guide': 'Guide',
  'api::resource.resource': 'Ressource',
  'api::action-plan.action-plan': 'Plan d’actions',
  'api::action.action': 'Action',
  'api::update-request.update-request': 'Lien de campagne révoqué',
  'api::membership.membership': 'Accès d’une personne à une fiche',
  'plugin::upload.file': 'Fichier supprimé de la médiathèque',
  'admin::user': 'Compte de l’administration fermé',
};
/** Records that a form of the admin shows. */
const WITH_FORM = /^api::(event|guide|resource|action-plan|action)\./;

/** What could not be done again, by its name, and where to look at it: an entry by its documentId, anything else as « type documentId ». */
export function placeOfFailed(
  failed: string,
  names: Readonly<Record<string, string>>,
): { readonly label: string; readonly path: string | null } {
  const [type = '', id] = failed.split(' ');
  const name = names[failed];
  if (id === undefined) return { label: name ?? `Fiche ${failed}`, path: associationPath(failed) };
  const what = NAMES[type] ?? 'Contenu';
  return {
    label: name === undefined ? `${what} (${id})` : `${what}\u00a0: ${name}`,
    path: WITH_FORM.test(type) ? recordPath(type, id) : null,
  };
}
