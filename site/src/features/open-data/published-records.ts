import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { openAssociation, type OpenAssociation } from './records.ts';

/** The open records of this release, made once for the three files. */
export const openRecords: readonly OpenAssociation[] = content.associations.all.map((association) =>
  openAssociation(content, association, buildEnv.SITE_URL),
);
