/** What the campaign's page says of letters that somebody should look at. Pure. */
import type { TroubledLetter } from '../../domain/contract/desk/mail-report.ts';

type What = TroubledLetter['what'];

interface Group {
  readonly what: What;
  readonly title: string;
  /** What to do with them. */
  readonly meaning: string;
  readonly letters: readonly TroubledLetter[];
  readonly resendable: boolean;
  /** What the button says that takes them off the list; null where they leave it by themselves. */
  readonly seen: string | null;
}

const GROUPS: readonly Omit<Group, 'letters'>[] = [
  {
    what: 'sender',
    title: 'Refusées à cause de notre envoi',
    meaning: 'Corrigez d’abord l’envoi, puis renvoyez-les : elles ne partiront pas deux fois à qui les a reçues.',
    resendable: true,
    seen: 'Ne plus afficher',
  },
  {
    what: 'unclear',
    title: 'À vérifier',
    meaning: 'Quelque chose est revenu, qui ne dit pas clairement si la lettre est arrivée. Lisez, puis décidez.',
    resendable: true,
    seen: 'C’est vérifié',
  },
  {
    what: 'complaint',
    title: 'Signalées comme indésirables',
    meaning: 'La lettre est arrivée, et le destinataire n’en veut pas : téléphonez, ou annulez son lien.',
    resendable: false,
    seen: 'C’est vu',
  },
  {
    what: 'returned',
    title: 'Autres lettres revenues',
    meaning: 'Elles ne sont d’aucune campagne : quelqu’un attend peut-être un lien ou une réponse à une autre adresse.',
    resendable: false,
    seen: 'C’est vu',
  },
  {
    what: 'delayed',
    title: 'En retard',
    meaning: 'Rien à faire : les serveurs essaient encore. Celles qui échouent seront dites revenues.',
    resendable: false,
    seen: null,
  },
];

/** The groups that hold a letter, the most pressing first. */
export const troubledGroups = (letters: readonly TroubledLetter[]): Group[] =>
  GROUPS.map((group) => ({ ...group, letters: letters.filter(({ what }) => what === group.what) })).filter(
    (group) => group.letters.length > 0,
  );
