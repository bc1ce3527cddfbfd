import type { StrapiApp } from '@strapi/strapi/admin';
import type { PanelComponent } from '../kit/panel.ts';

/** Strapi marks its own panels and actions with a type. */
interface Typed {
  type?: string;
}

/** Strapi types a plugin's APIs as unknown; these are the ones that are used. */
interface ContentManagerApis {
  addEditViewSidePanel(arrange: (panels: (PanelComponent & Typed)[]) => PanelComponent[]): void;
  addDocumentAction(arrange: (actions: Typed[]) => Typed[]): void;
}

/**
 * Beside the form: the buttons that publish, then `ours`. Strapi's other panels invite to set up what is not used here (its
 * preview, and releases and reviews of its paid plans); its link to the model builder leads nowhere.
 */
export function arrangeEditView(app: Pick<StrapiApp, 'getPlugin'>, ours: readonly PanelComponent[]): void {
  const apis = app.getPlugin('content-manager')?.apis as unknown as ContentManagerApis | undefined;
  apis?.addEditViewSidePanel((panels) => [...panels.filter(({ type }) => type === 'actions'), ...ours]);
  apis?.addDocumentAction((actions) => actions.filter(({ type }) => type !== 'edit-the-model'));
}
