import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

let server: Server;
let cache: string;
const load = () => import('./icons.ts');
let icons: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  const logo = await sharp({ create: { width: 400, height: 200, channels: 4, background: '#00ff00' } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    if (request.url === '/uploads/logo.png') response.end(logo);
    else if (request.url === '/uploads/broken.png') response.end('no picture');
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  cache = await mkdtemp(join(tmpdir(), 'trame-icons-'));
  await writeFile(join(cache, 'README'), '');
  vi.stubEnv('CMS_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('TRAME_CACHE_DIR', cache);
  vi.resetModules();
  icons = await load();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((done) => server.close(done));
  await rm(cache, { recursive: true });
});

const look = { logo: null, primaryColour: '#aa2233', accentColour: '#3355aa' };
const logo = (name: string) => ({
  url: `/uploads/${name}.png`,
  hash: name,
  mime: 'image/png',
  width: 400,
  height: 200,
  alt: 'Logo',
  caption: null,
});
const pixel = async (png: Buffer, x: number, y: number) => {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
};
/** The pictures that an icon says it holds. */
const picturesOf = (ico: Buffer) =>
  Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
    const [size, offset] = [ico.readUInt32LE(6 + 16 * at + 8), ico.readUInt32LE(6 + 16 * at + 12)];
    return { side: ico.readUInt8(6 + 16 * at), png: ico.subarray(offset, offset + size) };
  });

describe('the icons of the site', () => {
  it('hold the sides that a tab asks for, each as large as it says', async () => {
    const ico = await icons.tabIcon(look);
    expect([...ico.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
    const pictures = picturesOf(ico);
    expect(pictures.map(({ side }) => side)).toEqual([16, 32, 48]);
    for (const { side, png } of pictures)
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: side, height: side });
  });

  it('are the logo, whole, where there is one', async () => {
    const [, tab] = picturesOf(await icons.tabIcon({ ...look, logo: logo('logo') }));
    expect(await pixel(tab!.png, 16, 16)).toEqual([0, 255, 0, 255]);
    expect((await pixel(tab!.png, 16, 2))[3]).toBe(0);
    const touch = await icons.touchIcon({ ...look, logo: logo('logo') });
    expect(await sharp(touch).metadata()).toMatchObject({ width: 180, height: 180 });
    expect(await pixel(touch, 90, 90)).toEqual([0, 255, 0, 255]);
    expect((await pixel(touch, 4, 4))[3]).toBe(255);
  });

  it('are drawn in the colours of the territory without one, and when it cannot be read', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const drawn = await icons.touchIcon(look);
    expect(await pixel(drawn, 60, 30)).toEqual([0xaa, 0x22, 0x33, 255]);
    expect(await icons.touchIcon({ ...look, logo: logo('gone') })).toHaveLength(
      (await icons.touchIcon({ ...look, logo: logo('broken') })).length,
    );
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
});
