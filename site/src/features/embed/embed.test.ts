import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { openContentOf } from '../../view/open-data/testing/open-files.ts';
import { embedLists } from '../../view/embed/lists.ts';
import { embedPaths } from '../../view/embed/paths.ts';
import type { EmbedList } from '../../view/embed/shape.ts';
import { EMBED_PARTS, EMBED_VARIABLES } from './documented.ts';
import { find } from './element/find.ts';
import { frameSnippet, pluginSnippet, policySnippet, shortcodeSnippet, tagSnippet, type Choice } from './snippets.ts';

const SITE = 'https://annuaire.example';
const source = (file: string) => readFileSync(new URL(`element/${file}`, import.meta.url), 'utf8');

const collected = (text: string) => {
  const found = noContacts();
  collectContacts(text, found);
  return found;
};

const demo = toSiteExport(demoContent({ today: '2026-09-05' }));
const lists = embedLists(openContentOf(demo, SITE));
const listAt = (path: string) => JSON.parse(lists.get(path)?.() ?? 'null') as EmbedList;
const whole = listAt(embedPaths.list(null));

describe('the lists of the element', () => {
  it('name every association, and those of a commune in its own', () => {
    expect(whole.fiches).toHaveLength(demo.associations.length);
    for (const { id, inseeCode } of demo.communes) {
      const own = demo.associations.filter((one) => one.commune === id || one.communesOfActivity.includes(id));
      expect(
        listAt(embedPaths.list(inseeCode))
          .fiches.map((one) => one.id)
          .sort(),
      ).toEqual(own.map((one) => one.id).sort());
    }
  });

  it('hold what an entry refers to, and nothing that no entry does', () => {
    for (const path of lists.keys()) {
      const list = listAt(path);
      for (const [listed, said] of [
        [list.themes, list.fiches.flatMap(({ themes }) => themes)],
        [list.publics, list.fiches.flatMap(({ publics }) => publics)],
        [list.communes, list.fiches.flatMap(({ communes }) => communes)],
      ] as const)
        expect(new Set(listed.map(({ id }) => id)), path).toEqual(new Set(said));
    }
  });

  it('make no telephone number of figures that stand apart', () => {
    const summary = 'Le 06 du mois. Le 39 du mois. Le 98 du mois. Le 00 du mois. Le 42 du mois.';
    const associations = demo.associations.map((one) => ({ ...one, summary }));
    const text = embedLists(openContentOf({ ...demo, associations }, SITE)).get(embedPaths.list(null))?.() ?? '';
    expect(collected(text).phones.size).toBe(0);
    expect((JSON.parse(text) as EmbedList).fiches[0]?.mots).toMatch(/\b06\b.*\b39\b/);
  });

  it('say no contact, though an association writes it in its summary and agreed for the site alone', () => {
    const [first] = demo.associations;
    const contact = { role: null, name: null, phone: '+33639980042', email: null };
    const summary = 'Appelez le 06 39 98 00 42.';
    const associations = demo.associations.map((one) =>
      one === first ? { ...one, summary, contacts: [contact] } : one,
    );
    const text = [...embedLists(openContentOf({ ...demo, associations }, SITE)).values()].map((body) => body()).join();
    expect(text).not.toMatch(/06.?39.?98.?00.?42/);
  });
});

describe('a question', () => {
  const ask = (asked: Partial<Parameters<typeof find>[1]>) =>
    find(whole.fiches, { question: '', theme: '', audience: '', commune: '', ...asked });

  it('finds all when nothing is asked', () => expect(ask({})).toHaveLength(whole.fiches.length));
  it('finds words whatever their case, accents, elision and plural', () => {
    const one = whole.fiches.find(({ nom }) => nom === 'Le Chœur des Coteaux')!;
    for (const question of ['chœur', 'CHOEUR', 'coteau chœurs', 'l’chœur', 'chœur'.normalize('NFD'), 'cézac choeur'])
      expect(
        ask({ question }).map(({ id }) => id),
        question,
      ).toContain(one.id);
  });
  it('puts first what is called so', () => {
    const [named, other] = [
      { ...whole.fiches[0]!, id: 'b', nom: 'Le Judo', mots: 'judo' },
      { ...whole.fiches[0]!, id: 'a', nom: 'Omnisports', mots: 'omnisports judo' },
    ];
    const asked = { question: 'judo', theme: '', audience: '', commune: '' };
    expect(find([other, named], asked).map(({ id }) => id)).toEqual(['b', 'a']);
  });
  it('wants every criterion', () => {
    const { id } = whole.communes[0]!;
    const theme = whole.themes[0]!.id;
    const found = ask({ commune: id, theme });
    expect(found.every(({ communes, themes }) => communes.includes(id) && themes.includes(theme))).toBe(true);
    expect(ask({ question: 'zzzz' })).toEqual([]);
  });
});

describe('what is copied', () => {
  const choice: Choice = {
    siteUrl: SITE,
    commune: { inseeCode: '33473', slug: 'saint-savin', name: 'Saint-Savin' },
    theme: { slug: 'sports' },
    colour: '#1f5b57',
    title: 'Annuaire « des » "associations" <&>',
  };
  it('is a tag with a link for whoever has no script', () => {
    expect(tagSnippet(choice)).toBe(
      `<script src="https://annuaire.example/integrer/annuaire.js" defer></script>
<annuaire-associations commune="33473" theme="sports" style="--trame-couleur: #1f5b57">
  <a href="https://annuaire.example/communes/saint-savin/">Annuaire « des » &quot;associations&quot; &lt;&amp;&gt;</a>
</annuaire-associations>`,
    );
    expect(tagSnippet({ ...choice, commune: null, theme: null, colour: null })).toContain('<annuaire-associations>\n');
  });
  it('is a frame, a short code, a plugin and a policy', () => {
    expect(frameSnippet(choice)).toContain('src="https://annuaire.example/integrer/cadre/saint-savin/?theme=sports"');
    expect(shortcodeSnippet(choice)).toBe('[annuaire_associations commune="33473" theme="sports" couleur="#1f5b57"]');
    expect(pluginSnippet(SITE)).toContain(`'${SITE}/integrer/annuaire.js'`);
    expect(policySnippet(`${SITE}/sous`)).toBe(`script-src ${SITE}; connect-src ${SITE}`);
  });
});

describe('what is documented', () => {
  it('is what the element has', () => {
    const css = source('element.css');
    expect(EMBED_VARIABLES.filter((name) => !css.includes(`var(${name}`))).toEqual([]);
    expect(
      [...css.matchAll(/var\((--trame-[a-z]+)/g)]
        .map(([, name]) => name)
        .every((name) => (EMBED_VARIABLES as readonly string[]).includes(name ?? '')),
    ).toBe(true);
    const code = source('annuaire-associations.ts') + source('record-view.ts');
    expect(EMBED_PARTS.filter((name) => !code.includes(`part: '${name}'`) && !code.includes(`, '${name}')`))).toEqual(
      [],
    );
  });
});
