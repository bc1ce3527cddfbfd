/** The rows of a table as associations: cells read by what their column holds, several rows of one association put together. */
import type { EntryForm, FormActivity } from '../entry/entry-form.ts';
import { limitOf } from '../entry/fields.ts';
import type { LegalForm } from '../vocabulary/legal-forms.ts';
import type { Day } from '../vocabulary/days.ts';
import { nameKey, readNames, type KnownValues } from './cells/choose-names.ts';
import { readAges } from './cells/read-ages.ts';
import { readEmails, readMixedContacts, readPerson, readPhones } from './cells/read-contacts.ts';
import { readSlots } from './cells/read-slots.ts';
import type { CellReading } from './cells/read.ts';
import {
  readAddress,
  readLegalForm,
  readLinks,
  readPostalCode,
  readPrice,
  readRna,
  readSiret,
  readYear,
  readYesNo,
} from './cells/read-values.ts';
import { plainWords, saysNothing, tidyLine, tidyText } from './cells/words.ts';
import { columnFields, isColumnKey, type ColumnKey } from './columns.ts';
import { recase } from './cells/recase.ts';
import type { ColumnMapping, ColumnTarget, Lists } from './recognise.ts';
import { isSumRow } from './sum-rows.ts';
import { cellAt, type Table } from './table.ts';
import type { Cell, SheetRow } from './workbook.ts';

