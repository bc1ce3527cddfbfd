import { describe, expect, it } from 'vitest';
import { causeOf, technicalLine } from './cause.ts';

describe('an error in a log', () => {
  it('is told with its causes and its places', () => {
    const told = causeOf(new Error('The folder cannot be read', { cause: new TypeError('x is not a function') }));
    expect(told).toMatch(/^Error: The folder cannot be read\n\s+at .+cause\.test\.ts/);
    expect(told).toMatch(/caused by TypeError: x is not a function\n\s+at /);
  });

  it('never holds the values of a statement, nor an address', () => {
    const error = Object.assign(
      new Error(`update x set email = 'marie@example.org' where a - b > 0 - duplicate key for marie@example.org`),
      { severity: 'ERROR', code: '23505' },
    );
    expect(technicalLine(error)).toBe('Error [23505]: duplicate key for …@example.org');
    expect(causeOf(error)).not.toContain('marie');
  });

  it('is one short line for the admin, whatever was thrown', () => {
    expect(technicalLine(new Error(`a\nb ${'c'.repeat(1000)}`))).toHaveLength(300);
    expect(technicalLine('marie@example.org')).toBe('a thrown string');
  });
});
