/** What the file says of itself: its standard, its press, its identity; and what has no place in it. */
import { createHash } from 'node:crypto';
import { PDFArray, type PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { judged, Places, type MakeCheck } from '../check.ts';
import { asDict, bytesOf, dictIn, entry, listIn, nameIn, numberIn, rawEntry, resolve, textIn } from '../pdf-objects.ts';
import { counted, words } from '../texts.ts';

/** PDF/X-4 is a PDF 1.6 (ISO 15930-7), PDF/X-1a:2003 a PDF 1.4 (ISO 15930-4). */
const headers = { 'PDF/X-4': '1.6', 'PDF/X-1a:2003': '1.4' } as const;

export const pdfxVersion: MakeCheck = ({ document, bytes, expected }) => {
  const places = new Places(expected.file);
  const say = (detail: string) => places.add(null, detail);
  const header = /^%PDF-(\d\.\d)/.exec(bytes.toString('latin1', 0, 8))?.[1] ?? 'sans version';
  const wanted = headers[expected.standard];
  if (header !== wanted) say(`PDF ${header} au lieu de ${wanted}`);
  const override = nameIn(document.catalog, 'Version');
  if (override !== undefined && override !== wanted) say(`PDF ${override} dans le catalogue`);

  const inInfo = textIn(infoOf(document), 'GTS_PDFXVersion');
  // PDF/X-4 is declared in XMP; Info may repeat it. PDF/X-1a:2003 is declared in Info.
  if (inInfo === undefined ? expected.standard !== 'PDF/X-4' : inInfo !== expected.standard) {
    say(`norme «\u00a0${inInfo ?? 'absente'}\u00a0» dans les informations du document`);
  }
  const inXmp = xmpValue(xmpOf(document), 'GTS_PDFXVersion');
  if (inXmp !== expected.standard) say(`norme «\u00a0${inXmp ?? 'absente'}\u00a0» dans les métadonnées XMP`);
  return { verdict: () => judged(words.version, places, `${expected.standard}, PDF ${wanted} demandés`) };
};

export const metadata: MakeCheck = ({ document, expected }) => {
  const places = new Places(expected.file);
  const say = (detail: string) => places.add(null, detail);
  const info = infoOf(document);
  const xmp = xmpOf(document);
  const title = textIn(info, 'Title') ?? '';
  if (title === '') say('sans titre');
  else if (xmpText(xmp, 'dc:title') !== title) say('deux titres différents');
  for (const [key, inXmp] of [
    ['CreationDate', 'CreateDate'],
    ['ModDate', 'ModifyDate'],
  ] as const) {
    const digits = (text: string | undefined) => text?.replace(/\D/g, '').slice(0, 14) ?? '';
    const date = digits(textIn(info, key));
    if (date.length < 14) say(`date ${key} absente`);
    else if (digits(xmpValue(xmp, inXmp)) !== date) say(`deux dates ${key} différentes`);
  }
  const trapped = nameIn(info, 'Trapped');
  if (trapped !== 'True' && trapped !== 'False') say('recouvrement (Trapped) non précisé');
  const id = resolve(document.context, document.context.trailerInfo.ID);
  if (!(id instanceof PDFArray) || id.size() !== 2) say('sans identifiant');
  return {
    verdict: () => judged(words.metadata, places, places.count === 0 ? 'concordants' : counted(places.count, 'écart')),
  };
};

const infoOf = (document: Parameters<MakeCheck>[0]['document']): PDFDict | undefined =>
  asDict(resolve(document.context, document.context.trailerInfo.Info));

function xmpOf(document: Parameters<MakeCheck>[0]['document']): string {
  const stream = entry(document.catalog, 'Metadata');
  if (!(stream instanceof PDFStream)) return '';
  try {
    return Buffer.from(bytesOf(stream)).toString('utf8');
  } catch {
    return '';
  }
}

/** A property written as an element or as an attribute, whatever its prefix. */
function xmpValue(xmp: string, name: string): string | undefined {
  const found = new RegExp(`:${name}(?:>([^<]*)<|\\s*=\\s*"([^"]*)")`).exec(xmp);
  return found?.[1] ?? found?.[2];
}

/** The first text of a language alternative. */
function xmpText(xmp: string, name: string): string | undefined {
  const inside = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1];
  const text = inside === undefined ? undefined : (/<rdf:li[^>]*>([^<]*)</.exec(inside)?.[1] ?? inside.trim());
  return text
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

export const outputIntent: MakeCheck = ({ document, expected }) => {
  const places = new Places(expected.file);
  const say = (detail: string) => places.add(null, detail);
  const intents = listIn(document.catalog, 'OutputIntents').flatMap((one) => asDict(one) ?? []);
  const press = intents.filter((intent) => nameIn(intent, 'S') === 'GTS_PDFX');
  const [intent] = press;
  if (intent === undefined) say('aucune presse désignée (GTS_PDFX)');
  else {
    if (press.length > 1) say('plusieurs presses désignées');
    if ((textIn(intent, 'OutputConditionIdentifier') ?? '') === '') say('condition d’impression sans nom');
    const profile = entry(intent, 'DestOutputProfile');
    if (!(profile instanceof PDFStream)) say('profil absent');
    else inspectProfile(profile, expected, say);
  }
  return { verdict: () => judged(words.outputIntent, places, `profil «\u00a0${expected.profile.name}\u00a0» attendu`) };
};

function inspectProfile(
  profile: PDFStream,
  expected: Parameters<MakeCheck>[0]['expected'],
  say: (detail: string) => void,
): void {
  if (numberIn(profile.dict, 'N') !== 4) say('profil qui n’a pas quatre encres');
  let icc: Buffer;
  try {
    icc = Buffer.from(bytesOf(profile));
  } catch {
    return say('profil illisible');
  }
  if (createHash('sha256').update(icc).digest('hex') !== expected.profile.sha256)
    say('un autre profil que celui demandé');
  if (icc.toString('latin1', 12, 20) !== 'prtrCMYK') say('profil qui n’est pas celui d’une presse CMJN');
  if (expected.standard === 'PDF/X-1a:2003' && icc[8] !== 2) {
    say(
      'profil ICC version 4, trop récent pour PDF/X-1a\u00a0: choisissez PDF/X-4, ou demandez la version 2 à votre imprimeur',
    );
  }
}

export const transparency: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  let objects = 0;
  return {
    paint: (paint) => {
      const what = paint.kind === 'group' ? 'groupe de transparence' : paint.transparency;
      if (what === null) return;
      objects += 1;
      if (expected.standard === 'PDF/X-1a:2003') places.add(paint.page, what);
    },
    verdict: () => {
      const found = objects === 0 ? 'aucune' : counted(objects, 'objet transparent', 'objets transparents');
      const rule = expected.standard === 'PDF/X-4' ? 'permise par PDF/X-4' : 'interdite par PDF/X-1a';
      return judged(words.transparency, places, `${found} (${rule})`);
    },
  };
};

const inCatalog = [
  ['OpenAction', 'action à l’ouverture'],
  ['AA', 'actions'],
  ['AcroForm', 'formulaire'],
  ['OCProperties', 'calques'],
  ['Collection', 'fichiers joints'],
] as const;

export const screenParts: MakeCheck = ({ document, expected, pages }) => {
  const places = new Places(expected.file);
  for (const [key, what] of inCatalog) if (rawEntry(document.catalog, key) !== undefined) places.add(null, what);
  const names = dictIn(document.catalog, 'Names');
  if (entry(names, 'JavaScript') !== undefined) places.add(null, 'script');
  if (entry(names, 'EmbeddedFiles') !== undefined) places.add(null, 'fichiers joints');
  for (const { number, node } of pages) {
    const annotations = listIn(node, 'Annots').length;
    if (annotations > 0) places.add(number, counted(annotations, 'lien ou annotation', 'liens ou annotations'));
    if (entry(node, 'AA') !== undefined) places.add(number, 'actions');
  }
  return {
    verdict: () => judged(words.screenParts, places, places.count === 0 ? 'aucun' : counted(places.count, 'trouvé')),
  };
};
