/** What « Connexion » says, in plain words. Pure: the page only draws it. */
import type { SecondFactorState } from '../../domain/contract/desk/second-factor.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import { plural, typography } from '../../domain/french.ts';
import type { Words } from '../kit/words.ts';
import { of } from '../../domain/french-prepositions.ts';

/** So few that somebody who loses the telephone next year may be locked out. */
const FEW_CODES = 3;

export const words = {
  title: 'Connexion',
  subtitle: typography('La double vérification : un code de votre téléphone, en plus du mot de passe.'),
  own: 'Votre compte',
  loading: 'Chargement de votre connexion',
  password: 'Votre mot de passe',
  code: 'Code de l’application, ou code de secours',
  cancel: 'Annuler',
  close: 'Fermer',
  begin: {
    act: 'Activer la double vérification',
    title: 'Activer la double vérification',
    meaning: typography(
      'Il vous faut une application de codes sur votre téléphone : FreeOTP, Aegis, Google Authenticator, ou le gestionnaire de mots de passe que vous utilisez déjà. Comptez deux minutes.',
    ),
    go: 'Continuer',
  },
  scan: {
    title: 'Montrez ce dessin à votre téléphone',
    steps: [
      typography('Dans l’application, choisissez « Ajouter un compte », puis « Scanner un code QR ».'),
      'Visez le dessin ci-dessous.',
      'L’application montre alors six chiffres, qui changent toutes les trente secondes\u00a0: recopiez-les ici.',
    ],
    picture: 'Code QR de la double vérification',
    key: typography('Vous ne pouvez pas scanner ? Recopiez cette clé dans l’application :'),
    once: typography('Ce dessin ne sera plus montré. Ne le photographiez pas, et ne le donnez à personne.'),
    code: 'Les six chiffres de l’application',
    go: 'Vérifier et activer',
  },
  codes: {
    title: 'Vos codes de secours',
    meaning: typography(
      'Le jour où vous n’avez plus votre téléphone, un de ces codes vous laisse entrer, une seule fois. Ils ne seront plus montrés : imprimez-les ou recopiez-les, et gardez-les loin de l’ordinateur.',
    ),
    print: 'Enregistrer dans un fichier',
    file: 'codes-de-secours.txt',
    head: typography('Codes de secours de l’annuaire : chacun sert une fois.'),
    done: 'Je les ai mis de côté',
  },
  renew: {
    act: 'De nouveaux codes de secours',
    title: 'De nouveaux codes de secours',
    meaning: typography('Dix nouveaux codes remplacent les anciens, qui n’ouvriront plus rien.'),
    go: 'Faire de nouveaux codes',
  },
  stop: {
    act: 'Arrêter',
    title: 'Arrêter la double vérification ?',
    meaning: typography(
      'Votre mot de passe suffira de nouveau pour entrer. Les codes de secours n’ouvriront plus rien.',
    ),
    go: 'Arrêter la double vérification',
    done: 'La double vérification est arrêtée pour votre compte.',
  },
  others: {
    heading: 'Les autres comptes',
    help: typography(
      'Quelqu’un a perdu son téléphone et ses codes de secours ? Assurez-vous, de vive voix, que c’est bien cette personne qui demande, puis arrêtez sa double vérification : elle pourra la remettre en place.',
    ),
    none: 'Il n’y a pas d’autre compte.',
    heads: ['Compte', 'Double vérification', ''],
    on: (since: string) => `active depuis le ${formatDay(dayOf(since))}`,
    off: 'non',
    act: 'Arrêter',
    title: (name: string) => typography(`Arrêter la double vérification ${of(name)} ?`),
    meaning: (name: string) =>
      typography(
        `Le mot de passe ${of(name)} suffira pour entrer, jusqu’à ce que la double vérification soit remise en place. Le journal garde que vous l’avez arrêtée.`,
      ),
    done: (name: string) => typography(`La double vérification ${of(name)} est arrêtée.`),
  },
};

/** What the account has, and what to do about it. */
export function stateWords({ activeSince, recoveryCodes }: SecondFactorState): Words {
  if (activeSince === null) {
    return {
      tone: 'neutral',
      headline: 'Votre mot de passe suffit pour entrer',
      details: [
        typography(
          'Qui le devine ou le lit par-dessus votre épaule tient l’annuaire, et les coordonnées de toutes les associations. Avec la double vérification, il lui faudrait aussi votre téléphone.',
        ),
      ],
    };
  }
  const left =
    recoveryCodes === 0
      ? 'Il ne vous reste aucun code de secours\u00a0: faites-en de nouveaux.'
      : `Il vous reste ${plural(recoveryCodes, 'code')} de secours${recoveryCodes < FEW_CODES ? '\u00a0: faites-en de nouveaux.' : '.'}`;
  return {
    tone: recoveryCodes < FEW_CODES ? 'warning' : 'success',
    headline: `La double vérification est active depuis le ${formatDay(dayOf(activeSince))}`,
    details: [left],
  };
}

/** How the sign-in asks for the code. */
export const signInWords = {
  title: 'Le code de votre téléphone',
  meaning: typography(
    'Ouvrez votre application de codes et recopiez les six chiffres. Sans téléphone, utilisez un code de secours.',
  ),
  code: 'Code',
  go: 'Entrer',
};
