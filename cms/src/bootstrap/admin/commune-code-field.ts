import type { Core } from '@strapi/strapi';

/**
 * The custom field `global::commune-code`: a commune chosen by its name, stored as its INSEE code. A relation would not
 * do: Strapi loses relations inside components when the other side is unpublished and published again.
 */
export function registerCommuneCodeField(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'commune-code', type: 'string', inputSize: { default: 6, isResizable: true } });
}
