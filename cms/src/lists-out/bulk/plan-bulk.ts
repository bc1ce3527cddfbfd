/** What one change would do to many associations: computed anew each time, and named by what it says. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { BulkChange, BulkLine, BulkPlan, BulkQuestion } from '../../domain/contract/desk/bulk-edit.ts';
import { dayOf } from '../../domain/dates.ts';
import { officeFaults, officeFormOf } from '../../domain/entry/office-form.ts';
import { sortByName, typography } from '../../domain/french.ts';
import type { RecordContent } from '../../entries/record-content.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { ASSOCIATION, readDirectory, type Directory } from '../../import/known-associations.ts';
import type { KnownState } from '../../import/known-state.ts';
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
  lacks: (faults: readonly string[]) => faults.join(' '),
};

/** How a change is told, and what it makes of a record. */
export interface PlannedEdit {
  readonly line: BulkLine;
  readonly state: KnownState | null;
  /** The attributes that change; null when its publication does, or nothing. */
  readonly data: Partial<Record<'themes' | 'commune' | 'inPrint', unknown>> | null;
  /** Whether the record is published along, as it stands. */
  readonly publishes: boolean;
}

export interface BulkPlanned {
  readonly plan: BulkPlan;
  readonly edits: readonly PlannedEdit[];
  readonly directory: Directory;
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

/** What publication would say no to, that it does not say already. */
function newFaults(before: RecordContent | null, after: RecordContent, today: string): string[] {
  const said = new Set(before === null ? [] : officeFaults(officeFormOf(before), today).map(({ message }) => message));
  return [...new Set(officeFaults(officeFormOf(after), today).map(({ message }) => message))].filter(
    (message) => !said.has(message),
  );
}

function planState(wanted: boolean, state: KnownState, today: string): Omit<PlannedEdit, 'line' | 'state'> & BulkSaid {
  const told = { before: words.state[bool(state.isPublished)], after: words.state[bool(wanted)], data: null };
  const as = (act: BulkLine['act'], note: string | null) => ({
    ...told,
    act,
    note,
    publishes: act === 'changed' && wanted,
  });
  if (state.isModified) return as('left', words.openFirst);
  if (state.isPublished === wanted) return as('same', null);
  const faults = wanted ? newFaults(null, state.content, today) : [];
  return faults.length > 0 ? as('left', words.lacks(faults)) : as('changed', null);
}

type BulkSaid = Pick<BulkLine, 'act' | 'before' | 'after' | 'note'>;

function planOne(change: BulkChange, state: KnownState, lists: TerritoryLists, today: string) {
  const after = contentAfter(change, state.content, lists);
  if (after === null) return planState(change.what === 'online' && change.value, state, today);
  if (after.data === null) return { ...after, act: 'same' as const, note: null, publishes: false };
  const publishes = state.isPublished && !state.isModified;
  const faults = publishes ? newFaults(state.content, { ...state.content, ...after.data }, today) : [];
  if (faults.length > 0)
    return { ...after, data: null, act: 'left' as const, note: words.lacks(faults), publishes: false };
  return { ...after, act: 'changed' as const, note: state.isModified ? words.waiting : null, publishes };
}

/**
 * Plans a change of all associations of a list that the account sees.
 * @throws {Refused} when the theme or commune is no more
 */
export async function planBulk(
  strapi: Core.Strapi,
  seen: Seen,
  { taken, change }: BulkQuestion,
  now: Date,
): Promise<BulkPlanned> {
  const [lists, directory] = [await readTerritoryLists(strapi), await readDirectory(strapi)];
  const name = nameOf(change, lists);
  const records = takenRecords(seen, taken, now);
  const associations = sortByName(
    records.filter(({ uid }) => uid === ASSOCIATION),
    ({ title }) => title,
  );
  const today = dayOf(now);
  const edits = associations.map(({ documentId, title }): PlannedEdit => {
    const state = directory.states.get(documentId) ?? null;
    if (state === null) {
      const gone = { act: 'left' as const, before: '', after: '', note: words.goneRecord };
      return { line: { documentId, title, ...gone }, state, data: null, publishes: false };
    }
    const { data, publishes, act, before, after, note } = planOne(change, state, lists, today);
    return { line: { documentId, title, act, before, after, note }, state, data, publishes };
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
      others: records.length - associations.length,
      lines: edits.map(({ line }) => line),
    },
    edits,
    directory,
  };
}
