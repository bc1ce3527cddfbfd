/** What « Ce que les gens cherchent » says. Pure. */
import type { UnansweredLine, UnansweredReport, WordAdded } from '../../domain/contract/desk/unanswered.ts';
import { csv } from '../../domain/csv.ts';
import { formatDigits, formatMonth } from '../../domain/dates.ts';
import { plural, typography } from '../../domain/french.ts';
import { LEAST_TIMES } from '../../domain/unanswered-questions.ts';
import type { Words } from '../kit/words.ts';

export const words = {
  title: 'Ce que les gens cherchent',
  subtitle: 'Les recherches du site auxquelles l’annuaire n’a rien répondu, pour ajouter les mots qui manquent.',
  loading: 'Chargement des recherches sans réponse',
  settings: 'Ouvrir les réglages du site',
  waiting: 'À regarder',
  done: 'Déjà regardées',
  heads: ['Recherche', 'Trois derniers mois', 'En tout', 'Y répondre', 'L’écarter'],
  doneHeads: ['Recherche', 'En tout', 'Ce qui a été fait', 'Revenir dessus'],
  add: 'Ajouter ce mot',
  ignore: 'Ignorer',
  ignored: 'Cette recherche est mise de côté, en bas de la page.',
  reopen: 'La remettre dans la liste',
  reopened: 'Cette recherche est de nouveau à regarder.',
  download: 'Télécharger la liste (CSV)',
  fileName: 'recherches-sans-reponse.csv',
  none: 'Rien à regarder pour l’instant.',
  more: 'Seules les recherches les plus fréquentes sont montrées.',
  notShown: 'Les accents et les majuscules ne sont pas gardés.',
  dialog: {
    title: 'Ajouter un mot que les gens disent',
    meaning: 'Qui cherchera ce mot trouvera ce que vous choisissez ici. Le mot ne paraît sur aucune page.',
    word: 'Mot ou expression',
    wordHint: 'Corrigez-le au besoin. Les accents n’y changent rien.',
    where: 'À quoi l’ajouter\u202f?',
    theme: 'À un thème',
    themeHint: 'Toutes ses associations répondront.',
    association: 'À une association',
    associationHint: 'Elle seule répondra.',
    chooseTheme: 'Thème',
    chooseAssociation: 'Association',
    needed: 'Choisissez-en un dans la liste.',
    neededAssociation: 'Choisissez-en une dans la liste.',
    add: 'Ajouter',
    cancel: 'Annuler',
    close: 'Fermer',
  },
};

/** For who hears the page: « Ajouter ce mot : cornemuse » */
export const named = (act: string, question: string): string => typography(`${act} : ${question}`);

/** Is it counted, and what does it show? The head of the page. */
export function headWords({ counting, lines, tooFew }: UnansweredReport): Words {
  const waiting = lines.filter(({ settled }) => settled === null).length;
  if (!counting) {
    return {
      tone: 'neutral',
      headline: 'Les recherches ne sont pas comptées',
      details: [
        typography(
          'Pour les compter, cochez « Compter les recherches sans réponse » dans les réglages du site. Le téléphone ou l’ordinateur de qui cherche enverra alors les mots auxquels rien n’a répondu, sans dire qui les a écrits.',
        ),
        typography(
          'La page « Confidentialité » du site le dira d’elle-même, et chacun pourra refuser. Relisez-y votre texte : il ne doit pas dire le contraire.',
        ),
        ...(lines.length > 0 ? ['Ce qui avait été compté reste ci-dessous jusqu’à son effacement.'] : []),
      ],
    };
  }
  return {
    tone: waiting > 0 ? 'warning' : 'success',
    headline:
      waiting > 0
        ? plural(waiting, 'recherche reste sans réponse', 'recherches restent sans réponse')
        : 'Aucune recherche à regarder',
    details: [
      `Une recherche paraît ici quand elle a été faite ${LEAST_TIMES} fois, depuis des appareils ou à des jours différents. Avant, personne ne la voit.`,
      ...(tooFew > 0
        ? [
            `${plural(tooFew, 'autre recherche', 'autres recherches')}, trop rare${tooFew < 2 ? '' : 's'}, ${tooFew < 2 ? 'n’est pas montrée' : 'ne sont pas montrées'}.`,
          ]
        : []),
    ],
  };
}

/** What nobody answered, where it is not all of the question; null else. */
export const missingWords = ({ question, missing }: UnansweredLine): string | null =>
  question === missing ? null : typography(`Sans réponse : « ${missing} »`);

/** "12 fois" ; "12 fois, jusqu’en octobre 2026" */
export const timesWords = (count: number): string => `${count.toLocaleString('fr-FR')}\u00a0fois`;
export const altogetherWords = ({ altogether, lastMonth }: UnansweredLine): string =>
  `${timesWords(altogether)}, jusqu’en ${formatMonth(lastMonth)}`;

/** What was done, and when. */
export function settledWords({ settled }: UnansweredLine): string {
  if (settled === null) return '';
  const on = formatDigits(settled.on);
  return settled.added === null ? `Ignorée le ${on}` : typography(`« ${settled.added.word} » ajouté le ${on} à `);
}

/** What became of a word. */
export function addedWords({ title, state }: WordAdded): string {
  const to = typography(`« ${title} »`);
  switch (state) {
    case 'online':
      return `Le mot est ajouté à ${to}\u00a0: le site le saura à sa prochaine mise en ligne, dans un instant.`;
    case 'draft':
      return `Le mot est ajouté au brouillon de ${to}\u00a0: il comptera quand vous publierez la fiche.`;
    case 'had':
      return `${to} avait déjà ce mot\u00a0: la recherche est marquée comme regardée.`;
  }
}

/** The whole page as a table, for a spreadsheet. */
export const tableOf = (lines: readonly UnansweredLine[]): string =>
  csv(
    ['Recherche', 'Mots sans réponse', 'Ces trois derniers mois', 'En tout', 'Dernier mois', 'Ce qui a été fait'],
    lines.map((line) => [
      line.question,
      line.missing,
      line.lately,
      line.altogether,
      line.lastMonth.slice(0, 7),
      `${settledWords(line)}${line.settled?.added?.title ?? ''}`,
    ]),
    'spreadsheet',
  );
