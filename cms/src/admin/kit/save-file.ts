/** Files that the server hands out: read with the session, which no plain link could carry, then given to the browser. */
import { isFetchError } from '@strapi/strapi/admin';
import type { Client } from './client.ts';

/** Long enough for the browser to have read what it opens or saves. */
const FORGET_AFTER_MS = 60_000;

/** @throws {FetchError} with the server's own sentence */
export async function readBlob({ get }: Pick<Client, 'get'>, address: string): Promise<Blob> {
  try {
    return (await get<Blob>(address, { responseType: 'blob' })).data;
  } catch (error) {
    // Strapi's client drops the answer to a request for a file: asked as data, the refusal says why.
    await get(address).catch((refusal: unknown) => {
      throw isFetchError(refusal) ? refusal : error;
    });
    throw error;
  }
}

/** An address of a file in memory, which ends by itself. */
export function temporaryAddress(blob: Blob): string {
  const address = URL.createObjectURL(blob);
  window.setTimeout(() => URL.revokeObjectURL(address), FORGET_AFTER_MS);
  return address;
}

/** Gives a file to the browser to save. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = temporaryAddress(blob);
  link.download = name;
  link.click();
}
