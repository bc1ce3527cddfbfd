import { contrastRatio } from '@trame/cms/domain/colour';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { palette, paletteCss, threadColour, type Palette, type Scheme } from './palette.ts';

const GROUNDS = ['paper', 'surface', 'wash', 'accent-wash'] as const satisfies readonly (keyof Palette)[];
const INKS = ['ink', 'ink-soft', 'primary-ink', 'accent-ink'] as const satisfies readonly (keyof Palette)[];

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const scheme = fc.constantFrom<Scheme>('light', 'dark');

describe('palette', () => {
  it('keeps every text readable, whatever the editor chose', () => {
    fc.assert(
      fc.property(colour, colour, scheme, (primary, accent, which) => {
        const colours = palette(primary, accent, which);
        for (const ground of GROUNDS) {
          for (const ink of INKS) {
            expect(contrastRatio(colours[ink], colours[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrastRatio(colours['line-strong'], colours[ground])).toBeGreaterThanOrEqual(3);
        }
        expect(contrastRatio(colours['on-primary'], colours.primary)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('has steps that are told apart, on light paper and on dark', () => {
    const steps = ['primary-ink', 'primary-2', 'primary-3', 'primary-4', 'paper'] as const;
    fc.assert(
      fc.property(colour, colour, scheme, (primary, accent, which) => {
        const colours = palette(primary, accent, which);
        steps.slice(1).forEach((step, at) => {
          const before = colours[steps[at] as (typeof steps)[number]];
          expect(contrastRatio(before, colours[step]), `${step} on ${which}`).toBeGreaterThan(1.2);
        });
        expect(contrastRatio(colours['accent-ink'], colours['accent-3'])).toBeGreaterThan(2);
      }),
    );
  });

  it('leaves a legible choice as it is', () => {
    expect(palette('#7a2e2e', '#c98b1f', 'light').primary).toBe('#7a2e2e');
  });

  it('writes both schemes', () => {
    expect(paletteCss('#7a2e2e', '#c98b1f')).toMatch(
      /^@layer [^;]+;@layer tokens\{:root\{--paper:#[0-9a-f]{6};.*prefers-color-scheme:dark/,
    );
  });

  it('gives a theme its own thread, or one by its rank', () => {
    expect(threadColour({ colour: '#123456', position: 3 })).toBe('#123456');
    expect(threadColour({ colour: null, position: 1 })).toBe(threadColour({ colour: null, position: 11 }));
  });
});
