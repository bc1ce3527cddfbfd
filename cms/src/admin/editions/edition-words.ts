/** What the admin says of an edition on paper, in plain words. Pure: the pages only draw it. */
import type { EditionState, PrintShopLink } from '../../domain/contract/press/edition-state.ts';
import { isPrintable, type PrintReport } from '../../domain/contract/press/print-report.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import type { OpenMatters } from '../../domain/contract/desk/open-matters.ts';
import { plural, typography } from '../../domain/french.ts';
import type { EditionRecord } from './edition-record.ts';
import { capitalised, formatMoment, type Words } from '../kit/words.ts';

/** "Annuaire des associations 2026": the year is not said twice. */
export function editionName({ title, year }: Pick<EditionRecord, 'title' | 'year'>): string {
  return title.includes(String(year)) ? title : `${title} ${year}`;
}

/** "A5, agrafé": what the edition will look like, for the head of its page. */
export function editionSubtitle({ format, binding }: Pick<EditionRecord, 'format' | 'binding'>): string {
  return [format, binding].filter((part) => typeof part === 'string' && part !== '').join(', ');
}

/** The last thing that happened to an edition, dated: frozen, printed, else changed. */
export function editionDate(
  record: Pick<EditionRecord, 'updatedAt' | 'frozenAt'>,
  state: EditionState | null,
  now: Date,
): string {
  const frozenAt = state?.frozen?.at ?? record.frozenAt;
  if (frozenAt) return `Figée ${formatMoment(frozenAt, now)}`;
  if (state?.printing) return 'Épreuve en cours';
  if (state?.proof) return `Épreuve ${formatMoment(state.proof.printedAt, now)}`;
  return `Modifiée ${formatMoment(record.updatedAt, now)}`;
}

/** Where the proof is: the sentence of the first step. */
export function proofWords(state: EditionState, now: Date): Words {
  if (state.frozen && state.printing === null) {
    return {
      tone: 'success',
      headline: 'Cette édition est figée',
      details: ['Ses fichiers ne changent plus. Pour imprimer un autre contenu, créez une nouvelle édition.'],
    };
  }
  if (state.printing) {
    return {
      tone: 'working',
      headline: 'Épreuve en cours de fabrication…',
      details: ['Vous pouvez quitter cette page\u00a0: l’épreuve vous attendra ici.'],
    };
  }
  if (state.failure) {
    return {
      tone: 'danger',
      headline: `L’épreuve demandée ${formatMoment(state.failure.at, now)} n’a pas pu être faite`,
      details: [
        state.failure.message,
        'Corrigez ce qui est indiqué et recommencez. Si l’échec se répète, prévenez la personne qui s’occupe du site.',
        ...(state.proof ? ['L’épreuve précédente reste disponible ci-dessous.'] : []),
      ],
    };
  }
  if (state.proof === null) {
    return {
      tone: 'neutral',
      headline: 'Pas encore d’épreuve',
      details: ['L’épreuve est le livret tel qu’il serait imprimé aujourd’hui. Elle se fait en quelques secondes.'],
    };
  }
  if (state.proofIsStale) {
    return {
      tone: 'warning',
      headline: 'L’épreuve n’est plus à jour',
      details: [
        `Elle a été tirée ${formatMoment(state.proof.printedAt, now)}\u00a0; depuis, des fiches ou des réglages ont changé. Tirez-en une nouvelle pour voir le livret tel qu’il est maintenant.`,
      ],
    };
  }
  return {
    tone: 'success',
    headline: `Épreuve à jour, tirée ${formatMoment(state.proof.printedAt, now)}`,
    details: ['Ouvrez-la, relisez-la, corrigez les fiches si besoin, puis recommencez.'],
  };
}

