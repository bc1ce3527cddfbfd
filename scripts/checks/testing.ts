/** A small release on disk that every gate accepts, for the tests to spoil in one place at a time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { ENGINE_FILE, ENGINE_FOLDER } from '@trame/site/search-bundle';
import type { Gate, GateInput } from './gate.ts';
import { readRelease } from './release.ts';

export const SITE_URL = 'https://site.example';

const demo = toSiteExport(demoContent({ today: '2026-09-05' }));
/** A few real records: enough for every kind of page, little enough to read in a failure. */
export const smallExport: SiteExport = {
  ...demo,
  associations: demo.associations.slice(0, 3),
  events: demo.events.slice(0, 2),
  guides: demo.guides.slice(0, 2),
  resources: demo.resources.slice(0, 2),
  actionPlans: [],
};

const WAYS = '<a href="/recherche/">Chercher</a><a href="/plan-du-site/">Plan</a>';

export const html = (body: string, head = '<title>Titre</title>', lang = 'fr') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body><a href="#contenu">Contenu</a><main id="contenu"><h1>Titre</h1>${body}</main>${WAYS}</body></html>`;

export type Files = Record<string, string | Buffer>;

const PAGES = [
  '',
  'recherche/',
  'associations/',
  'agenda/',
  'agenda/ce-week-end/',
  'agenda/cette-semaine/',
  'benevolat/',
  'guides/',
  'ressources/',
  'plan-d-actions/',
  'annuaire/',
  'abonnements/',
  'integrer/',
  'integrer/cadre/',
  'donnees/',
  'accessibilite/',
  'mentions-legales/',
  'confidentialite/',
  'plan-du-site/',
  'fiabilite/',
  'declarer/',
  'ma-fiche/',
  'retrait/',
  'mes-donnees/',
  'desinscription/',
  'repondre/',
  'prevenez-moi/',
  'alerte/',
  'connexion/',
  'espace/',
];

/** One page, its lines of text and one link: what Typst writes, uncompressed. */
export function pdf(text: string | readonly string[], link = 'https://site.example/'): Buffer {
  const shown = (line: string) =>
    `BT /f0 10 Tf (${[...line].map((char) => `\\000\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')}) Tj ET`;
  const content = [text].flat().map(shown).join(' ');
  const map = '1 beginbfrange <0020> <007e> <0020> endbfrange';
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Page /Contents 2 0 R /Resources << /Font << /f0 3 0 R >> >> >>\nendobj\n` +
      `2 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n` +
      `3 0 obj\n<< /Type /Font /ToUnicode 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${map.length} >>\nstream\n${map}\nendstream\nendobj\n` +
      `5 0 obj\n<< /Subtype /Link /A << /URI (${link}) >> >>\nendobj\n%%EOF\n`,
    'latin1',
  );
}

export function soundFiles(): Files {
  const records = [
    ...smallExport.associations.map(({ slug }) => publicPaths.association(slug)),
    ...smallExport.events.map(({ slug }) => publicPaths.event(slug)),
    ...smallExport.guides.map(({ slug }) => publicPaths.guide(slug)),
    ...smallExport.resources.map(({ slug }) => publicPaths.resource(slug)),
  ].map((address) => address.slice(1));
  const pages = [...PAGES, ...records];
  return {
    ...Object.fromEntries(pages.map((page) => [`${page}index.html`, html('<a href="/">Accueil</a>')])),
    '404.html': html(''),
    'status.json': '{"release":"r1"}',
    'favicon.ico': Buffer.from([0, 0, 1, 0]),
    'apple-touch-icon.png': Buffer.from('\x89PNG', 'latin1'),
    'agenda.ics': 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    'flux.xml': `<?xml version="1.0"?><feed><link rel="alternate" href="${SITE_URL}/"/></feed>`,
    'integrer/annuaire.js': '(function(){})()',
    'integrer/donnees/tout.json': '{}',
    'annuaire.pdf': pdf('Annuaire'),
    [`pagefind/${ENGINE_FOLDER}/${ENGINE_FILE}`]: 'x',
    'pagefind/faits.json': '{}',
    'pagefind/hors-ligne.json': '{}',
    'pagefind/points.json': '{}',
    'carte.json': '{}',
    'styles.json': '{}',
    'service-worker.js': '(function(){})()',
    'sitemap-index.xml': `<?xml version="1.0"?><sitemapindex><sitemap><loc>${SITE_URL}/sitemap-0.xml</loc></sitemap></sitemapindex>`,
    'sitemap-0.xml': `<?xml version="1.0"?><urlset>${pages.map((page) => `<url><loc>${SITE_URL}/${page}</loc></url>`).join('')}</urlset>`,
  };
}

/** Writes the files, asks the gate, removes them. A file set to `undefined` is left out. */
export function ask(
  gate: Gate,
  changes: Record<string, string | Buffer | undefined> = {},
  input: Partial<GateInput> = {},
) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trame-checks-'));
  try {
    for (const [name, content] of Object.entries({ ...soundFiles(), ...changes })) {
      if (content === undefined) continue;
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return gate({
      release: readRelease(folder, SITE_URL),
      siteExport: smallExport,
      previousPages: null,
      acceptLoss: false,
      awaitsBooklet: false,
      ...input,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
