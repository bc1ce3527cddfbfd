import { open } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { isHeic, pictureWords } from '../domain/pictures.ts';

type Context = Parameters<Core.MiddlewareHandler>[0];

interface TemporaryFile {
  readonly filepath?: string;
}

/** Enough for the brands of a picture. */
const HEAD_BYTES = 64;

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Says in French what to do with a photograph of an iPhone: the media library does not take its format, and would say so in
 * English. Right behind `sent-files`, which erases it.
 */
export default (): Core.MiddlewareHandler => async (ctx: Context, next) => {
  const { files = {} } = ctx.request as unknown as { files?: Record<string, TemporaryFile | TemporaryFile[]> };
  const sent = ctx.path.startsWith('/upload') ? Object.values(files).flat() : [];
  for (const { filepath } of sent) {
    if (filepath === undefined || !isHeic(await headOf(filepath))) continue;
    ctx.status = 400;
    ctx.body = {
      data: null,
      error: { status: 400, name: 'ValidationError', message: pictureWords.heic, details: {} },
    };
    return;
  }
  await next();
};
