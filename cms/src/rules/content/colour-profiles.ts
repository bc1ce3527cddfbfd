import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Core } from '@strapi/strapi';
import { causeOf } from '../../domain/cause.ts';
import { readPressProfile } from '../../domain/icc-profile.ts';
import type { Rule, Values } from '../engine/rule.ts';
import { isValues, textOf } from '../../domain/visit.ts';

const UNREADABLE = 'Ce fichier ne se lit plus dans la médiathèque\u00a0: envoyez-le de nouveau.';
const PATIENCE_MS = 10_000;

/** The bytes of a file of the media library, on this disk or at a storage provider; null when they cannot be had. */
async function bytesOf(strapi: Core.Strapi, file: Values): Promise<Uint8Array | null> {
  const url = textOf(file['url']);
  try {
    if (/^https?:/.test(url)) {
      const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    }
    const path = normalize(url);
    return path.startsWith('/uploads/') ? await readFile(join(strapi.dirs.static.public, path)) : null;
  } catch (error) {
    // The editor is told that the file cannot be read; why is for the log.
    strapi.log.error(`A colour profile could not be read: ${causeOf(error)}`);
    return null;
  }
}

/** The printer's profile is one that a press file can carry: a file of another kind would only be noticed by the print shop. */
export const colourProfiles: Rule = {
  appliesTo: ['api::edition.edition'],
  async onPublish({ strapi, record }) {
    const file = record['colourProfile'];
    if (!isValues(file)) return [];
    const bytes = await bytesOf(strapi, file);
    if (!bytes) return [{ path: ['colourProfile'], message: UNREADABLE }];
    const result = readPressProfile(bytes);
    return result.ok ? [] : [{ path: ['colourProfile'], message: result.message }];
  },
};
