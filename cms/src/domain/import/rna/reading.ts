/** What is kept of a file of the register, row by row: the territory's associations, and what the directory's own became. */
import { idKey, isFormerId } from '../cells/register-ids.ts';
import type { RnaLayout } from './layout.ts';
import { lastOf } from './dates.ts';
import { recordOf, type RnaPosition, type RnaRecord } from './record.ts';
import { Territory, type TerritoryCommune } from '../territory.ts';

/** What a file is read for. */
export interface RnaQuestion {
  readonly communes: readonly TerritoryCommune[];
  /** Identifiers that the directory has, of today and of before. */
  readonly known: readonly string[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** An active association of the territory. */
export interface KeptRecord {
  /** Its row, counted through all the files that were read. */
  readonly line: number;
  readonly rnaId: string | null;
  /** The identifier of before 2009, of one that has no number of today. */
  readonly formerId: string | null;
  readonly title: string;
  readonly shortTitle: string;
  readonly object: string;
  readonly code: string;
  /** documentId of the commune. */
  readonly commune: string;
  readonly createdOn: string | null;
  readonly lastSeenOn: string | null;
  readonly legalForm: RnaRecord['legalForm'];
  readonly website: string;
}

/** What the register says of an association of the directory, wherever it is now. */
export interface KnownRecord {
  readonly id: string;
  readonly position: Exclude<RnaPosition, 'replaced'>;
  readonly title: string;
  /** As the register writes it. */
  readonly communeName: string;
  /** documentId; null outside the territory. */
  readonly commune: string | null;
  readonly dissolvedOn: string | null;
}

/** An identifier of the directory that was replaced by a number of today. */
export interface Alias {
  readonly line: number;
  readonly formerId: string;
  readonly rnaId: string;
  readonly title: string;
}

export interface RnaCounts {
  readonly rows: number;
  readonly taken: number;
  readonly elsewhere: number;
  readonly dissolved: number;
  readonly replaced: number;
  /** With another number of fields than the heads, or without an id, a title, a position. */
  readonly malformed: number;
}

export interface RnaReading {
  readonly layouts: readonly RnaLayout['kind'][];
  readonly files: readonly string[];
  /** When the file was made, by its name, else by its last row. */
  readonly asOf: string | null;
  readonly counts: RnaCounts;
  readonly kept: readonly KeptRecord[];
  readonly known: readonly KnownRecord[];
  readonly aliases: readonly Alias[];
  /** The first rows that were malformed. */
  readonly malformedLines: readonly number[];
  /** Does the last file end in the middle of a row? */
  readonly isCut: boolean;
}

const MOST_NAMED = 8;

/** « rna_waldec_20260901_dpt_33.csv » → 2026-09-01 */
export function dayOfFileName(name: string, today: string): string | null {
  const [, year = '', month = '', day = ''] = /(?<!\d)(20\d{2})[-_]?([01]\d)[-_]?([0-3]\d)(?!\d)/.exec(name) ?? [];
  const found = `${year}-${month}-${day}`;
  return year !== '' && found <= today && !Number.isNaN(Date.parse(found)) ? found : null;
}

export class RnaCollector {
  readonly #question: RnaQuestion;
  readonly #territory: Territory;
  readonly #ids: ReadonlySet<string>;
  readonly #kept = new Map<string, { record: KeptRecord; kind: RnaLayout['kind'] }>();
  readonly #known = new Map<string, KnownRecord>();
  readonly #aliases = new Map<string, Alias>();
  readonly #layouts = new Set<RnaLayout['kind']>();
  readonly #files: string[] = [];
  readonly #malformed: number[] = [];
  readonly #counts: { -readonly [Key in keyof RnaCounts]: number } = {
    rows: 0,
    taken: 0,
    elsewhere: 0,
    dissolved: 0,
    replaced: 0,
    malformed: 0,
  };
  #named: string | null = null;
  #updated: string | null = null;
  #isCut = false;

  constructor(question: RnaQuestion) {
    this.#question = question;
    this.#territory = new Territory(question.communes);
    this.#ids = new Set(question.known.map(idKey));
  }

  get rows(): number {
    return this.#counts.rows;
  }

  get keptRows(): number {
    return this.#kept.size;
  }

  begin(file: string, layout: RnaLayout): void {
    this.#files.push(file);
    this.#layouts.add(layout.kind);
    this.#named = lastOf([this.#named, dayOfFileName(file, this.#question.today)]);
  }

  cut(): void {
    this.#isCut = true;
  }

  take(row: readonly string[], layout: RnaLayout): void {
    this.#counts.rows += 1;
    const line = this.#counts.rows + 1;
    const record = row.length === layout.width ? recordOf(row, layout, this.#question.today) : null;
    if (record === null) {
      this.#counts.malformed += 1;
      if (this.#malformed.length < MOST_NAMED) this.#malformed.push(line);
      return;
    }
    this.#updated = lastOf([this.#updated, record.updatedOn]);
    const { id, position, replacedBy, title } = record;
    if (position === 'replaced') {
      this.#counts.replaced += 1;
      if (replacedBy !== null && this.#ids.has(idKey(id)))
        this.#aliases.set(id, { line, formerId: id, rnaId: replacedBy, title });
      return;
    }
    const commune = this.#territory.communeOf(record.seat);
    if (this.#ids.has(idKey(id))) {
      const { dissolvedOn, seat } = record;
      this.#known.set(id, {
        id,
        position,
        title,
        communeName: seat.commune,
        commune: commune?.id ?? null,
        dissolvedOn,
      });
    }
    if (!commune) this.#counts.elsewhere += 1;
    else if (position !== 'active') this.#counts.dissolved += 1;
    else this.#keep(line, record, commune.id, layout.kind);
  }

  #keep(line: number, record: RnaRecord, commune: string, kind: RnaLayout['kind']): void {
    const { id, rnaId, title, shortTitle, object, code, createdOn, lastSeenOn, legalForm, website } = record;
    // Of two rows of one association, that of the layout of today.
    if (this.#kept.get(id)?.kind === 'waldec' && kind === 'import') return;
    const formerId = rnaId === null && isFormerId(id) ? id : null;
    this.#kept.set(id, {
      kind,
      record: {
        line,
        rnaId,
        formerId,
        title,
        shortTitle,
        object,
        code,
        commune,
        createdOn,
        lastSeenOn,
        legalForm,
        website,
      },
    });
  }

  finish(): RnaReading {
    const kept = [...this.#kept.values()].map(({ record }) => record).sort((a, b) => a.line - b.line);
    return {
      layouts: [...this.#layouts],
      files: this.#files,
      asOf: this.#named ?? this.#updated,
      counts: { ...this.#counts, taken: kept.length },
      kept,
      known: [...this.#known.values()],
      aliases: [...this.#aliases.values()],
      malformedLines: this.#malformed,
      isCut: this.#isCut,
    };
  }
}
