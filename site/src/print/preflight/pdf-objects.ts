/**
 * The object layer of a PDF: dictionaries, references and streams, read with pdf-lib's parser. What stands above it (colour spaces,
 * fonts, content) is read by this folder's own code: no library that runs here says what a page paints, and in which inks.
 */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

const names = new Map<string, PDFName>();

/** pdf-lib decodes a name each time it is asked for one. */
function nameOf(key: string): PDFName {
  let name = names.get(key);
  if (name === undefined) names.set(key, (name = PDFName.of(key)));
  return name;
}

/** What an entry leads to, references followed; undefined when it is absent or null. */
export function entry(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
  return dictionary === undefined ? undefined : resolve(dictionary.context, dictionary.get(nameOf(key)));
}

export function resolve(context: PDFContext, object: PDFObject | undefined): PDFObject | undefined {
  let found = object;
  for (let hops = 0; found instanceof PDFRef && hops < 20; hops += 1) found = context.lookup(found);
  return found instanceof PDFRef ? undefined : found;
}

/** The reference itself, which tells shared objects apart; the object where it is written in place. */
export const rawEntry = (dictionary: PDFDict | undefined, key: string): PDFObject | undefined =>
  dictionary?.get(nameOf(key));

export function dictIn(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDict(entry(dictionary, key));
}

/** A dictionary, or that of a stream. */
export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFStream ? object.dict : undefined;
}

export const nameIn = (dictionary: PDFDict | undefined, key: string): string | undefined =>
  asName(entry(dictionary, key));

export const asName = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFName ? object.decodeText() : undefined;

export function numberIn(dictionary: PDFDict | undefined, key: string): number | undefined {
  const found = entry(dictionary, key);
  return found instanceof PDFNumber ? found.asNumber() : undefined;
}

export function textIn(dictionary: PDFDict | undefined, key: string): string | undefined {
  const found = entry(dictionary, key);
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined;
}

/** Elements with references followed; empty for what is no array. */
export function listIn(dictionary: PDFDict | undefined, key: string): PDFObject[] {
  const found = entry(dictionary, key);
  return found instanceof PDFArray ? elements(found) : [];
}

export const elements = (array: PDFArray): PDFObject[] =>
  Array.from({ length: array.size() }, (_, at) => array.lookup(at)).filter((element) => element !== undefined);

/** Numbers of an array; others are left out. */
export const numbersIn = (dictionary: PDFDict | undefined, key: string): number[] =>
  listIn(dictionary, key).flatMap((element) => (element instanceof PDFNumber ? [element.asNumber()] : []));

/** Filters of a stream, in the order in which they were applied last. */
export function filtersOf(dictionary: PDFDict): string[] {
  const filter = entry(dictionary, 'Filter');
  if (filter instanceof PDFArray) return elements(filter).flatMap((one) => asName(one) ?? []);
  return asName(filter) === undefined ? [] : [asName(filter) as string];
}

/** The bytes as they stand in the file, still compressed. */
export const storedBytes = (stream: PDFStream): Uint8Array => stream.getContents();

/** A part of the file that cannot be decoded: the file is wrong, not the check. */
export class StreamUnreadable extends Error {
  override readonly name = 'StreamUnreadable';
}

/**
 * Decoded bytes of a stream.
 * @throws {StreamUnreadable} when a filter is unknown or its data broken
 */
export function bytesOf(stream: PDFStream): Uint8Array {
  try {
    return decoded(stream);
  } catch (cause) {
    throw new StreamUnreadable(filtersOf(stream.dict).join(', '), { cause });
  }
}

function decoded(stream: PDFStream): Uint8Array {
  const filters = filtersOf(stream.dict);
  if (filters.length === 0) return stream.getContents();
  // Node inflates several times faster than a parser written in JavaScript; predictors are left to pdf-lib.
  const plain =
    filters.length === 1 && filters[0] === 'FlateDecode' && rawEntry(stream.dict, 'DecodeParms') === undefined;
  if (plain) return inflateSync(stream.getContents());
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode();
  throw new Error('A stream that was not read from a file');
}
