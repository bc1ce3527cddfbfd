import { describe, expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('fileSize', () => {
  it.each([
    [0, '0 octet'],
    [1, '1 octet'],
    [820, '820 octets'],
    [999, '999 octets'],
    [1000, '1 ko'],
    [12_345, '12 ko'],
    [999_499, '999 ko'],
    [999_600, '1 Mo'],
    [1_234_567, '1,2 Mo'],
    [123_456_789, '123 Mo'],
    [5_000_000_000, '5 Go'],
    [5_000_000_000_000, '5 000 Go'],
  ])('%i → %s', (bytes, text) => {
    expect(plain(fileSize(bytes)).replaceAll('\u202f', ' ')).toBe(text);
  });
});
