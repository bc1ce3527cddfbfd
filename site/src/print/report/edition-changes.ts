/** Who came, who left and what changed since the edition before. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import type { EntryChange, PrintReport } from '@trame/cms/domain/contract/press/print-report';
import { compareFrench } from '@trame/cms/domain/french';
import { indexContent } from '../../content/index-content.ts';
import { selectEntries } from '../select-entries.ts';
import { changedFields } from './texts.ts';

type Field = keyof typeof changedFields;
const fields = Object.keys(changedFields) as Field[];

/** A picture is the same under another address, and with another caption, which is not printed. */
const printed = (association: Association, field: Field): unknown =>
  field === 'logo' ? (association.logo?.hash ?? null) : association[field];

const entriesOf = ({ content, edition }: PrintExport): Map<string, Association> =>
  new Map(selectEntries(indexContent(content), edition).map((association) => [association.id, association]));

/**
 * Compares printed entries by documentId: a new name is a change, not a departure. Only what is printed counts, and the day of
 * verification does not: it changes every year.
 * @returns null when there was no edition before
 */
export function editionChanges(current: PrintExport, previous: PrintExport | null): PrintReport['changes'] {
  if (previous === null) return null;
  const [now, before] = [entriesOf(current), entriesOf(previous)];
  const change = ({ id, name }: Association, what: string[]): EntryChange => ({ association: id, name, what });
  const byName = (changes: EntryChange[]) => changes.sort((a, b) => compareFrench(a.name, b.name));

  const came = [...now.values()].filter(({ id }) => !before.has(id)).map((one) => change(one, []));
  const left = [...before.values()].filter(({ id }) => !now.has(id)).map((one) => change(one, []));
  const changed = [...now.values()].flatMap((one) => {
    const old = before.get(one.id);
    const what = old
      ? fields.filter((field) => JSON.stringify(printed(one, field)) !== JSON.stringify(printed(old, field)))
      : [];
    return what.length === 0
      ? []
      : [
          change(
            one,
            what.map((field) => changedFields[field]),
          ),
        ];
  });
  const { title, year } = previous.edition;
  return { since: `${title}, ${year}`, came: byName(came), left: byName(left), changed: byName(changed) };
}