/** The outcome of the checks in one sentence: the headline of the second step. */
export function reportWords(report: Pick<PrintReport, 'checks' | 'notices'>): Words {
  const { blocking, toWatch, passed } = groupChecks(report.checks);
  const fine = `${plural(passed.length, 'point conforme', 'points conformes')}`;
  const watch = `${plural(toWatch.length, 'point')} à regarder`;
  if (blocking.length > 0) {
    return {
      tone: 'danger',
      headline: `${plural(blocking.length, 'point bloque', 'points bloquent')} l’impression`,
      details: [[...(toWatch.length > 0 ? [watch] : []), fine].join(', ') + '.'],
    };
  }
  if (toWatch.length > 0) {
    return {
      tone: 'warning',
      headline: `Rien ne bloque l’impression, ${watch}`,
      details: [`${fine}. Ce qui est à regarder n’empêche pas de figer\u00a0: à vous de juger.`],
    };
  }
  return { tone: 'success', headline: `Tout est conforme (${fine})`, details: [] };
}

type Check = PrintReport['checks'][number];

/** The checks of a report by what they ask of the reader, each group in the order of the report. */
export function groupChecks(checks: readonly Check[]): { blocking: Check[]; toWatch: Check[]; passed: Check[] } {
  const of = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome);
  return { blocking: of('failed'), toWatch: of('warning'), passed: of('passed') };
}

const PAGE_OF_FILE = /^(.+), page (\d+)$/;

/** Places as one would say them: "interieur.pdf, pages 8 à 12, 31" for six places of one file. Others are left as they are. */
export function groupPlaces(places: readonly string[]): string[] {
  const pages = new Map<string, number[]>();
  const others: string[] = [];
  for (const place of places) {
    const [, file, page] = PAGE_OF_FILE.exec(place) ?? [];
    if (file === undefined) others.push(place);
    else pages.set(file, [...(pages.get(file) ?? []), Number(page)]);
  }
  return [...[...pages].map(([file, numbers]) => `${file}, ${pagesInWords(numbers)}`), ...others];
}

/** "page 4", "pages 8 à 12, 31" */
function pagesInWords(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === number) run[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.map(([first, last]) =>
    first === last ? `${first}` : `${first} ${last === first + 1 ? 'et' : 'à'} ${last}`,
  );
  return `${new Set(numbers).size > 1 ? 'pages' : 'page'} ${words.join(', ')}`;
}

/** What the booklet is, in figures: the numbers that a print shop asks for first. */
export function reportFacts(report: PrintReport): { name: string; value: string }[] {
  const notes = report.notesPages > 0 ? `, dont ${report.notesPages} de notes` : '';
  return [
    { name: 'Pages', value: `${report.pages.toLocaleString('fr-FR')}${notes}` },
    { name: 'Fiches imprimées', value: report.entries.toLocaleString('fr-FR') },
    { name: 'Dos', value: report.spineMm === null ? 'agrafé, sans dos' : formatMillimetres(report.spineMm) },
    { name: 'Norme', value: report.standard },
    { name: 'Profil de couleur', value: report.profile },
  ];
}

type Changes = NonNullable<PrintReport['changes']>;

export interface ChangeGroup {
  /** "3 arrivées" */
  title: string;
  changes: Changes['came'];
  /** The association still has a form to go to. */
  linked: boolean;
}

/** Who came, left and changed since the edition before; a group without anybody is left out. */
export function changeGroups({ came, left, changed }: Changes): ChangeGroup[] {
  return [
    { title: plural(came.length, 'arrivée'), changes: came, linked: true },
    { title: plural(left.length, 'départ'), changes: left, linked: false },
    { title: plural(changed.length, 'fiche modifiée', 'fiches modifiées'), changes: changed, linked: true },
  ].filter(({ changes }) => changes.length > 0);
}

/** What a frozen edition is: the sentence of the third step, once it is done. */
export function frozenWords({ at, report }: NonNullable<EditionState['frozen']>, now: Date): Words {
  return {
    tone: 'success',
    headline: `Figée ${formatMoment(at, now)}`,
    details: [
      `${plural(report.pages, 'page')}, ${plural(report.entries, 'fiche')}, contenu arrêté à l’épreuve tirée ${formatMoment(report.printedAt, now)}.`,
      'Les fichiers peuvent être réimprimés à l’identique, même dans plusieurs années.',
    ],
  };
}

