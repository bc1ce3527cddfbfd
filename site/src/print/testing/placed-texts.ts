/** Where the texts of a page stand, as another program reads the PDF. */
import { getDocumentProxy } from 'unpdf';

const MM = 72 / 25.4;

/** Each piece of text of a page, in millimetres from the left and the upper edge. */
export async function placedTexts(pdf: Buffer, page: number) {
  const { items } = await (await (await getDocumentProxy(new Uint8Array(pdf))).getPage(page)).getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [
          {
            text: item.str,
            x: item.transform[4] / MM,
            end: (item.transform[4] + item.width) / MM,
            y: 297 - item.transform[5] / MM,
          },
        ]
      : [],
  );
}
