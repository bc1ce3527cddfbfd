import type { Core } from '@strapi/strapi';
import { typography } from '../domain/french.ts';
import type { Values } from '../domain/visit.ts';
import { titleOf } from '../platform/strapi/document.ts';

const ASSOCIATION = 'api::association.association';
const MOST_SUBJECT = 255;

/** What a line of the journal is about: "Éclats de voix"; of another type than associations, "Événement « Forum des associations »". */
function journalSubject(strapi: Core.Strapi, uid: string, record: Values | null): string {
  const { info } = strapi.getModel(uid as 'api::theme.theme');
  const title = titleOf(record);
  if (uid === ASSOCIATION && title !== '') return title.slice(0, MOST_SUBJECT);
  const text = title === '' || title === info.displayName ? info.displayName : `${info.displayName} « ${title} »`;
  return typography(text).slice(0, MOST_SUBJECT);
}

/** What every line of the journal says of the record that it is about. @param record as it stands, or stood; null when it is gone */
export const lineAbout = (
  strapi: Core.Strapi,
  { uid, documentId }: { readonly uid: string; readonly documentId: string | null },
  record: Values | null,
) => ({
  subject: journalSubject(strapi, uid, record),
  associationId: uid === ASSOCIATION ? documentId : null,
  recordId: documentId,
});