type Notice = PrintReport['notices'][number];

/** What each kind of notice is about, in the order in which an editor would look at them. */
const NOTICE_TITLES: readonly (readonly [Notice['kind'], string])[] = [
  ['missing-consent', 'Coordonnées sans accord pour le papier'],
  ['shortened', 'Textes raccourcis'],
  ['missing-image', 'Images manquantes'],
  ['low-resolution', 'Images trop petites pour le papier'],
  ['missing-character', 'Caractères qui ne s’impriment pas'],
  ['other', 'Autres remarques'],
];

export interface NoticeGroup {
  kind: Notice['kind'];
  title: string;
  notices: Notice[];
}

/** The notices of a report by what they are about; a kind without any is left out. */
export function groupNotices(notices: readonly Notice[]): NoticeGroup[] {
  return NOTICE_TITLES.map(([kind, title]) => ({
    kind,
    title,
    notices: notices.filter((notice) => notice.kind === kind),
  })).filter((group) => group.notices.length > 0);
}

/** Why the edition cannot be frozen now, and what to do about it; null when it can. */
export function freezeObstacle(state: EditionState): string | null {
  if (state.printing) return 'Une épreuve est en cours\u00a0: attendez qu’elle soit prête, et relisez-la.';
  if (state.frozen) return 'Cette édition est déjà figée.';
  if (state.proof === null) return 'Tirez d’abord une épreuve\u00a0: c’est elle qui sera figée.';
  if (!isPrintable(state.proof)) {
    const { length } = groupChecks(state.proof.checks).blocking;
    return `${plural(length, 'point bloque', 'points bloquent')} l’impression\u00a0: corrigez ${length < 2 ? 'ce qui est indiqué' : 'ce qu’ils indiquent'}, puis tirez une nouvelle épreuve.`;
  }
  if (state.proofIsStale) {
    return 'Le contenu a changé depuis l’épreuve\u00a0: tirez-en une nouvelle, pour figer exactement ce que vous aurez relu.';
  }
  return null;
}

/** What freezing means, said before it is done: it cannot be undone. */
export function freezeMeaning(report: Pick<PrintReport, 'pages' | 'entries'>): string {
  return (
    `Le livret (${plural(report.pages, 'page')}, ${plural(report.entries, 'fiche')}) sera gardé tel quel, contenu et fichiers. ` +
    'L’imprimeur recevra ces fichiers-là et pas d’autres. Ce qui sera modifié ensuite dans les fiches n’y changera rien. ' +
    'On ne peut pas revenir en arrière\u00a0: pour corriger, il faudra créer une nouvelle édition.'
  );
}

/** « Avant de figer »: what is still open. */
export const openMattersWords = {
  title: 'Avant de figer',
  campaign: ({ title, closesOn, silent }: NonNullable<OpenMatters['campaign']>): string =>
    typography(
      `La campagne « ${title} » est encore ouverte${closesOn ? ` jusqu’au ${formatDay(closesOn)}` : ''} : ${plural(silent, 'association n’a pas répondu', 'associations n’ont pas répondu')}.`,
    ),
  answers: (count: number): string =>
    count < 2
      ? 'Une réponse attend d’être relue.'
      : `${count.toLocaleString('fr-FR')} réponses attendent d’être relues.`,
  changed: (count: number): string =>
    `${plural(count, 'fiche publiée', 'fiches publiées')} depuis l’épreuve\u00a0: elle ne les montre pas.`,
  unpublished: (count: number): string =>
    `${plural(count, 'fiche a', 'fiches ont')} des modifications non publiées\u00a0: le papier ne les aura pas.`,
};

export interface LinkWords {
  tone: 'success' | 'neutral';
  /** "Valable jusqu’au 2 décembre 2026" */
  validity: string;
  /** "Page ouverte 3 fois, 2 fichiers téléchargés, la dernière fois aujourd’hui à 14 h" */
  use: string;
  /** The print shop can still use it. */
  isOpen: boolean;
}

