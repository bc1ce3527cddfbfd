/** What a screen needs and a press must not find: links, bookmarks, structure, actions, and whatever nothing refers to any more. */
import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

const keptInCatalog = new Set(['Type', 'Pages', 'PageLabels', 'Lang']);
const keptInPage = new Set(['Type', 'Parent', 'MediaBox', 'Resources', 'Contents', 'Group']);

export function stripScreenParts(document: PDFDocument, { transparency }: { transparency: boolean }): void {
  keepOnly(document.catalog, keptInCatalog);
  const kept = new Set(keptInPage);
  // A page that paints nothing transparent may still be declared a transparency group, which PDF/X-1a forbids.
  if (!transparency) kept.delete('Group');
  for (const { node } of document.getPages()) {
    // What a page inherits is written on the page: readers that look no further than it must find it.
    node.set(PDFName.of('MediaBox'), node.MediaBox());
    const resources = node.Resources();
    if (resources !== undefined && !node.has(PDFName.of('Resources'))) node.set(PDFName.of('Resources'), resources);
    keepOnly(node, kept);
  }
}

function keepOnly(dictionary: PDFDict, kept: ReadonlySet<string>): void {
  for (const key of dictionary.keys()) if (!kept.has(key.decodeText())) dictionary.delete(key);
}

/** pdf-lib writes every object that it knows, referred to or not. */
export function sweepUnreachable(document: PDFDocument): void {
  const { context } = document;
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  for (let object = waiting.pop(); object !== undefined || waiting.length > 0; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) waiting.push(object.dict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
