/** Which press the inks are meant for, said in the file and with its profile (ISO 15930: GTS_PDFX). */
import { PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import type { PressProfile } from './profile.ts';

/** Printing conditions of the ICC's registry, told by what their usual profiles call themselves. */
const registered: readonly (readonly [inName: RegExp, identifier: string])[] = [
  [/fogra\s*39|iso ?coated ?v2/i, 'FOGRA39'],
  [/fogra\s*47|pso ?uncoated ?iso/i, 'FOGRA47'],
  [/fogra\s*51|pso ?coated ?v3/i, 'FOGRA51'],
  [/fogra\s*52|pso ?uncoated ?v3/i, 'FOGRA52'],
];

export function setOutputIntent(document: PDFDocument, profile: PressProfile): void {
  const { context } = document;
  const embedded = context.register(context.flateStream(profile.bytes, { N: 4, Alternate: 'DeviceCMYK' }));
  const identifier = registered.find(([inName]) => inName.test(profile.name))?.[1];
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: embedded });
  const say = (key: string, text: string) => intent.set(PDFName.of(key), PDFHexString.fromText(text));
  // "Custom" is the registry's own word for a condition that only its profile describes.
  say('OutputConditionIdentifier', identifier ?? 'Custom');
  say('OutputCondition', profile.name);
  say('Info', profile.name);
  if (identifier !== undefined) say('RegistryName', 'http://www.color.org');
  document.catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}
