/** Gate: what the contract promises is there, and every published record has its page. */
import { BOOKLET_ADDRESS } from '@trame/cms/domain/contract/site/release-status';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { addressIn, isTranslated } from '@trame/site/addresses';
import { tagsOf } from '@trame/site/languages';
import { ENGINE_FILE, ENGINE_FOLDER } from '@trame/site/search-bundle';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import type { Finding } from './report.ts';

const startsWith = (text: string) => (content: Buffer) => content.subarray(0, text.length).toString('latin1') === text;
const isJson = (content: Buffer) => {
  try {
    JSON.parse(content.toString('utf8'));
    return true;
  } catch {
    return false;
  }
};

/** Files that people and programs outside count on, with how a sound one begins. */
const FILES: Readonly<Record<string, (content: Buffer) => boolean>> = {
  '/status.json': isJson,
  [BOOKLET_ADDRESS]: startsWith('%PDF-'),
  '/agenda.ics': startsWith('BEGIN:VCALENDAR'),
  '/favicon.ico': startsWith('\0\0\x01\0'),
  '/apple-touch-icon.png': startsWith('\x89PNG'),
  '/flux.xml': startsWith('<?xml'),
  '/integrer/annuaire.js': (content) => content.length > 0,
  '/integrer/donnees/tout.json': isJson,
  [`/pagefind/${ENGINE_FOLDER}/${ENGINE_FILE}`]: (content) => content.length > 0,
  '/pagefind/faits.json': isJson,
  '/pagefind/points.json': isJson,
  '/carte.json': isJson,
  '/styles.json': isJson,
  '/pagefind/hors-ligne.json': isJson,
  '/service-worker.js': (content) => content.length > 0,
  '/sitemap-index.xml': startsWith('<?xml'),
};

/** Pages that exist whatever the content is. */
const PAGES = [
  '/',
  '/404.html',
  '/recherche/',
  '/associations/',
  '/agenda/',
  '/agenda/ce-week-end/',
  '/agenda/cette-semaine/',
  '/benevolat/',
  '/guides/',
  '/ressources/',
  '/plan-d-actions/',
  '/annuaire/',
  '/abonnements/',
  '/integrer/',
  '/integrer/cadre/',
  '/donnees/',
  '/accessibilite/',
  '/mentions-legales/',
  '/confidentialite/',
  '/plan-du-site/',
  '/fiabilite/',
  '/declarer/',
  '/ma-fiche/',
  '/retrait/',
  '/mes-donnees/',
  '/connexion/',
  '/espace/',
  '/desinscription/',
  '/repondre/',
  '/prevenez-moi/',
  '/alerte/',
] as const;

export const requiredFiles: Gate = ({ release, siteExport, awaitsBooklet }) => {
  const findings: Finding[] = [];
  const add = (message: string, where: string) => findings.push({ gate: 'required-files', message, where });

  for (const [file, isSound] of Object.entries(FILES)) {
    if (awaitsBooklet && file === BOOKLET_ADDRESS) {
      // It would be the one of before, of which something was taken off.
      if (release.files.has(file)) add(messages.formerBooklet(file), file);
      continue;
    }
    if (!release.files.has(file)) add(messages.missingFile(file), file);
    else if (!isSound(release.read(file))) add(messages.damagedFile(file), file);
  }
  for (const address of PAGES) if (!release.page(address)) add(messages.missingFile(address), address);

  const records: [string, string][] = [
    ...siteExport.associations.map(({ name, slug }): [string, string] => [name, publicPaths.association(slug)]),
    ...siteExport.events.map(({ title, slug }): [string, string] => [title, publicPaths.event(slug)]),
    ...siteExport.guides.map(({ title, slug }): [string, string] => [title, publicPaths.guide(slug)]),
    ...siteExport.resources.map(({ title, slug }): [string, string] => [title, publicPaths.resource(slug)]),
  ];
  for (const [title, address] of records)
    if (!release.page(address)) add(messages.missingPage(title, address), address);

  for (const language of tagsOf(siteExport.languages))
    for (const [title, french] of [['Accueil', '/'] as const, ...records.filter(([, at]) => isTranslated(at))]) {
      const address = addressIn(language, french);
      if (!release.page(address)) add(messages.missingPage(title, address), address);
    }
  return findings;
};
