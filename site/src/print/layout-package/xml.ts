/** The tagged text of a booklet, as `LISEZ-MOI.txt` (`texts.ts`) describes it to a designer. */
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { typography } from '@trame/cms/domain/french';
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { withoutForbidden } from '../../view/xml-text.ts';
import type { PackedChapter, PackedEntry } from './entries.ts';
import { words } from './texts.ts';

export const LAYOUT_FORMAT = 'trame-mise-en-page/1';

/** Adds an element that holds a text; nothing when there is none. */
function add(parent: XMLBuilder, name: string, text: string | null, attributes: Record<string, string> = {}): void {
  if (text === null || text === '') return;
  const clean = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, withoutForbidden(value)]));
  parent.ele(name, clean).txt(withoutForbidden(text));
}

/**
 * The whole booklet. One element a line and no indentation: a layout program takes every line break for a paragraph.
 * @param imageOf address of a picture in the package, relative to the document; null when it is not there
 */
export function bookletXml(
  { edition }: PrintExport,
  chapters: readonly PackedChapter[],
  imageOf: (entry: PackedEntry) => string | null,
): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('annuaire', {
    format: LAYOUT_FORMAT,
    titre: withoutForbidden(typography(edition.title)),
    annee: String(edition.year),
  });
  if (edition.editorial !== null) {
    const editorial = root.ele('editorial');
    for (const paragraph of edition.editorial.split(/\s*\n\s*/)) add(editorial, 'paragraphe', typography(paragraph));
    add(editorial, 'signature', edition.editorialAuthor && typography(edition.editorialAuthor));
  }
  for (const { name, description, entries } of chapters) {
    const chapter = root.ele('chapitre', { nom: withoutForbidden(name) });
    add(chapter, 'titre-chapitre', name);
    add(chapter, 'presentation', description);
    for (const entry of entries) addEntry(chapter, entry, imageOf(entry));
  }
  if (edition.usefulNumbers.length > 0) {
    const numbers = root.ele('numeros-utiles');
    for (const { name, number, note } of edition.usefulNumbers) {
      const one = numbers.ele('numero');
      add(one, 'intitule', typography(name));
      add(one, 'appel', number);
      add(one, 'note', note && typography(note));
    }
  }
  return document.end({ prettyPrint: true, indent: '', newline: '\n' });
}

function addEntry(chapter: XMLBuilder, entry: PackedEntry, image: string | null): void {
  const one = chapter.ele('association', { id: entry.id, rang: String(entry.rank) });
  if (image !== null) one.ele('logo', { href: image });
  add(one, 'nom', entry.name);
  add(one, 'sigle', entry.acronym);
  add(one, 'lieu', entry.commune);
  add(one, 'specialite', entry.themes[0] ?? null);
  add(one, 'publics', entry.audiences.join(', '));
  for (const paragraph of entry.summary) add(one, 'resume', paragraph);
  for (const activity of entry.activities) {
    const element = one.ele('activite');
    add(element, 'libelle', activity.label);
    add(element, 'description', activity.description);
    add(element, 'ages', activity.ages);
    for (const slot of activity.slots) add(element, 'horaire', slot);
    add(element, 'tarif', activity.price);
    add(element, 'endroit', activity.place);
    add(element, 'saison', activity.season);
  }
  for (const contact of entry.contacts) {
    const element = one.ele('contact');
    add(element, 'role', contact.role);
    add(element, 'personne', contact.name);
    add(element, 'telephone', contact.phone);
    add(element, 'courriel', contact.email);
  }
  if (entry.address.length > 0) {
    const element = one.ele('adresse');
    for (const line of entry.address) add(element, 'ligne', line);
  }
  add(one, 'site', entry.website);
  for (const { name, url } of entry.networks) add(one, 'reseau', url, { sur: name });
  if (entry.seeksVolunteers) add(one, 'benevoles', entry.volunteersNote ?? words.seeks, { cherche: words.yes });
  add(one, 'accessibilite', entry.accessibility);
  add(one, 'verifiee', entry.verifiedOn);
}