/** A person or a shared address that a file brings, as yet agreed for nothing. */
export interface ImportedContact {
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** What a file says of an association; what it does not say has no key. */
export interface ImportedValues {
  name?: string;
  /** The name as the file shouts it, where `name` is written as people do. */
  originalName?: string;
  acronym?: string;
  officialName?: string;
  summary?: string;
  description?: string;
  howToJoin?: string;
  foundedYear?: number;
  rnaId?: string;
  /** The identifier of before 2009, which many associations of the register still have. */
  formerRnaId?: string;
  siret?: string;
  legalForm?: LegalForm;
  themes?: readonly string[];
  audiences?: readonly string[];
  commune?: string;
  communesOfActivity?: readonly string[];
  activities?: readonly FormActivity[];
  contacts?: readonly ImportedContact[];
  address?: Partial<Pick<EntryForm['address'], 'street' | 'complement' | 'postalCode' | 'city'>>;
  website?: string;
  networks?: EntryForm['networks'];
  seeksVolunteers?: boolean;
  volunteersNote?: string;
  inPrint?: boolean;
  internalNote?: string;
}

/** A cell that could not be read. */
export interface CellFault {
  readonly line: number;
  /** Index of the column; null for a fault of the whole line. */
  readonly column: number | null;
  /** As it stands in the file, or as it was mended. */
  readonly text: string;
  readonly message: string;
  /** Names of the territory's lists that are not known, to be decided once for the whole file. */
  readonly unknown?: { readonly list: 'themes' | 'audiences' | 'communes'; readonly names: readonly string[] };
}

export interface ImportedAssociation {
  /** The line counts the others (`sum-rows.ts`): it is no association unless somebody says so. */
  readonly isSum: boolean;
  /** Lines of the file, the first one names it. */
  readonly lines: readonly number[];
  readonly values: ImportedValues;
  readonly faults: readonly CellFault[];
  /** French: what was supposed, by line. */
  readonly remarks: readonly { readonly line: number; readonly column: number | null; readonly message: string }[];
}

/** What somebody decided about cells, lines and values of a file. */
export interface Decisions {
  /** `line:column` → what stands there instead; an empty text leaves the cell out. */
  readonly cells: Readonly<Record<string, string>>;
  /** What a name of the file stands for, by list and `nameKey`; an empty list leaves it out. */
  readonly values: Readonly<Record<'themes' | 'audiences' | 'communes', Readonly<Record<string, readonly string[]>>>>;
}

export const noDecisions: Decisions = { cells: {}, values: { themes: {}, audiences: {}, communes: {} } };
export const cellKey = (line: number, column: number): string => `${line}:${column}`;

const words = {
  noName:
    'Cette ligne ne dit pas de quelle association il s’agit\u00a0: écrivez son nom dans la colonne du nom, ou laissez la ligne de côté.',
  follows: (line: number) => `Sans nom\u00a0: prise pour la suite de la ligne ${line}.`,
  sameAs: (line: number) => `Réunie avec la ligne ${line}\u00a0: la même association.`,
  otherwise: (label: string, line: number) =>
    `${label}\u00a0: la ligne ${line} dit autre chose de la même association. Gardez un seul des deux textes.`,
  outside: (city: string) =>
    `«\u00a0${city}\u00a0» n’est pas une commune du territoire\u00a0: elle reste dans l’adresse.`,
  hoursKept:
    'Ces horaires ne disent pas un jour de chaque semaine\u00a0: ils sont gardés dans les précisions de l’activité.',
  hidden: 'Ligne masquée dans le fichier.',
  recased: (text: string) =>
    `«\u00a0${text}\u00a0» est écrit tout en capitales\u00a0: une écriture courante est proposée, vérifiez les accents.`,
  tooLong: (label: string, limit: number) => `${label}\u00a0: ce texte dépasse ${limit} caractères. Raccourcissez-le.`,
  formula: (text: string) =>
    `«\u00a0${text}\u00a0» est une formule de tableur\u00a0: écrivez à sa place ce qu’elle doit dire, en toutes lettres, ou laissez la cellule vide.`,
  marks: (text: string) => `«\u00a0${text}\u00a0» ne dit rien\u00a0: la cellule est prise pour vide.`,
  hoursWithoutDay: (hours: string) =>
    `«\u00a0${hours}\u00a0»\u00a0: aucun jour n’est dit\u00a0; ces heures sont gardées dans les précisions de l’activité.`,
  roleOfNobody: (role: string) =>
    `«\u00a0${role}\u00a0»\u00a0: aucune personne à qui donner ce rôle sur cette ligne\u00a0; il est gardé dans la note interne.`,
  errorInNote:
    'Cette cellule contient une erreur du tableur (#REF!, #N/A…)\u00a0: elle n’est pas reprise dans la note interne.',
  error: 'Cette cellule contient une erreur du tableur (#REF!, #N/A…)\u00a0: écrivez sa valeur.',
};

/** The text of a formula, which a spreadsheet that opens our exports would run: `=HYPERLINK("…")`, `@SUM(A1)`, `=A1+B1`. */
const FORMULA = /^\s*(?:=[^(]{0,80}\(|[+@][\p{L}.]{1,40}\d{0,3}\(|=\s*[$A-Z]{1,4}\$?\d|=\s*["'\d])/iu;
/** Fields that are shown as they are written; a number, an address or a page is read for what it is. */
const WRITTEN: ReadonlySet<ColumnTarget['field']> = new Set([
  'name',
  'acronym',
  'officialName',
  'summary',
  'description',
  'howToJoin',
  'volunteersNote',
  'activityLabel',
  'activityDescription',
  'personName',
  'personFirstName',
  'personRole',
  'street',
  'complement',
]);

/** Errors of a spreadsheet, in French and in English. */
const ERROR = /^\s*#(?:N\/A|REF!|VALEUR!|VALUE!|NOM\?|NAME\?|DIV\/0!|NULL?!|NOMBRE!|NUM!)\s*$/i;
/** What says that somebody did not know. */
const MARKS = /^[?¿!.…\s]*[?¿…][?¿!.…\s]*$/u;

/** What a row says of one activity or one person, gathered over its columns. */
interface ActivityParts {
  label: string;
  notes: string[];
  slots: FormActivity['slots'];
  ages: Pick<FormActivity, 'ageMin' | 'ageMinUnit' | 'ageMax' | 'ageMaxUnit'> | null;
  ageMax: Pick<FormActivity, 'ageMax' | 'ageMaxUnit'> | null;
  day: Day[];
  begin: string;
  end: string;
  price: string;
  place: string;
  season: string;
}
const noActivity = (): ActivityParts => ({
  label: '',
  notes: [],
  slots: [],
  ages: null,
  ageMax: null,
  day: [],
  begin: '',
  end: '',
  price: '',
  place: '',
  season: '',
});

interface PersonParts {
  name: string;
  firstName: string;
  role: string;
  phones: { phone: string; note: string }[];
  emails: { email: string; note: string }[];
  /** Whole contacts of one cell. */
  whole: ImportedContact[];
  /** A column of roles, and what it says: « Fonction » beside « Responsable » says more than the head. */
  said: { readonly column: number; readonly head: string; readonly role: string } | null;
  /** The columns that say who it is. */
  columns: number[];
}
const noPerson = (): PersonParts => ({
  name: '',
  firstName: '',
  role: '',
  phones: [],
  emails: [],
  whole: [],
  said: null,
  columns: [],
});

/** One row, read. */
class RowReader {
  readonly values: ImportedValues = {};
  readonly faults: CellFault[] = [];
  readonly remarks: { line: number; column: number | null; message: string }[] = [];
  readonly #activities = new Map<string, ActivityParts>();
  readonly #people = new Map<string, PersonParts>();
  readonly #notes: string[] = [];
  readonly #row: SheetRow;
  readonly #lists: Lists;
  readonly #decisions: Decisions;

  constructor(row: SheetRow, lists: Lists, decisions: Decisions) {
    this.#row = row;
    this.#lists = lists;
    this.#decisions = decisions;
  }

  #cell(column: number): Cell {
    const mended = this.#decisions.cells[cellKey(this.#row.line, column)];
    return mended === undefined ? cellAt(this.#row, column) : { text: mended };
  }

  /** The value of a reading, its remarks and its fault noted. */
  #take<Value>(column: number, { value, remarks, fault }: CellReading<Value>): Value {
    const { line } = this.#row;
    for (const message of remarks) this.remarks.push({ line, column, message });
    if (fault !== null) this.faults.push({ line, column, text: this.#cell(column).text, message: fault });
    return value;
  }

  #known(list: 'themes' | 'audiences' | 'communes'): KnownValues {
    return new Map(Object.entries(this.#decisions.values[list]));
  }

  #names(column: number, list: 'themes' | 'audiences' | 'communes'): readonly string[] {
    const reading = readNames(this.#cell(column), this.#lists[list], this.#known(list));
    if (reading.fault !== null) {
      const { line } = this.#row;
      const text = this.#cell(column).text;
      this.faults.push({ line, column, text, message: reading.fault, unknown: { list, names: reading.value.unknown } });
    }
    return reading.value.ids;
  }

  #activity(group: string): ActivityParts {
    const parts = this.#activities.get(group) ?? noActivity();
    this.#activities.set(group, parts);
    return parts;
  }

  #person({ group, role }: ColumnTarget): PersonParts {
    const parts = this.#people.get(group) ?? { ...noPerson(), role };
    this.#people.set(group, parts);
    return parts;
  }

  #line(column: number, key: 'acronym' | 'officialName' | 'name', limit: number): void {
    const text = tidyLine(this.#cell(column).text);
    if (text === '' || (key !== 'name' && saysNothing(text))) return;
    if (text.length > limit) {
      const { line } = this.#row;
      this.faults.push({ line, column, text, message: words.tooLong(columnFields[key].label, limit) });
    } else if (key === 'name') this.#name(column, text);
    else this.values[key] = text;
  }

  #name(column: number, text: string): void {
    const name = recase(text, this.#lists.communes.names);
    this.values.name = name;
    if (name === text) return;
    this.values.originalName = text;
    this.remarks.push({ line: this.#row.line, column, message: words.recased(text) });
  }

  #text(column: number, key: 'summary' | 'description' | 'howToJoin' | 'volunteersNote', limit: number): void {
    const text = tidyText(this.#cell(column).text);
    if (saysNothing(text)) return;
    const whole = this.values[key] === undefined || key === 'summary' ? text : `${this.values[key]}\n${text}`;
    if (whole.length > limit) {
      const { line } = this.#row;
      this.faults.push({ line, column, text, message: words.tooLong(columnFields[key].label, limit) });
    } else this.values[key] = whole;
  }

  read(column: number, head: string, target: ColumnTarget): void {
    const cell = this.#cell(column);
    if (target.field === 'leave') return;
    // The same said as a text, in a file that keeps no more than that.
    if (cell.from === 'error' || ERROR.test(cell.text)) {
      if (target.field === 'note' || target.field === 'internalNote')
        this.remarks.push({ line: this.#row.line, column, message: words.errorInNote });
      else this.faults.push({ line: this.#row.line, column, text: cell.text, message: words.error });
      return;
    }
    if (cell.text.trim() === '') return;
    if (MARKS.test(cell.text)) {
      this.remarks.push({ line: this.#row.line, column, message: words.marks(tidyLine(cell.text)) });
      return;
    }
    if (WRITTEN.has(target.field) && FORMULA.test(cell.text)) {
      const text = tidyLine(cell.text);
      this.faults.push({ line: this.#row.line, column, text: cell.text, message: words.formula(text) });
      return;
    }
    const { values } = this;
    const { field } = target;
    switch (field) {
      case 'note': {
        const text = tidyLine(cell.text);
        if (!saysNothing(text)) this.#notes.push(head === '' ? text : `${head}\u00a0: ${text}`);
        return;
      }
      case 'internalNote':
        this.#notes.push(tidyText(cell.text));
        return;
      case 'name':
        return this.#line(column, 'name', limitOf('name'));
      case 'acronym':
        return this.#line(column, 'acronym', limitOf('acronym'));
      case 'officialName':
        return this.#line(column, 'officialName', 255);
      case 'summary':
        return this.#text(column, 'summary', limitOf('summary'));
      case 'description':
        return this.#text(column, 'description', limitOf('description'));
      case 'howToJoin':
        return this.#text(column, 'howToJoin', limitOf('howToJoin'));
      case 'volunteersNote':
        return this.#text(column, 'volunteersNote', limitOf('volunteersNote'));
      case 'themes':
      case 'audiences':
      case 'communesOfActivity': {
        const ids = this.#names(column, field === 'communesOfActivity' ? 'communes' : field);
        values[field] = [...new Set([...(values[field] ?? []), ...ids])];
        return;
      }
      case 'commune':
        return this.#commune(column);
      case 'foundedYear':
        values.foundedYear = this.#take(column, readYear(cell)) ?? undefined;
        return;
      case 'rnaId':
        values.rnaId = this.#take(column, readRna(cell)) || undefined;
        return;
      case 'formerRnaId':
        if (!saysNothing(cell.text)) values.formerRnaId = tidyLine(cell.text);
        return;
      case 'siret':
        values.siret = this.#take(column, readSiret(cell)) || undefined;
        return;
      case 'legalForm':
        values.legalForm = this.#take(column, readLegalForm(cell)) || undefined;
        return;
      case 'seeksVolunteers':
      case 'inPrint':
        values[field] = this.#take(column, readYesNo(cell)) ?? undefined;
        return;
      case 'links': {
        const { website, networks } = this.#take(column, readLinks(cell));
        // A second site stands among the other pages.
        const isSecond = website !== '' && values.website !== undefined && values.website !== website;
        const pages = [...networks, ...(isSecond ? [{ network: 'autre' as const, url: website }] : [])];
        if (website !== '') values.website ??= website;
        if (pages.length > 0) values.networks = [...(values.networks ?? []), ...pages];
        return;
      }
      case 'street': {
        const { street, postalCode, city } = this.#take(column, readAddress(cell));
        values.address = {
          ...(street === '' ? {} : { street }),
          ...(postalCode === '' ? {} : { postalCode }),
          ...(city === '' ? {} : { city }),
          ...values.address,
        };
        return;
      }
      case 'complement':
        values.address = { ...values.address, complement: tidyLine(cell.text) };
        return;
      case 'postalCode': {
        const postalCode = this.#take(column, readPostalCode(cell));
        if (postalCode !== '') values.address = { ...values.address, postalCode };
        return;
      }
      default:
        this.#readPart(column, head, target, cell);
    }
  }

  /** A commune of the territory; another one stays where the letters go. */
  #commune(column: number): void {
    const cell = this.#cell(column);
    const text = tidyLine(cell.text).replace(/^\d{5}\s+/, '');
    if (saysNothing(text)) return;
    const decided = this.#known('communes').get(nameKey(text));
    const found = decided === undefined ? this.#lists.communes.find(text)?.id : decided[0];
    if (found !== undefined) this.values.commune = found;
    else if (decided === undefined) this.remarks.push({ line: this.#row.line, column, message: words.outside(text) });
    if (found === undefined && this.values.address?.city === undefined)
      this.values.address = { ...this.values.address, city: text };
  }

  #readPart(column: number, head: string, target: ColumnTarget, cell: Cell): void {
    const { field, group, day } = target;
    if (columnFields[field as ColumnKey].group === 'person' && field !== 'personRole' && !saysNothing(cell.text))
      this.#person(target).columns.push(column);
    switch (field) {
      case 'activityLabel': {
        const text = tidyLine(cell.text);
        if (!saysNothing(text)) this.#activity(group).label = text;
        return;
      }
      case 'activityAges':
      case 'activityAgeMax': {
        const { note, ...ages } = this.#take(column, readAges(cell));
        const parts = this.#activity(group);
        if (field === 'activityAges') parts.ages = ages;
        else parts.ageMax = { ageMax: ages.ageMax ?? ages.ageMin, ageMaxUnit: ages.ageMaxUnit };
        if (note !== '') parts.notes.push(note);
        return;
      }
      case 'activityHours': {
        const named =
          day === null ? cell : { text: `${day} ${/^\s*(?:x|oui|✓|✔)\s*$/i.test(cell.text) ? '' : cell.text}` };
        if (day !== null && saysNothing(cell.text) && !/^\s*x\s*$/i.test(cell.text)) return;
        const { slots, note } = this.#take(
          column,
          readSlots(cell.time === undefined || day === null ? named : { text: `${day} ${cell.time}` }),
        );
        const parts = this.#activity(group);
        parts.slots.push(...slots);
        if (note !== '') {
          parts.notes.push(note);
          if (slots.length === 0) this.remarks.push({ line: this.#row.line, column, message: words.hoursKept });
        }
        return;
      }
      case 'activityDay': {
        const { slots, note } = this.#take(column, readSlots(cell));
        this.#activity(group).day.push(...slots.map((slot) => slot.day));
        if (note !== '') this.#activity(group).notes.push(note);
        return;
      }
      case 'activityBegin':
      case 'activityEnd':
        this.#activity(group)[field === 'activityBegin' ? 'begin' : 'end'] = cell.time ?? tidyLine(cell.text);
        return;
      case 'activityPrice':
        this.#activity(group).price = this.#take(column, readPrice(cell));
        return;
      case 'activityPlace':
        if (!saysNothing(cell.text)) this.#activity(group).place = tidyLine(cell.text);
        return;
      case 'activitySeason':
        if (!saysNothing(cell.text)) this.#activity(group).season = tidyLine(cell.text);
        return;
      case 'activityDescription':
        if (!saysNothing(cell.text)) this.#activity(group).notes.push(tidyText(cell.text));
        return;
      case 'personName': {
        const { name, role } = this.#take(column, readPerson(cell));
        // A number or an address in a column of names is still a number.
        if (/@|\d{6}|\d\d[ .]\d\d[ .]\d\d/.test(cell.text)) {
          this.#person(target).whole.push(...this.#take(column, readMixedContacts(cell)));
          return;
        }
        const parts = this.#person(target);
        parts.name = name;
        if (role !== '') parts.role = role;
        return;
      }
      case 'personFirstName':
        if (!saysNothing(cell.text)) this.#person(target).firstName = tidyLine(cell.text);
        return;
      case 'personRole':
        if (!saysNothing(cell.text)) this.#person(target).said = { column, head, role: tidyLine(cell.text) };
        return;
      case 'personPhone':
        this.#person(target).phones.push(...this.#take(column, readPhones(cell)));
        return;
      case 'personEmail':
        this.#person(target).emails.push(...this.#take(column, readEmails(cell)));
        return;
      case 'personMixed':
        this.#person(target).whole.push(...this.#take(column, readMixedContacts(cell)));
        return;
      default:
    }
  }

  /** Puts together what several columns said. */
  finish(): void {
    for (const parts of this.#activities.values()) this.#keepHours(parts);
    const activities = this.#finishedActivities();
    if (activities.length > 0) this.values.activities = activities;
    const contacts = this.#finishedContacts();
    if (contacts.length > 0) this.values.contacts = contacts;
    if (this.#notes.length > 0) this.values.internalNote = this.#notes.join('\n');
    if (this.#row.hidden) this.remarks.push({ line: this.#row.line, column: null, message: words.hidden });
  }

  /** Hours in columns of their own, of no day: kept in words. */
  #keepHours(parts: ActivityParts): void {
    const hours = [parts.begin, parts.end].filter(Boolean).join('\u2013');
    if (hours === '' || parts.day.length > 0) return;
    const shared = this.#activities.get('');
    const others = [...this.#activities.values()].filter((one) => one !== parts && one.label !== '');
    // One day for all of them, or hours for all of them, each with its day.
    if (
      shared === parts
        ? parts.label === '' && others.some(({ day }) => day.length > 0)
        : shared?.label === '' && shared.day.length > 0
    )
      return;
    parts.notes.push(hours);
    this.remarks.push({ line: this.#row.line, column: null, message: words.hoursWithoutDay(hours) });
  }

  #finishedActivities(): FormActivity[] {
    const groups = [...this.#activities].filter(([, parts]) => saysSomething(parts));
    const shared = this.#activities.get('');
    const labelled = groups.filter(([group, { label }]) => group !== '' && label !== '');
    // A price or a place beside « Activité 1 », « Activité 2 » is that of each of them.
    const each = labelled.length > 0 && shared && shared.label === '' ? shared : null;
    return groups
      .filter(([group]) => !(each && group === ''))
      .flatMap(([, parts]) => activitiesOf(each ? sharedInto(parts, each) : parts, this.values.name ?? ''));
  }

  #finishedContacts(): ImportedContact[] {
    const groups = new Map(this.#people);
    for (const [group, parts] of groups) if (parts.said) this.#giveRole(groups, group, parts, parts.said);
    const general = groups.get('');
    const named = [...groups].filter(([group, { name }]) => group !== '' && name !== '');
    const [only] = named;
    // « Nom du président », « Téléphone », « Courriel »: the number is the president's.
    if (general && general.name === '' && general.whole.length === 0 && named.length === 1 && only) {
      const [group, parts] = only;
      if (parts.phones.length + parts.emails.length === 0) {
        groups.set(group, { ...parts, phones: general.phones, emails: general.emails });
        groups.delete('');
      }
    }
    return [...groups.values()].flatMap(contactsOf);
  }

  /** The role of a column is of the person of its group; where that one is nobody, of the person beside it in the file. */
  #giveRole(
    groups: Map<string, PersonParts>,
    group: string,
    parts: PersonParts,
    { column, head, role }: NonNullable<PersonParts['said']>,
  ): void {
    if (parts.columns.length > 0) {
      groups.set(group, { ...parts, role });
      return;
    }
    groups.delete(group);
    const away = ([, { columns }]: readonly [string, PersonParts]) =>
      Math.min(...columns.map((at) => (at < column ? column - at - 0.5 : at - column)));
    const [nearest] = [...groups]
      .filter(([, one]) => one.columns.length > 0 && (one.said === null || one.said.column === column))
      .sort((a, b) => away(a) - away(b));
    if (nearest) {
      groups.set(nearest[0], { ...nearest[1], role });
      return;
    }
    this.#notes.push(`${head === '' ? columnFields.personRole.label : head}\u00a0: ${role}`);
    this.remarks.push({ line: this.#row.line, column, message: words.roleOfNobody(role) });
  }
}

const saysSomething = ({
  label,
  notes,
  slots,
  ages,
  ageMax,
  day,
  begin,
  price,
  place,
  season,
}: ActivityParts): boolean =>
  label !== '' ||
  notes.length > 0 ||
  slots.length > 0 ||
  day.length > 0 ||
  begin !== '' ||
  price !== '' ||
  place !== '' ||
  season !== '' ||
  (ageMax !== null && ageMax.ageMax !== null) ||
  (ages !== null && (ages.ageMin !== null || ages.ageMax !== null));

const sharedInto = (parts: ActivityParts, each: ActivityParts): ActivityParts => ({
  ...parts,
  notes: [...parts.notes, ...each.notes],
  slots: parts.slots.length > 0 ? parts.slots : each.slots,
  ages: parts.ages ?? each.ages,
  ageMax: parts.ageMax ?? each.ageMax,
  day: parts.day.length > 0 ? parts.day : each.day,
  begin: parts.begin || each.begin,
  end: parts.end || each.end,
  price: parts.price || each.price,
  place: parts.place || each.place,
  season: parts.season || each.season,
});

/** Activities of one group; a list of labels in one cell is as many activities when nothing else tells them apart. */
function activitiesOf(parts: ActivityParts, name: string): FormActivity[] {
  const slots =
    parts.day.length > 0
      ? [...parts.slots, ...parts.day.map((day) => ({ day, begin: parts.begin, end: parts.end, note: '' }))]
      : parts.slots;
  const ages = {
    ageMin: null,
    ageMinUnit: 'ans',
    ageMax: null,
    ageMaxUnit: 'ans',
    ...parts.ages,
    ...parts.ageMax,
  } as const;
  const activity = (label: string): FormActivity => ({
    label,
    description: [...new Set(parts.notes)].join('\n'),
    ...ages,
    slots: [...slots],
    price: parts.price,
    place: parts.place,
    communeCode: '',
    season: parts.season,
  });
  const labels = parts.label.split(/\s*[;\n|•]\s*|\s*,\s*(?=\S)/).filter(Boolean);
  if (labels.length > 1 && slots.length === 0) return labels.map(activity);
  return [activity(parts.label || name)];
}

function contactsOf(parts: PersonParts): ImportedContact[] {
  const name = [parts.firstName, parts.name].filter(Boolean).join(' ');
  const count = Math.max(parts.phones.length, parts.emails.length, name === '' ? 0 : 1);
  const own = Array.from({ length: count }, (_, rank): ImportedContact => {
    const phone = parts.phones[rank];
    const email = parts.emails[rank];
    const note = phone?.note || email?.note || '';
    // What stands beside a number says whose it is.
    return {
      name: name || (/^\p{Lu}/u.test(note) ? note : ''),
      role: parts.role || (/^\p{Lu}/u.test(note) && name === '' ? '' : note),
      phone: phone?.phone ?? '',
      email: email?.email ?? '',
    };
  });
  const whole = parts.whole.map((contact) => ({
    ...contact,
    role: contact.role || parts.role,
    name: contact.name || name,
  }));
  return [
    ...own.filter(({ phone, email }) => !whole.some((one) => one.phone === phone && one.email === email)),
    ...whole,
  ];
}

/** Columns that a following line of one association fills. */
const OF_A_LIST: ReadonlySet<string> = new Set(['activities', 'contacts', 'internalNote', 'networks']);

type Read = Omit<ImportedAssociation, 'lines' | 'isSum'> & { readonly line: number };

function readRow(row: SheetRow, table: Table, mapping: ColumnMapping, lists: Lists, decisions: Decisions): Read {
  const reader = new RowReader(row, lists, decisions);
  // The name first: an activity without a label bears it.
  const columns = table.columns.toSorted(
    (a, b) => Number(mapping[b.index]?.field === 'name') - Number(mapping[a.index]?.field === 'name'),
  );
  for (const { index, head } of columns) {
    const target = mapping[index];
    if (target) reader.read(index, head, target);
  }
  reader.finish();
  const values = Object.fromEntries(
    Object.entries(reader.values).filter(([, value]) => value !== undefined),
  ) as ImportedValues;
  return { line: row.line, values, faults: reader.faults, remarks: reader.remarks };
}

/** Two lines of the same association: the same number, or the same name in the same commune. */
function keyOf({ values }: Read): string | null {
  if (values.rnaId !== undefined) return `rna ${values.rnaId}`;
  if (values.formerRnaId !== undefined) return `former ${values.formerRnaId}`;
  if (values.name === undefined) return null;
  return `name ${plainWords(values.name)} ${values.commune ?? values.address?.city ?? ''}`;
}

/** Is there anything but activities, contacts and notes in it? */
const isContinuation = ({ values }: Read): boolean => Object.keys(values).every((key) => OF_A_LIST.has(key));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Puts a later line into the association of an earlier one. */
function join(
  into: { -readonly [Key in keyof ImportedAssociation]: ImportedAssociation[Key] },
  read: Read,
  mapping: ColumnMapping,
): void {
  const values = { ...into.values };
  const faults: CellFault[] = [...into.faults, ...read.faults];
  for (const [key, value] of Object.entries(read.values) as [string, unknown][]) {
    const name = key as keyof ImportedValues;
    if (name === 'originalName') continue; // the first line names it
    const before = values[name];
    if (before === undefined) Object.assign(values, { [name]: value });
    else if (Array.isArray(before) && Array.isArray(value)) {
      const [known, more] = [before as readonly unknown[], value as readonly unknown[]];
      const added = more.filter((one) => !known.some((other) => same(one, other)));
      Object.assign(values, { [name]: [...known, ...added] });
    } else if (name === 'internalNote' || name === 'description') {
      const [said, more] = [before as string, value as string];
      if (!said.includes(more)) Object.assign(values, { [name]: `${said}\n${more}` });
    } else if (name === 'address') values.address = { ...read.values.address, ...values.address };
    else if (!same(before, value) && isColumnKey(name) && name !== 'name') {
      const column = Number(Object.entries(mapping).find(([, { field }]) => field === name)?.[0] ?? -1);
      const { label } = columnFields[name];
      faults.push({
        line: read.line,
        column: column < 0 ? null : column,
        text: String(value),
        message: words.otherwise(label, into.lines[0] ?? read.line),
      });
    }
  }
  into.values = values;
  into.faults = faults;
  into.lines = [...into.lines, read.line];
  into.remarks = [
    ...into.remarks,
    ...read.remarks.filter(({ message }) => message !== words.recased(read.values.originalName ?? '')),
    { line: read.line, column: null, message: words.sameAs(into.lines[0] ?? 0) },
  ];
}

/**
 * Reads a table as associations, in the order of the file. Nothing is dropped: what is not understood is a fault of its cell, what
 * was supposed is a remark.
 */
export function associationsOf(
  table: Table,
  mapping: ColumnMapping,
  lists: Lists,
  decisions: Decisions = noDecisions,
): ImportedAssociation[] {
  const found: { -readonly [Key in keyof ImportedAssociation]: ImportedAssociation[Key] }[] = [];
  const byKey = new Map<string, (typeof found)[number]>();
  for (const row of table.rows) {
    const read = readRow(row, table, mapping, lists, decisions);
    if (Object.keys(read.values).length === 0 && read.faults.length === 0) continue;
    if (isSumRow(row, lists)) {
      const { line, ...said } = read;
      found.push({ lines: [line], isSum: true, ...said });
      continue;
    }
    const key = keyOf(read);
    const earlier = key === null ? undefined : byKey.get(key);
    const last = found.at(-1);
    if (earlier) {
      join(earlier, read, mapping);
      continue;
    }
    if (key === null && last && !last.isSum && isContinuation(read) && last.lines.at(-1) !== undefined) {
      join(
        last,
        {
          ...read,
          remarks: [...read.remarks, { line: read.line, column: null, message: words.follows(last.lines[0] ?? 0) }],
        },
        mapping,
      );
      last.remarks = last.remarks.filter(
        ({ line, message }) => line !== read.line || message !== words.sameAs(last.lines[0] ?? 0),
      );
      continue;
    }
    const { line, ...rest } = read;
    const association = { lines: [line], isSum: false, ...rest };
    if (rest.values.name === undefined && rest.values.rnaId === undefined && rest.values.formerRnaId === undefined) {
      const column = Object.entries(mapping).find(([, { field }]) => field === 'name')?.[0];
      if (!rest.faults.some((fault) => String(fault.column) === column))
        association.faults = [
          ...rest.faults,
          { line, column: column === undefined ? null : Number(column), text: '', message: words.noName },
        ];
    }
    found.push(association);
    if (key !== null) byKey.set(key, association);
    const named =
      rest.values.name === undefined
        ? null
        : `name ${plainWords(rest.values.name)} ${rest.values.commune ?? rest.values.address?.city ?? ''}`;
    if (named !== null && !byKey.has(named)) byKey.set(named, association);
  }
  return found;
}
