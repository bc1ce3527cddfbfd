/** What an import would do, line by line, before anything is done: pure, so that what is shown is what is done. */
import { channelsInWords } from '../consent.ts';
import { officeFaults, contentOfOffice, tidyOffice, type OfficeForm } from '../entry/office-form.ts';
import { fieldAt, fieldList } from '../entry/fields.ts';
import type { ImportedAssociation, ImportedValues } from './associations.ts';
import { nameKey } from './cells/choose-names.ts';
import type { KnownAssociations } from './match.ts';
import { type KnownAssociation, type Match } from './match.ts';
import {
  mergeIntoForm,
  otherNames,
  withdrawnContacts,
  type MergeOptions,
  type OtherName,
  type WithdrawnContact,
} from './merge.ts';
import type { Planned } from './planned.ts';

export type PlannedAssociation = Planned<OfficeForm>;

/** What somebody decided about whole lines, by the first line of an association. */
export interface LineDecisions {
  /** `take` what would be left aside, `new`, `leave`, or the documentId of the association that it is. */
  readonly lines: Readonly<Record<string, string>>;
}

export interface PlanOptions extends MergeOptions {
  /** `YYYY-MM-DD`, Europe/Paris */
  readonly today: string;
  readonly lines: LineDecisions['lines'];
  /** What earlier plans of the same file found entries to lack, by what they say: most lines stay as they are from one to the next. */
  readonly memo?: Map<string, readonly string[]>;
  /** The name of a commune, for candidates. */
  readonly communeName: (documentId: string) => string | null;
}

const words = {
  twice: (line: number) =>
    `La ligne ${line} met déjà à jour cette association. Réunissez les deux lignes dans le fichier, ou laissez celle-ci de côté.`,
  sum: 'Cette ligne compte les autres (un total du tableur)\u00a0: elle est laissée de côté. Si c’est bien une association, reprenez-la.',
  withdrawn: ({ who, channels }: WithdrawnContact) =>
    `${who} a retiré son accord (${channelsInWords(channels)})\u00a0: il reste retiré, quoi que dise l’accord donné pour le fichier. Si la personne est d’accord de nouveau, notez-le dans sa fiche.`,
  called: (name: string) =>
    `L’annuaire l’appelle «\u00a0${name}\u00a0»\u00a0: ce nom reste. Vérifiez que c’est bien la même association, sinon laissez cette ligne de côté.`,
  otherName: ({ given, known, reach }: OtherName) =>
    `${given} a le même contact (${reach}) que ${known} dans la fiche\u00a0: le nom de la fiche reste. S’il a changé, corrigez-le dans la fiche.`,
  gone: 'L’association choisie n’est plus dans l’annuaire\u00a0: choisissez de nouveau.',
};

type Content = ReturnType<typeof contentOfOffice>;
const text = (value: unknown): string => JSON.stringify(value);

/** The attributes in which two forms of a record differ. */
export function changedAttributes(before: OfficeForm, after: OfficeForm): string[] {
  const [was, is] = [contentOfOffice(before), contentOfOffice(after)];
  return (Object.keys(is) as (keyof Content)[]).filter((key) => text(was[key]) !== text(is[key]));
}

const labelAt = (path: string): string => {
  const [top = ''] = path.split('.');
  const known = fieldList.some(([name]) => name === top);
  return known ? fieldAt(top).label : '';
};

/** What publication would refuse of an entry, each once, with the name of its field. */
function missingOf(form: OfficeForm, { today, memo }: Pick<PlanOptions, 'today' | 'memo'>): readonly string[] {
  const key = memo ? `${today} ${text(form)}` : '';
  const known = memo?.get(key);
  if (known) return known;
  const missing = lacksOf(form, today);
  memo?.set(key, missing);
  return missing;
}

function lacksOf(form: OfficeForm, today: string): string[] {
  return [
    ...new Set(
      officeFaults(form, today).map(({ path, message }) => {
        const label = labelAt(path);
        return label === '' ? message : `${label}\u00a0: ${message}`;
      }),
    ),
  ];
}

const nothing = {
  candidates: [],
  changed: [],
  before: null,
  after: null,
  missing: [],
  by: null,
  documentId: null,
  isPublished: false,
} as const;

