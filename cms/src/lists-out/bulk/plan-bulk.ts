/** What one change would do to many records: computed anew each time, and named by what it says. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { BulkChange, BulkLine, BulkPlan, BulkQuestion } from '../../domain/contract/desk/bulk-edit.ts';
import { dayOf } from '../../domain/dates.ts';
import { officeFaults, officeFormOf } from '../../domain/entry/office-form.ts';
import { sortByName, typography } from '../../domain/french.ts';
import { canChange, type BulkType } from '../../domain/contract/desk/bulk-types.ts';
import { fieldLabel } from '../../entries/field-words.ts';
import type { RecordContent } from '../../entries/record-content.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { ASSOCIATION } from '../../import/known-associations.ts';
import { readStates, type KnownState } from '../../import/known-state.ts';
import { readTerritoryLists, type TerritoryLists } from '../../import/territory-lists.ts';
import { Refused } from '../../platform/http/refused.ts';
import { takenRecords } from '../taken-records.ts';

const words = {
  addTheme: (name: string) => typography(`Thème ajouté : ${name}`),
  removeTheme: (name: string) => typography(`Thème retiré : ${name}`),
  commune: (name: string) => typography(`Commune : ${name}`),
  inPrint: { true: 'Mises dans l’annuaire imprimé', false: 'Retirées de l’annuaire imprimé' },
  online: { true: 'Mises en ligne', false: 'Mises hors ligne' },
  state: { true: 'En ligne', false: 'Hors ligne' },
  yesNo: { true: 'oui', false: 'non' },
  none: 'aucun',
  noCommune: 'aucune',
  gone: 'Ce thème ou cette commune n’existe plus\u00a0: choisissez-en un autre.',
  goneRecord: 'Cette fiche vient d’être supprimée.',
  waiting: 'Un brouillon de cette fiche attend d’être publié\u00a0: ce changement y est ajouté, rien n’est publié.',
  openFirst: 'Elle a des modifications non publiées\u00a0: ouvrez-la, publiez-les ou abandonnez-les d’abord.',
  notAllowed: 'Votre compte ne permet pas de publier des fiches de ce type.',
  missing: (label: string) => typography(`Il manque : ${label}.`),
  lacks: (faults: readonly string[]) => faults.join(' '),
};

/** How a change is told, and what it makes of a record. */
export interface PlannedEdit {
  readonly line: BulkLine;
  readonly uid: BulkType;
  readonly state: KnownState | null;
  /** The attributes that change; null when its publication does, or nothing. */
  readonly data: Partial<Record<'themes' | 'commune' | 'inPrint', unknown>> | null;
  /** Whether the record is published along, as it stands. */
  readonly publishes: boolean;
}

export interface BulkPlanned {
  readonly plan: BulkPlan;
  readonly edits: readonly PlannedEdit[];
}

const bool = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');
const idsIn = (content: RecordContent, name: string): string[] =>
  Array.isArray(content[name]) ? (content[name] as string[]) : [];

/** @throws {Refused} when what it names is no more */
function nameOf(change: BulkChange, lists: TerritoryLists): string {
  switch (change.what) {
    case 'in-print':
      return words.inPrint[bool(change.value)];
    case 'online':
      return words.online[bool(change.value)];
    default: {
      const among = change.what === 'commune' ? lists.choices.communes : lists.choices.themes;
      const name = among.find(({ id }) => id === change.id)?.name;
      if (name === undefined) throw new Refused('conflict', words.gone);
      if (change.what === 'commune') return words.commune(name);
      return change.what === 'add-theme' ? words.addTheme(name) : words.removeTheme(name);
    }
  }
}

type Changed = Pick<PlannedEdit, 'data'> & { readonly before: string; readonly after: string };

/** What the content of a record becomes; null when its publication is what changes. */
function contentAfter(change: BulkChange, content: RecordContent, lists: TerritoryLists): Changed | null {
  const named = (ids: readonly string[], none: string) =>
    ids.length === 0 ? none : ids.map((id) => lists.nameOf(id) ?? '?').join(', ');
  switch (change.what) {
    case 'online':
      return null;
    case 'in-print': {
      const was = content['inPrint'] !== false;
      return {
        data: was === change.value ? null : { inPrint: change.value },
        before: words.yesNo[bool(was)],
        after: words.yesNo[bool(change.value)],
      };
    }
    case 'commune': {
      const was = typeof content['commune'] === 'string' ? [content['commune']] : [];
      return {
        data: was[0] === change.id ? null : { commune: change.id },
        before: named(was, words.noCommune),
        after: named([change.id], words.noCommune),
      };
    }
    default: {
      const was = idsIn(content, 'themes');
      const has = was.includes(change.id);
      const adds = change.what === 'add-theme';
      const themes = adds ? [...was, change.id] : was.filter((id) => id !== change.id);
      return {
        data: has === adds ? null : { themes },
        before: named(was, words.none),
        after: named(has === adds ? was : themes, words.none),
      };
    }
  }
}

/** What publication says no to, of a record as it would be. */
type FaultsOf = (content: RecordContent) => readonly string[];

