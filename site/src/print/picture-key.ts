import type { PictureUse } from './booklet.ts';

/** What the template asks for a picture by (`data.pictures`). */
export const pictureKey = (use: PictureUse, hash: string): string => `${use}/${hash}`;
