import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import { changedFields } from '@trame/cms/domain/entry/difference';
import { entryFieldLabels } from '@trame/cms/domain/entry/fields';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { fieldInWords } from '@trame/cms/domain/entry/entry-in-words';
import { useMemo } from 'preact/hooks';
import { namesOf } from './names.ts';
import { words } from './words.ts';

/** Addresses under which a logo is seen: as it is, and as it would be. */
export interface LogoPictures {
  readonly before: string | null;
  readonly after: string | null;
}

interface Props {
  readonly before: EntryForm;
  readonly after: EntryForm;
  readonly pictures: LogoPictures;
  readonly choices: EntryChoices;
}

/** What changes, in words: of a list only the lines that come and go, of a text the one and the other. */
export function ChangesList({ before, after, pictures, choices }: Props) {
  const names = useMemo(() => namesOf(choices), [choices]);
  return (
    <dl class="changes">
      {changedFields(before, after).map((field) => {
        const was = fieldInWords(before, field, names);
        const is = fieldInWords(after, field, names);
        const gone = was.filter((line) => !is.includes(line));
        const come = is.filter((line) => !was.includes(line));
        // Only the order changed: both are shown whole.
        const same = gone.length === 0 && come.length === 0;
        return (
          <div key={field}>
            <dt>{entryFieldLabels[field]}</dt>
            <dd>
              <Lines tag="del" label={words.review.before} lines={same ? was : gone} />
              <Lines tag="ins" label={words.review.after} lines={same ? is : come} />
              {field === 'logo' && (
                <Logos pictures={pictures} alt={after.logo.choice === 'new' ? after.logo.alt : ''} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What will be seen, beside what is: words alone do not say whether it is the right picture, or the right way up. */
function Logos({ pictures: { before, after }, alt }: { pictures: LogoPictures; alt: string }) {
  return (
    <div class="picture-changes">
      {before && (
        <figure>
          <div class="picture-frame picture-frame--gone">
            <img src={before} alt={words.logo.current} />
          </div>
          <figcaption class="changes-label">{words.review.before}</figcaption>
        </figure>
      )}
      {after && (
        <figure>
          <div class="picture-frame">
            <img src={after} alt={alt} />
          </div>
          <figcaption class="changes-label">{words.review.after}</figcaption>
        </figure>
      )}
    </div>
  );
}

function Lines({ tag: Tag, label, lines }: { tag: 'del' | 'ins'; label: string; lines: readonly string[] }) {
  if (lines.length === 0 && Tag === 'del') return null;
  return (
    <div class={`changes-${Tag}`}>
      <span class="changes-label">{label}</span>
      {lines.length === 0 ? (
        <p class="soft">{words.review.nothing}</p>
      ) : (
        lines.map((line) => (
          <p key={line}>
            <Tag>{line}</Tag>
          </p>
        ))
      )}
    </div>
  );
}
