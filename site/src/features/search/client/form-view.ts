/** The form: what the controls say, in both directions. */
import { formatNumber } from '../../../i18n/formats.ts';
import type { Counts } from '../counts.ts';
import { ids } from '../page-config.ts';
import {
  knownValues,
  listFacets,
  readAge,
  type Facet,
  type KnownValues,
  type ListFacet,
  type SearchState,
} from '../state.ts';
import { byId } from './dom.ts';

export type FormView = ReturnType<typeof formView>;

export function formView() {
  const form = byId(ids.form, HTMLFormElement);
  const question = byId('q', HTMLInputElement);
  const age = byId('age', HTMLInputElement);
  const ageUnit = byId('unite', HTMLSelectElement);
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const boxesOf = (facet: Facet): HTMLInputElement[] => boxes.filter(({ name }) => name === facet);
  const valuesOf = (facet: Facet): string[] => boxesOf(facet).map(({ value }) => value);
  const checked = (facet: Facet): string[] =>
    boxesOf(facet)
      .filter((box) => box.checked)
      .map(({ value }) => value);
  const labels = new Map(boxes.map((box) => [`${box.name}:${box.value}`, box.dataset['label'] ?? box.value]));

  const known: KnownValues = knownValues({
    theme: valuesOf('theme'),
    commune: valuesOf('commune'),
    public: valuesOf('public'),
  });

  return {
    form,
    question,
    known,
    labelOf: (facet: Facet, value: string): string => labels.get(`${facet}:${value}`) ?? value,
    /** Themes that hold others, or stand alone. */
    chapters: boxesOf('theme')
      .filter((box) => box.closest('.facet-children') === null)
      .map(({ value, dataset }) => ({ slug: value, label: dataset['label'] ?? value })),
    communeOf: (slug: string): string => labels.get(`commune:${slug}`) ?? slug,

    /** What the controls say; what they cannot say stays as it was. @param before the current question */
    read(before: SearchState): SearchState {
      const lists = Object.fromEntries(listFacets.map((facet) => [facet, checked(facet)])) as Record<
        ListFacet,
        string[]
      >;
      return {
        ...lists,
        q: question.value,
        age: readAge(age.value, ageUnit.value === 'mois' ? 'mois' : 'ans'),
        around: before.around && lists.commune.length > 0,
        map: before.map,
        literally: before.literally && question.value.trim() === before.q.trim(),
      };
    },

    write(state: SearchState): void {
      if (question.value.trim() !== state.q) question.value = state.q;
      age.value = state.age === null ? '' : String(state.age.count);
      if (state.age !== null) ageUnit.value = state.age.unit;
      for (const facet of listFacets) {
        for (const box of boxesOf(facet)) box.checked = state[facet].includes(box.value);
        // What is chosen must be seen.
        if (state[facet].length > 0) openAround(boxesOf(facet).filter((box) => box.checked));
      }
    },

    /** A chapter holds its sub-themes: choosing one gives up the other, or the choice would narrow nothing. */
    keepThemesApart(changed: HTMLInputElement): void {
      if (changed.name !== 'theme' || !changed.checked) return;
      const chapter = changed.closest('.facet-chapter');
      const inside = changed.closest('.facet-children') !== null;
      for (const box of chapter?.querySelectorAll<HTMLInputElement>('input') ?? []) {
        const sameSide = (box.closest('.facet-children') !== null) === inside;
        if (!sameSide) box.checked = false;
      }
    },

    showCounts(counts: Counts): void {
      for (const box of boxes) {
        const values = counts[box.name as ListFacet];
        const place = box.parentElement?.querySelector('.facet-count');
        if (!values || !place) continue;
        const count = values[box.value] ?? 0;
        place.textContent = ` (${formatNumber(count)})`;
        box.parentElement?.classList.toggle('facet-value--none', count === 0);
      }
    },
  };
}

function openAround(boxes: readonly HTMLInputElement[]): void {
  for (const box of boxes) {
    for (let group = box.closest('details'); group; group = group.parentElement?.closest('details') ?? null) {
      // The drawer of a phone stays as the visitor left it.
      if (group.id !== ids.filters) group.open = true;
    }
  }
}
