import { PDFDocument, PDFRawStream, decodePDFRawStream, PDFArray } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { qrCode } from '../qr-codes.ts';
import { drawCodes } from './codes.ts';

const code = qrCode('https://trame.example.org/associations/judo/');

async function sheet(codes: Parameters<typeof drawCodes>[1]): Promise<string[]> {
  const document = await PDFDocument.create();
  for (const _ of [1, 2]) document.addPage([400, 600]);
  drawCodes(document, codes);
  return document.getPages().map((page) => {
    const contents = page.node.Contents();
    const parts = contents instanceof PDFArray ? contents.asArray() : [];
    return parts
      .map((part) => document.context.lookup(part))
      .filter((part) => part instanceof PDFRawStream)
      .map((part) => Buffer.from(decodePDFRawStream(part).decode()).toString('latin1'))
      .join('\n');
  });
}

describe('codes on the press', () => {
  it('are drawn on their page, from its upper left corner down, in black ink alone', async () => {
    const [first, second] = await sheet([{ page: 2, x: 100, y: 50, module: 1.05, code }]);
    expect(first).toBe('');
    expect(second).toMatch(/^q\nQ q 0 0 0 1 k\nq 1\.05 0 0 -1\.05 100 550 cm\n/);
    expect(second).not.toMatch(/\b(rg|RG|g|G|cs|CS)\b/);
    expect(second?.match(/ re\b/g)).toHaveLength(code.runs.length);
    expect(second?.match(/\bq\b/g)).toHaveLength(second?.match(/\bQ\b/g)?.length ?? 0);
  });

  it('are never lost: a place outside the booklet is refused', async () => {
    await expect(sheet([{ page: 3, x: 0, y: 0, module: 1, code }])).rejects.toThrow('page 3 of 2');
  });
});
