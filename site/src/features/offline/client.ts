/** What the kept directory says of the page that was asked for; never a contact, which only the page itself may show. */
import { typography } from '@trame/cms/domain/french';
import { make } from '../../components/make-element.ts';
import { PACK_VERSION } from '../../view/search-bundle.ts';
import { PACK } from './what-is-kept.ts';

interface Kept {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
}

const place = document.getElementById('hors-ligne-fiche');

async function show(): Promise<void> {
  const response = await fetch(PACK);
  if (!response.ok || place === null) return;
  const { version, pages } = (await response.json()) as { version?: number; pages: readonly Kept[] };
  if (version !== PACK_VERSION) return;
  const found = pages.find(({ url }) => url === location.pathname);
  if (found === undefined) return;
  const { meta } = found;
  const rows =
    meta['activites'] === undefined ? [] : (JSON.parse(meta['activites']) as Record<string, string | null>[]);
  const facts = [meta['quand'], meta['lieu'], meta['commune'], meta['prix']].filter((fact) => fact !== undefined);
  const title = typography(meta['title'] ?? '');
  document.title = title;
  document.getElementById('hors-ligne-titre')?.replaceChildren(title);
  document.getElementById('hors-ligne-absente')?.setAttribute('hidden', '');
  document.getElementById('hors-ligne-gardee')?.removeAttribute('hidden');
  place.replaceChildren(
    ...(facts.length === 0 ? [] : [make('p', {}, typography(facts.join(', ')))]),
    make('p', {}, typography(meta['resume'] ?? '')),
    make(
      'ul',
      {},
      ...rows.map((row) =>
        make(
          'li',
          {},
          make('strong', {}, typography(row['label'] ?? '')),
          ` ${typography(['when', 'ages', 'place', 'price'].flatMap((fact) => row[fact] ?? []).join(', '))}`,
        ),
      ),
    ),
  );
}

show().catch(() => undefined);
