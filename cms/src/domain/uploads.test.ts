import { expect, test } from 'vitest';
import { LARGEST_UPLOAD_BYTES, refusalOfFile, refusalOfImport, tooLargeToArrive } from './uploads.ts';

const file = (name: string, type: string, size = 1000) => ({ name, type, size });

test('takes what the library takes', () => {
  expect(refusalOfFile(file('a.jpg', 'image/jpeg', LARGEST_UPLOAD_BYTES), 'picture')).toBeNull();
  expect(refusalOfFile(file('a.webp', 'image/webp'), 'picture')).toBeNull();
  expect(refusalOfFile(file('statuts.pdf', 'application/pdf'), 'document')).toBeNull();
});

test.each([
  ['an iPhone photograph', file('IMG_1.HEIC', ''), 'picture' as const, /format HEIC.*Le plus compatible/s],
  ['a drawing with script', file('logo.svg', 'image/svg+xml'), 'picture' as const, /JPEG, PNG ou WebP/],
  ['a document for a picture', file('a.pdf', 'application/pdf'), 'picture' as const, /JPEG, PNG ou WebP/],
  ['a picture for a document', file('a.png', 'image/png'), 'document' as const, /il faut un PDF/],
  ['a page', file('a.html', 'text/html'), 'document' as const, /il faut un PDF/],
  ['nothing at all', file('a.png', 'image/png', 0), 'picture' as const, /est vide/],
  ['a scan too large', file('a.png', 'image/png', 23_400_000), 'picture' as const, /pèse 23,4\sMo.*10,5\sMo au plus/],
])('refuses %s', (_name, given, kind, message) => expect(refusalOfFile(given, kind)).toMatch(message));

test('says of a file to import what weighs too much, and how to make it lighter', () => {
  expect(refusalOfImport({ name: 'liste.xlsx', size: LARGEST_UPLOAD_BYTES })).toBeNull();
  expect(refusalOfImport({ name: 'liste.xlsx', size: 24_000_000 })).toMatch(
    /liste\.xlsx.* pèse 24\sMo.*10,5\sMo au plus.*feuilles inutiles.*plusieurs fichiers/,
  );
  expect(tooLargeToArrive('import')).toMatch(/plus de 10,5\sMo.*plusieurs fichiers/);
  expect(tooLargeToArrive('library')).toMatch(/plus de 10,5\sMo.*Réduisez-le/);
});
