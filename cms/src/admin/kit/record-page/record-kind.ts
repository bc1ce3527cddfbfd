/** What the frame asks of the page of a type. It knows no type itself. */
import type { ReactNode } from 'react';
import type { OpenRecord, RecordData, RecordPageName } from '../../../domain/contract/desk/record.ts';
import type { PlacedText } from '../../../domain/said-contacts.ts';
import type { Fault } from '../problem.ts';

/** Something that a record may go without, and is better with: a sentence that says what to do, and where. */
export interface Missing {
  readonly path: string;
  readonly message: string;
}

/** How complete a record is: 0 to 100, and what is missing, the most useful first. */
export interface Completeness {
  readonly percent: number;
  readonly missing: readonly Missing[];
}

export interface SectionProps<Value> {
  readonly value: Value;
  /** Takes the new value, or makes it of the newest one: what comes later, such as a picture that was sent, must use the second. */
  readonly onValue: (next: Value | ((before: Value) => Value)) => void;
  readonly record: OpenRecord;
}

export interface Section<Value> {
  readonly id: string;
  readonly title: string;
  /** The attributes that it holds: a fault or a missing thing at "contacts.0.phone" is of the section that holds "contacts". */
  readonly attributes: readonly string[];
  readonly Fields: (props: SectionProps<Value>) => ReactNode;
}

/** The words in which a page speaks of its records: "cette fiche", "cet événement". */
export interface KindWords {
  /** "Nouvelle association" */
  readonly fresh: string;
  /** « Associations »: the list that it leads back to. */
  readonly list: string;
  /** "cette fiche" */
  readonly thisOne: string;
  /** Feminine participles: "Enregistrée", "publiée". */
  readonly feminine: boolean;
}

/** The page of a type of records: how its data becomes what its form edits, and back. All functions are pure. */
export interface RecordKind<Value> {
  /** Part of the address of its routes: `/trame/records/<page>/…`. */
  readonly page: RecordPageName;
  readonly uid: string;
  readonly words: KindWords;
  readonly sections: readonly Section<Value>[];
  readonly toValue: (content: RecordData) => Value;
  /** Every attribute that the form holds; what is empty is null or an empty list, as the record says it. */
  readonly toContent: (value: Value) => RecordData;
  /** The title as it is typed; empty when there is none yet. */
  readonly titleOf: (value: Value) => string;
  /** The value without the rows that were added and left empty: what is saved, and what paths of faults count. */
  readonly tidy: (value: Value) => Value;
  /** What publication would refuse, in the order of the form. @param today `YYYY-MM-DD`, Europe/Paris */
  readonly faultsOf: (value: Value, today: string) => readonly Fault[];
  readonly completenessOf: (value: Value) => Completeness;
  /** The words of it that everybody reads once it is published, of its data: whoever publishes is told of the numbers in them. */
  readonly textsOf: (content: RecordData) => readonly PlacedText[];
  /** Above the form: an answer that waits, look-alikes. */
  readonly Notices?: (props: { value: Value; record: OpenRecord }) => ReactNode;
  /** The pictures of a preview, by the names of their tabs; absent for a type without. */
  readonly previews?: readonly Preview[];
  /** Under the outline. */
  readonly Aside?: (props: { value: Value; record: OpenRecord }) => ReactNode;
  /** What happened to this record, the newest first; absent for a type without a journal. */
  readonly History?: (props: { documentId: string }) => ReactNode;
}

/** One way of looking at a record before it is published: `POST /trame/records/<page>/preview/<id>` answers HTML or a picture. */
export interface Preview {
  readonly id: 'page' | 'print';
  readonly label: string;
  /** Said above it. */
  readonly help: string;
}

/** The page on the site: every type that has a page of ours here has one there. */
export const pagePreview: Preview = {
  id: 'page',
  label: 'Page du site',
  help: 'La page telle que le site la montrera une fois publiée. Rien n’est enregistré.',
};