/** Of an association, all of it; of other types, what is missing: whatever else a rule refuses is told once it did. */
function faultsOfType(strapi: Core.Strapi, uid: BulkType, today: string): FaultsOf {
  if (uid === ASSOCIATION) return (content) => officeFaults(officeFormOf(content), today).map(({ message }) => message);
  const required = Object.entries(strapi.contentType(uid).attributes).flatMap(([name, attribute]) =>
    (attribute as { required?: boolean }).required === true ? [name] : [],
  );
  return (content) =>
    required
      .filter((name) => [null, undefined, ''].includes(content[name] as string | null | undefined))
      .map((name) => words.missing(fieldLabel(uid, name)));
}

/** What publication would say no to, that it does not say already. */
function newFaults(faultsOf: FaultsOf, before: RecordContent | null, after: RecordContent): string[] {
  const said = new Set(before === null ? [] : faultsOf(before));
  return [...new Set(faultsOf(after))].filter((message) => !said.has(message));
}

function planState(
  wanted: boolean,
  state: KnownState,
  faultsOf: FaultsOf,
): Omit<PlannedEdit, 'line' | 'state' | 'uid'> & BulkSaid {
  const told = { before: words.state[bool(state.isPublished)], after: words.state[bool(wanted)], data: null };
  const as = (act: BulkLine['act'], note: string | null) => ({
    ...told,
    act,
    note,
    publishes: act === 'changed' && wanted,
  });
  if (state.isModified) return as('left', words.openFirst);
  if (state.isPublished === wanted) return as('same', null);
  const faults = wanted ? newFaults(faultsOf, null, state.content) : [];
  return faults.length > 0 ? as('left', words.lacks(faults)) : as('changed', null);
}

type BulkSaid = Pick<BulkLine, 'act' | 'before' | 'after' | 'note'>;

function planOne(change: BulkChange, state: KnownState, lists: TerritoryLists, faultsOf: FaultsOf) {
  const after = contentAfter(change, state.content, lists);
  if (after === null) return planState(change.what === 'online' && change.value, state, faultsOf);
  if (after.data === null) return { ...after, act: 'same' as const, note: null, publishes: false };
  const publishes = state.isPublished && !state.isModified;
  const faults = publishes ? newFaults(faultsOf, state.content, { ...state.content, ...after.data }) : [];
  if (faults.length > 0)
    return { ...after, data: null, act: 'left' as const, note: words.lacks(faults), publishes: false };
  return { ...after, act: 'changed' as const, note: state.isModified ? words.waiting : null, publishes };
}

function countByType(records: readonly { readonly uid: string }[]): BulkPlan['otherTypes'] {
  const counts = new Map<string, number>();
  for (const { uid } of records) counts.set(uid, (counts.get(uid) ?? 0) + 1);
  return [...counts].map(([uid, count]) => ({ uid, count }));
}

/**
 * Plans a change of all records of a list that the account sees, and that have what it changes.
 * @param mayPublish whether the account may publish records of a type: others stay as they are
 * @throws {Refused} when the theme or commune is no more
 */
export async function planBulk(
  strapi: Core.Strapi,
  seen: Seen,
  { taken, change }: BulkQuestion,
  mayPublish: (uid: BulkType) => boolean,
  now: Date,
): Promise<BulkPlanned> {
  const lists = await readTerritoryLists(strapi);
  const name = nameOf(change, lists);
  const records = takenRecords(seen, taken, now);
  const able = sortByName(
    records.flatMap(({ uid, documentId, title }) => (canChange(uid, change) ? [{ uid, documentId, title }] : [])),
    ({ title }) => title,
  );
  const types = new Map<BulkType, { states: ReadonlyMap<string, KnownState>; faultsOf: FaultsOf }>();
  for (const uid of new Set(able.map((one) => one.uid)))
    types.set(uid, { states: await readStates(strapi, uid), faultsOf: faultsOfType(strapi, uid, dayOf(now)) });
  const edits = able.map(({ uid, documentId, title }): PlannedEdit => {
    const { states, faultsOf } = types.get(uid)!; // read above
    const state = states.get(documentId) ?? null;
    const leave = (note: string): PlannedEdit => ({
      line: { uid, documentId, title, act: 'left', before: '', after: '', note },
      ...{ uid, state, data: null, publishes: false },
    });
    if (state === null) return leave(words.goneRecord);
    if (!mayPublish(uid)) return leave(words.notAllowed);
    const { data, publishes, act, before, after, note } = planOne(change, state, lists, faultsOf);
    return { line: { uid, documentId, title, act, before, after, note }, uid, state, data, publishes };
  });
  const hash = createHash('sha256').update(JSON.stringify(change));
  for (const { line, state, data, publishes } of edits)
    hash.update(JSON.stringify([line, state?.version ?? null, data, publishes]));
  const count = (act: BulkLine['act']) => edits.filter(({ line }) => line.act === act).length;
  return {
    plan: {
      plan: hash.digest('hex').slice(0, 32),
      name,
      changed: count('changed'),
      same: count('same'),
      left: count('left'),
      others: records.length - able.length,
      otherTypes: countByType(records.filter(({ uid }) => !canChange(uid, change))),
      lines: edits.map(({ line }) => line),
    },
    edits,
  };
}