function planOne(
  imported: ImportedAssociation,
  known: KnownAssociations,
  taken: Map<string, number>,
  options: PlanOptions,
): PlannedAssociation {
  const [line = 0] = imported.lines;
  const { values } = imported;
  const common = {
    line,
    lines: imported.lines,
    name: values.name ?? '',
    faults: imported.faults,
    remarks: [
      ...imported.remarks,
      ...withdrawnContacts(values.contacts ?? [], options).map((one) => ({
        line,
        column: null,
        message: words.withdrawn(one),
      })),
    ],
  };
  const decided = options.lines[String(line)];
  if (decided === 'leave') return { ...nothing, ...common, act: 'left' };

  if (imported.isSum && decided === undefined) {
    const remarks = [{ line, column: null, message: words.sum }];
    return { ...nothing, ...common, act: 'left', faults: [], remarks };
  }

  const isMatched = decided === undefined || decided === 'take';
  const match: Match | { readonly kind: 'gone' } = isMatched
    ? known.match(values)
    : decided === 'new'
      ? { kind: 'none' }
      : (() => {
          const association = known.get(decided);
          return association ? { kind: 'same', association, by: 'name' } : { kind: 'gone' };
        })();
  const fault = (message: string): PlannedAssociation => ({
    ...nothing,
    ...common,
    act: 'refused',
    faults: [...imported.faults, { line, column: null, text: values.name ?? '', message }],
  });
  if (match.kind === 'gone') return fault(words.gone);
  if (match.kind === 'perhaps' && imported.faults.length === 0) {
    const candidates = match.associations.map(({ documentId, form }) => ({
      documentId,
      name: form.name,
      commune: form.commune === null ? null : options.communeName(form.commune),
    }));
    return { ...nothing, ...common, act: 'asked', candidates };
  }
  const association: KnownAssociation | null = match.kind === 'same' ? match.association : null;
  if (association) {
    const earlier = taken.get(association.documentId);
    if (earlier !== undefined) return fault(words.twice(earlier));
    taken.set(association.documentId, line);
  }
  const before = association?.form ?? null;
  const after = tidyOffice(mergeIntoForm(before, values, options), options.today);
  const changed = before ? changedAttributes(before, after) : changedAttributes(BLANK, after);
  const found = {
    documentId: association?.documentId ?? null,
    by: match.kind !== 'same' ? null : isMatched ? match.by : ('chosen' as const),
    isPublished: association?.isPublished ?? false,
    candidates: [],
  };
  const said = association === null || !isMatched ? [] : differentNames(values, association.form, options);
  const shown = {
    ...common,
    name: values.name ?? association?.form.name ?? '',
    remarks: [...common.remarks, ...said.map((message) => ({ line, column: null, message }))],
  };
  if (imported.faults.length > 0)
    return { ...shown, ...found, act: 'refused', changed, before, after: null, missing: [] };
  if (before && changed.length === 0)
    return { ...shown, ...found, act: 'same', changed, before, after: null, missing: [] };
  return {
    ...shown,
    ...found,
    act: before ? 'changed' : 'new',
    changed,
    before,
    after,
    missing: missingOf(after, options),
  };
}

/** What is called otherwise in the entry that a line was recognised by its number or contact to be of. */
function differentNames({ name, contacts = [] }: ImportedValues, form: OfficeForm, options: PlanOptions): string[] {
  // The register is the authority on names, and has its own news.
  if (options.isRegister) return [];
  const isCalledSo =
    name === undefined || [form.name, form.officialName, form.acronym].some((one) => nameKey(one) === nameKey(name));
  return [
    ...(isCalledSo ? [] : [words.called(form.name)]),
    ...otherNames(form.contacts, contacts).map(words.otherName),
  ];
}

const BLANK = mergeIntoForm(null, {}, { policy: 'replace', consent: null });

/** @param associations of the file, in its order */
export function planImport(
  associations: readonly ImportedAssociation[],
  known: KnownAssociations,
  options: PlanOptions,
): PlannedAssociation[] {
  const taken = new Map<string, number>();
  return associations.map((one) => planOne(one, known, taken, options));
}
