import sharp from 'sharp';
import { expect, it } from 'vitest';
import { withoutMetadata } from './without-metadata.ts';

const picture = () => sharp({ create: { width: 8, height: 4, channels: 3, background: '#a31' } });

it('leaves a picture alone that tells nothing', async () => {
  expect(await withoutMetadata(await picture().jpeg().toBuffer())).toBeNull();
});

it('takes off what it tells, and keeps which side is up', async () => {
  const bytes = await picture()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: 'Jeanne' } })
    .jpeg()
    .toBuffer();
  expect(bytes.includes('Jeanne')).toBe(true);
  const silent = (await withoutMetadata(bytes)) ?? bytes;
  expect(silent.includes('Jeanne')).toBe(false);
  const { width, height, orientation, icc } = await sharp(silent).metadata();
  expect({ width, height, orientation, hasProfile: icc !== undefined }).toEqual({
    ...{ width: 8, height: 4, orientation: 6, hasProfile: true },
  });
});
