/** What is copied into another site. */
import { embedPaths } from '../../view/embed/paths.ts';

export interface Choice {
  /** Of the site of the directory, without a slash at the end. */
  readonly siteUrl: string;
  /** Null for the whole territory. */
  readonly commune: { readonly inseeCode: string; readonly slug: string; readonly name: string } | null;
  readonly theme: { readonly slug: string } | null;
  /** `#rrggbb`; null for the colour of the text around. */
  readonly colour: string | null;
  /** What the frame and the link in the element are called. */
  readonly title: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const attributes = (values: readonly (readonly [string, string | null | undefined])[]): string =>
  values.map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : '')).join('');

/** The page that says the same, for whoever has no script. */
const pageOf = ({ siteUrl, commune }: Choice): string =>
  siteUrl + (commune === null ? '/associations/' : `/communes/${commune.slug}/`);

export function tagSnippet(choice: Choice): string {
  const { siteUrl, commune, theme, colour, title } = choice;
  const given = attributes([
    ['commune', commune?.inseeCode],
    ['theme', theme?.slug],
    ['style', colour && `--trame-couleur: ${colour}`],
  ]);
  return [
    `<script src="${escaped(siteUrl + embedPaths.script)}" defer></script>`,
    `<annuaire-associations${given}>`,
    `  <a href="${escaped(pageOf(choice))}">${escaped(title)}</a>`,
    '</annuaire-associations>',
  ].join('\n');
}

export function frameSnippet({ siteUrl, commune, theme, title }: Choice): string {
  const query = theme === null ? '' : `?theme=${encodeURIComponent(theme.slug)}`;
  const src = siteUrl + embedPaths.frame(commune?.slug ?? null) + query;
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" width="100%" height="800" style="border: 0" loading="lazy"></iframe>`;
}

export function shortcodeSnippet({ commune, theme, colour }: Choice): string {
  const given = attributes([
    ['commune', commune?.inseeCode],
    ['theme', theme?.slug],
    ['couleur', colour],
  ]);
  return `[annuaire_associations${given}]`;
}

/** A plugin of one file; every value that an author types is escaped by WordPress. */
export const pluginSnippet = (siteUrl: string): string => `<?php
/**
 * Plugin Name: Annuaire des associations
 * Description: Le code court [annuaire_associations] montre l’annuaire des associations dans une page.
 * Version: 1.0
 */
add_shortcode('annuaire_associations', function ($attributs) {
    $choix = shortcode_atts(['commune' => '', 'theme' => '', 'niveau' => '', 'couleur' => ''], $attributs, 'annuaire_associations');
    wp_enqueue_script('annuaire-associations', '${siteUrl.replace(/['\\]/g, '\\$&')}${embedPaths.script}', [], null, ['strategy' => 'defer', 'in_footer' => true]);
    $html = '<annuaire-associations';
    foreach (['commune', 'theme', 'niveau'] as $nom) {
        if ($choix[$nom] !== '') {
            $html .= ' ' . $nom . '="' . esc_attr($choix[$nom]) . '"';
        }
    }
    $couleur = sanitize_hex_color($choix['couleur']);
    if ($couleur) {
        $html .= ' style="--trame-couleur: ' . esc_attr($couleur) . '"';
    }
    return $html . '></annuaire-associations>';
});
`;

/** What a site with a policy of its own has to allow (Content-Security-Policy). */
export const policySnippet = (siteUrl: string): string => {
  const { origin } = new URL(siteUrl);
  return `script-src ${origin}; connect-src ${origin}`;
};
