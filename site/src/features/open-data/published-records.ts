import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { withheldFromOpenData } from '@trame/cms/domain/contract/site/open-data';
import { agreedRecord, openAssociation, type OpenAssociation } from '../../view/open-data/records.ts';

const withheld = withheldFromOpenData(content.associations.all);

/** The open records of this release, made once for the three files. */
export const openRecords: readonly OpenAssociation[] = content.associations.all.flatMap((association) => {
  const record = openAssociation(content, association, buildEnv.SITE_URL);
  return agreedRecord(record, (text) => withheld.find(text, association.id)) ?? [];
});
