import type { StrapiApp } from '@strapi/strapi/admin';
import { publicPagePanel, type PanelComponent } from './public-page-panel.tsx';

/** Strapi types a plugin's APIs as unknown; this is the one that is used. */
interface ContentManagerApis {
  addEditViewSidePanel(panels: PanelComponent[]): void;
}

/** Puts « Sur le site » beside the form, under the buttons that publish. */
export function addPublicPagePanel(app: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = app.getPlugin('content-manager')?.apis as unknown as ContentManagerApis | undefined;
  apis?.addEditViewSidePanel([publicPagePanel]);
}
