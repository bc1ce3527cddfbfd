import type { StrapiApp } from '@strapi/strapi/admin';
import { publicPagePanel, type PanelComponent } from './public-page-panel.tsx';

/** Strapi types a plugin's APIs as unknown; this is the one that is used. */
interface ContentManagerApis {
  addEditViewSidePanel(arrange: (panels: (PanelComponent & { type?: string })[]) => PanelComponent[]): void;
}

/**
 * Beside the form: the buttons that publish, and « Sur le site ». Strapi's other panels invite to set up what is not used
 * here (its preview, and releases and reviews of its paid plans).
 */
export function arrangePanels(app: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = app.getPlugin('content-manager')?.apis as unknown as ContentManagerApis | undefined;
  apis?.addEditViewSidePanel((panels) => [...panels.filter(({ type }) => type === 'actions'), publicPagePanel]);
}