/** What became of a link that was given to a print shop. */
export function linkWords(link: PrintShopLink, now: Date): LinkWords {
  const isOpen = link.revokedAt === null && new Date(link.expiresAt) > now;
  const until = formatDay(dayOf(link.expiresAt));
  const validity =
    link.revokedAt !== null
      ? `Désactivé ${formatMoment(link.revokedAt, now)}`
      : isOpen
        ? `Valable jusqu’au ${until}`
        : `Expiré le ${until}`;
  const used = [
    link.visits > 0 ? `Page ouverte ${link.visits.toLocaleString('fr-FR')}\u00a0fois` : null,
    link.downloads > 0 ? `${plural(link.downloads, 'fichier téléchargé', 'fichiers téléchargés')}` : null,
    link.lastUsedAt ? `la dernière fois ${formatMoment(link.lastUsedAt, now)}` : null,
  ].filter((part) => part !== null);
  return {
    tone: isOpen ? 'success' : 'neutral',
    validity,
    use: capitalised(used.join(', ')) || 'Pas encore ouvert',
    isOpen,
  };
}

/** The next thing to do for an edition, as a line of « À faire »; null when it is somebody else's turn. */
export function nextStep(record: Pick<EditionRecord, 'title' | 'year'>, state: EditionState, now: Date): string | null {
  const name = editionName(record);
  if (state.unreadable.length > 0) return `Faire rétablir un fichier qui ne peut pas être relu\u00a0: ${name}`;
  if (state.printing) return null;
  if (state.frozen) {
    const wasSent = state.links.some((link) => link.downloads > 0 || linkWords(link, now).isOpen);
    return wasSent ? null : `Envoyer le lien à l’imprimeur\u00a0: ${name}`;
  }
  if (state.failure) return `Épreuve à refaire\u00a0: ${name}`;
  if (state.proof === null) return `Tirer une première épreuve\u00a0: ${name}`;
  const { length: blocking } = groupChecks(state.proof.checks).blocking;
  if (blocking > 0)
    return `Corriger ${plural(blocking, 'point qui bloque', 'points qui bloquent')} l’impression\u00a0: ${name}`;
  if (state.proofIsStale) return `Tirer une nouvelle épreuve, le contenu a changé\u00a0: ${name}`;
  return `Relire l’épreuve, puis figer\u00a0: ${name}`;
}

/** Over the sentences of files that cannot be read. */
export const unreadableTitle = (files: number): string =>
  files === 1
    ? 'Un fichier de cette édition ne peut pas être relu'
    : 'Des fichiers de cette édition ne peuvent pas être relus';

const LOST =
  'Cette édition est figée, mais le service d’impression n’a plus ses fichiers. Prévenez la personne qui administre la machine\u00a0: la dernière sauvegarde les contient («\u00a0pnpm restore\u00a0»).';

/** Files that cannot be read, and the frozen ones of a record that says it was frozen, when nothing frozen is there. */
export const unreadableFiles = (
  { documentId, stage }: Pick<EditionRecord, 'documentId' | 'stage'>,
  { frozen, unreadable }: Pick<EditionState, 'frozen' | 'unreadable'>,
): EditionState['unreadable'] =>
  stage === 'figée' && frozen === null && unreadable.length === 0
    ? [{ file: `editions/${documentId}/frozen`, message: LOST }]
    : unreadable;

/**
 * Are the four acts shown? Not while what they rest on cannot be read: a frozen edition would look as if it never was, and
 * links that were given as if there were none.
 */
export const stepsShown = ({ frozen }: Pick<EditionState, 'frozen'>, unreadable: EditionState['unreadable']): boolean =>
  unreadable.every(({ file }) => file.endsWith('/state.json') || (file.endsWith('/export.json') && frozen !== null));

/** How long to wait before asking again when the deployer’s events do not arrive, in milliseconds: often while a proof is being made. */
export function askAgainAfter(state: EditionState | null): number {
  return state?.printing ? 1_500 : 10_000;
}

/** "7,4 mm": one decimal, as print shops write it. */
export function formatMillimetres(value: number): string {
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0mm`;
}
