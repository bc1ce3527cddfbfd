import type { Core } from '@strapi/strapi';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { editorOf, type AdminContext } from '../platform/http/admin-route.ts';
import { savingNow } from './saving.ts';

/** The request of Strapi's own forms and lists, when that is where an act comes from. */
interface FormRequest {
  readonly state: AdminContext['state'] & { readonly route?: { readonly info?: { readonly pluginName?: string } } };
}

/**
 * The editor who does what is being done at the form or in the list of a record. Null for what our other pages and jobs do, and
 * for what nobody asked for over HTTP, such as the demonstration.
 */
export function editorAtForm(strapi: Core.Strapi): Editor | null {
  const editor = savingNow()?.editor;
  if (editor) return editor;
  const request = strapi.requestContext.get() as FormRequest | undefined;
  if (request?.state.route?.info?.pluginName !== 'content-manager' || !request.state.user) return null;
  return editorOf(request);
}
