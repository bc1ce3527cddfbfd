import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import { entryFieldLabels, type EntryField } from '@trame/cms/domain/entry/fields';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { fieldInWords } from '@trame/cms/domain/entry/entry-in-words';
import { useMemo } from 'preact/hooks';
import { namesOf } from './names.ts';

/** In the order of a reader, not of the form. */
const FIELDS: readonly EntryField[] = [
  'summary',
  'activities',
  'themes',
  'audiences',
  'commune',
  'communesOfActivity',
  'address',
  'contacts',
  'website',
  'networks',
  'howToJoin',
  'description',
  'seeksVolunteers',
  'volunteersNote',
  'accessibility',
  'acronym',
  'foundedYear',
];

/** Fields that hold names, which stand in one line. */
const NAMES: readonly EntryField[] = ['themes', 'audiences', 'communesOfActivity'];

/** The entry as a list of facts: what the office holds and shows, said in words. */
export function PublicView({ entry, choices }: { entry: EntryForm; choices: EntryChoices }) {
  const names = useMemo(() => namesOf(choices), [choices]);
  return (
    <dl class="facts">
      {FIELDS.map((field) => {
        const said = fieldInWords(entry, field, names);
        if (said.length === 0 || (field === 'seeksVolunteers' && !entry.seeksVolunteers)) return null;
        const lines = NAMES.includes(field) ? [said.join(', ')] : said;
        return (
          <div key={field}>
            <dt>{entryFieldLabels[field]}</dt>
            <dd>
              {lines.map((line, index) => (
                <p key={index}>{line}</p>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
