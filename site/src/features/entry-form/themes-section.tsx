import { limitOf } from '@trame/cms/domain/entry/fields';
import { askedTogether } from './asked.ts';
import { CheckField, ChoicesField, Group } from '../service/fields.tsx';
import type { SectionProps } from './section-props.ts';
import { words } from './words.ts';

/** Themes in an order that counts, chosen chapter by chapter; then audiences. */
export function ThemesSection({ entry, change, choices, names }: SectionProps) {
  const { themes } = entry;
  const full = themes.length >= limitOf('themes');
  const choose = (id: string, checked: boolean) =>
    change({ themes: checked ? [...themes, id] : themes.filter((other) => other !== id) });
  const chapters = choices.themes.filter(({ parent }) => parent === null);

  return (
    <>
      <Group {...askedTogether('themes')}>
        {themes.length > 0 && (
          <ol class="chosen" aria-label={words.themes.chosen}>
            {themes.map((id, index) => (
              <li key={id}>
                <span class="chosen-name">
                  {names.theme(id) ?? id} {index === 0 && <span class="badge">{words.themes.first}</span>}
                </span>
                <span class="actions">
                  {index > 0 && (
                    <button
                      class="link-button"
                      type="button"
                      onClick={() => change({ themes: [id, ...themes.filter((other) => other !== id)] })}
                    >
                      {words.themes.makeFirst}
                      <span class="visually-hidden"> : {names.theme(id)}</span>
                    </button>
                  )}
                  <button class="link-button" type="button" onClick={() => choose(id, false)}>
                    {words.themes.remove}
                    <span class="visually-hidden"> : {names.theme(id)}</span>
                  </button>
                </span>
              </li>
            ))}
          </ol>
        )}
        <p class="field-help" role="status">
          {full ? words.themes.full : ''}
        </p>
        <div class="chapters">
          {chapters.map((chapter) => {
            const children = choices.themes.filter(({ parent }) => parent === chapter.id);
            const here = [chapter, ...children].filter(({ id }) => themes.includes(id)).length;
            return (
              <details key={chapter.id} class="chapter">
                <summary>
                  {chapter.name} {here > 0 && <span class="badge">{words.themes.inChapter(here)}</span>}
                </summary>
                <div class="choices">
                  {[chapter, ...children].map(({ id, name }) => (
                    <CheckField
                      key={id}
                      path={`themes.${id}`}
                      label={id === chapter.id && children.length > 0 ? words.themes.whole(name) : name}
                      checked={themes.includes(id)}
                      disabled={full && !themes.includes(id)}
                      onChecked={(checked) => choose(id, checked)}
                    />
                  ))}
                </div>
              </details>
            );
          })}
        </div>
      </Group>
      {choices.audiences.length > 0 && (
        <ChoicesField
          {...askedTogether('audiences')}
          choices={choices.audiences}
          chosen={entry.audiences}
          onChosen={(audiences) => change({ audiences })}
        />
      )}
    </>
  );
}
