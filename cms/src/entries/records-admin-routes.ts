/** The routes of the pages of records in the admin: opening, saving, publishing. */
import type { Core } from '@strapi/strapi';
import {
  PresenceBeat,
  RecordSave,
  type OpenRecord,
  type RecordPresence,
  type SavedRecord,
} from '../domain/contract/desk/record.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { readContentVersion } from '../platform/content-version/content-version.ts';
import { wakeDeployer } from '../platform/deployer/publication.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  isAllowed,
  registerAdminRoutes,
  type AdminContext,
  type Permission,
} from '../platform/http/admin-route.ts';
import { refusals } from '../platform/http/refused.ts';
import { understood } from '../platform/http/understood.ts';
import { newRecord, openRecord, withoutProgram, type May } from './open-record.ts';
import { notePresence } from './presence.ts';
import { recordInput } from './record-input.ts';
import { recordTypes, type RecordType } from './record-types.ts';
import { readContent } from './record-content.ts';
import { saveRecord, type SaveAsked } from './save-record.ts';

/** What the roles of the editor who asks allow with records of a type. */
export function mayOf(strapi: Core.Strapi, context: AdminContext, uid: string, isNew: boolean): May {
  const allowed = (action: Permission['action']) => isAllowed(strapi, context, { action, uid });
  return { save: allowed(isNew ? 'create' : 'update'), publish: allowed('publish'), remove: allowed('delete') };
}

/**
 * A save as a page asked for it: of this type, of a record that is there, of attributes that the page may change.
 * @throws {Refused}
 */
export async function askedSave(
  strapi: Core.Strapi,
  { uid, ofTheProgram }: RecordType,
  body: RecordSave,
): Promise<SaveAsked> {
  const { documentId } = body;
  if (documentId !== null && !(await readContent(strapi, uid, documentId, 'draft'))) throw refusals.unknownRecord();
  return { ...body, uid, content: understood(recordInput(strapi, uid, ofTheProgram), body.content) };
}

async function save(strapi: Core.Strapi, type: RecordType, context: AdminContext): Promise<SavedRecord> {
  const body = bodyOf(context, RecordSave);
  const may = mayOf(strapi, context, type.uid, body.documentId === null);
  if (!may.save || (body.publish && !may.publish)) throw refusals.notAllowed();
  const editor: Editor = editorOf(context);
  const saved = await saveRecord(strapi, await askedSave(strapi, type, body), editor);
  if (saved.kind === 'conflict')
    return {
      kind: 'conflict',
      version: saved.version,
      conflicts: [...saved.conflicts],
      merged: withoutProgram(saved.merged, type),
    };
  if (body.publish) await wakeDeployer();
  return {
    kind: 'saved',
    record: await openRecord(strapi, type, saved.documentId, mayOf(strapi, context, type.uid, false)),
    told: [...saved.told],
    withdrawn: [...saved.withdrawn],
    // Read after the commit: whatever holds as much holds this save.
    contentVersion: await readContentVersion(strapi.db.connection),
  };
}

/**
 * For each type of `recordTypes`, under `/trame/records/<page>`: `GET /new` and `GET /:id` (OpenRecord) · `POST /save`
 * (RecordSave → SavedRecord; a conflict saved nothing) · `POST /:id/presence` (PresenceBeat → RecordPresence). Who may read, change, create and publish records of a type is what the
 * roles of the admin say.
 */
export function registerRecordRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(
    strapi,
    recordTypes.flatMap((type) => {
      const route = (rest: string) => `/trame/records/${type.page}${rest}`;
      return [
        adminRoute(strapi, { action: 'create', uid: type.uid }, ['GET', route('/new')], (context): OpenRecord =>
          newRecord(strapi, type, mayOf(strapi, context, type.uid, true)),
        ),
        adminRoute(strapi, { action: 'read', uid: type.uid }, ['GET', route('/:id')], (context): Promise<OpenRecord> =>
          openRecord(strapi, type, idOf(context), mayOf(strapi, context, type.uid, false)),
        ),
        adminRoute(strapi, { action: 'read', uid: type.uid }, ['POST', route('/save')], (context) =>
          save(strapi, type, context),
        ),
        adminRoute(
          strapi,
          { action: 'read', uid: type.uid },
          ['POST', route('/:id/presence')],
          (context): RecordPresence => ({
            others: notePresence(
              { uid: type.uid, documentId: idOf(context) },
              editorOf(context),
              bodyOf(context, PresenceBeat),
            ),
          }),
        ),
      ];
    }),
  );
}
