import { joinFacts } from '../../i18n/facts.ts';
import type { LookAlikes } from '@trame/cms/domain/contract/associations/my-entry';
import { OfficeContact, Screen } from '../service/screen.tsx';
import { words } from './words.ts';

interface Props {
  readonly found: LookAlikes['found'];
  readonly onNone: () => void;
  readonly onBack: () => void;
}

/** The associations that look like this one: a second entry of the same serves nobody. */
export function LookAlikesScreen({ found, onNone, onBack }: Props) {
  return (
    <Screen title={words.alike.title} lead={words.alike.lead}>
      <div class="flow">
        <ul class="rows">
          {found.map(({ name, commune, pageUrl, why }) => (
            <li key={`${name}${commune}`} class="row">
              <h2 class="row-title">{name}</h2>
              <p class="row-text">{joinFacts([commune, why === 'rna' ? words.alike.sameRna : words.alike.sameName])}</p>
              {pageUrl && (
                <p>
                  <a class="tall-link" href={pageUrl} target="_blank" rel="noopener">
                    {words.alike.see}
                    <span class="visually-hidden">{words.alike.seeOf(name)}</span>
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
        <div class="actions actions--end">
          <button class="button" type="button" onClick={onNone}>
            {words.alike.none}
          </button>
          <button class="link-button" type="button" onClick={onBack}>
            {words.alike.back}
          </button>
        </div>
        <OfficeContact />
      </div>
    </Screen>
  );
}
