/** Files of the media library: what a record shows is public, what nothing uses any more is for editors only. */
import { existsSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { eraseOrphans } from '../src/upkeep/erase-orphans.ts';
import { ADMIN, startCms, type Cms } from './helpers/cms.ts';
import { documents, makeImage, publishAssociation } from './helpers/content.ts';

let cms: Cms;
let strapi: Cms['strapi'];
beforeAll(async () => {
  cms = await startCms();
  strapi = cms.strapi;
});

const place = (name: string) => join(strapi.dirs.static.public, 'uploads', name);
/** Not fetch, which tidies the path. */
const statusOf = (path: string, cookie = ''): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${cms.url}/`, { path, headers: { cookie } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

interface Picture {
  readonly id: number;
  readonly hash: string;
}

async function picture(): Promise<Picture> {
  const made = (await makeImage(strapi, 'Un portrait')) as Picture;
  const { hash } = made;
  for (const name of [`${hash}.jpg`, `thumbnail_${hash}.jpg`]) await writeFile(place(name), 'a picture');
  return made;
}

/** The cookie that an editor's browser has once the admin has asked for anything. */
async function editorCookie(): Promise<string> {
  const login = await fetch(`${cms.url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  const { data } = (await login.json()) as { data: { accessToken?: string; token?: string } };
  const asked = await fetch(`${cms.url}/upload/files?page=1&pageSize=10`, {
    headers: { authorization: `Bearer ${data.accessToken ?? data.token ?? ''}` },
  });
  const cookie = asked.headers.getSetCookie().find((one) => one.startsWith('trame-mediatheque='));
  expect(cookie).toMatch(/path=\/uploads\/;.*httponly/i);
  return cookie?.split(';')[0] ?? '';
}

it('serves what a record shows, in the draft or in a text too', async () => {
  const [shown, drafted, inserted] = [await picture(), await picture(), await picture()];
  await publishAssociation(strapi, { logo: shown.id });
  await documents(strapi, 'api::association.association').create({ data: { name: 'Brouillon', logo: drafted.id } });
  await documents(strapi, 'api::guide.guide').create({
    data: {
      title: 'Un guide',
      body: [
        {
          type: 'image',
          image: {
            ...inserted,
            previewUrl: null,
            createdAt: new Date().toISOString(),
            updatedAt: new Date().toISOString(),
          },
          children: [{ type: 'text', text: '' }],
        },
      ],
    },
  });
  for (const { hash } of [shown, drafted, inserted])
    for (const name of [`${hash}.jpg`, `thumbnail_${hash}.jpg`])
      expect(await statusOf(`/uploads/${name}?v=1`), name).toBe(200);
});

it('shows a picture that was replaced to editors only, however its address is written', async () => {
  const [old, fresh] = [await picture(), await picture()];
  const { documentId } = await publishAssociation(strapi, { logo: old.id });
  expect(await statusOf(`/uploads/${old.hash}.jpg`)).toBe(200);
  await documents(strapi, 'api::association.association').update({
    documentId,
    status: 'published',
    data: { logo: fresh.id },
  });
  const cookie = await editorCookie();
  for (const name of [`${old.hash}.jpg`, `thumbnail_${old.hash}.jpg`]) {
    for (const path of [
      `/uploads/${name}`,
      `//uploads/${name}`,
      `/uploads//${name}`,
      `/%75ploads/${name}`,
      `/uploads/./${name}`,
      `/x/../uploads/${name}`,
      `/x/%2e%2e/uploads/${name}`,
      `/uploads/%2e/${name}`,
      `/uploads%2f${name}`,
    ])
      expect(await statusOf(path), path).toBe(404);
    expect(await statusOf(`/uploads/${name}`, 'trame-mediatheque=9999999999999.guessed')).toBe(404);
    expect(await statusOf(`/uploads/${name}`, cookie)).toBe(200);
  }
  expect(await statusOf(`/uploads/${fresh.hash}.jpg`)).toBe(200);
});

it('serves no file without a record, and erases it after a day', async () => {
  await writeFile(place('left_by_a_crash.jpg'), 'a picture');
  const { hash } = await picture();
  expect(await statusOf('/uploads/left_by_a_crash.jpg')).toBe(404);
  const now = new Date();
  await eraseOrphans(strapi, now);
  expect(existsSync(place('left_by_a_crash.jpg'))).toBe(true); // it may be under way
  const yesterday = new Date(now.getTime() - 25 * 3600 * 1000);
  for (const name of ['left_by_a_crash.jpg', `${hash}.jpg`]) await utimes(place(name), yesterday, yesterday);
  expect(await eraseOrphans(strapi, now)).toBe(1);
  expect(existsSync(place('left_by_a_crash.jpg'))).toBe(false);
  expect(existsSync(place(`${hash}.jpg`))).toBe(true);
});
