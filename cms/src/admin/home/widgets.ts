import { CheckCircle, Rocket } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** Of Strapi's own widgets, the one that helps to pick up where one stopped. The others count documents or promote Strapi. */
const KEPT = ['last-edited-entries'];

/** The home page: is the site up to date, what is there to do, what did we touch last. */
export function arrangeWidgets(app: StrapiApp): void {
  app.widgets.register((strapiWidgets) => [
    {
      id: 'mise-en-ligne',
      pluginId: 'trame',
      icon: Rocket,
      title: { id: 'trame.publication.title', defaultMessage: 'Mise en ligne' },
      component: async () => (await import('./publication-widget.tsx')).PublicationWidget,
    },
    {
      id: 'a-faire',
      pluginId: 'trame',
      icon: CheckCircle,
      title: { id: 'trame.todo.title', defaultMessage: 'À faire' },
      component: async () => (await import('./todo-widget.tsx')).TodoWidget,
    },
    ...strapiWidgets.filter(({ id }) => KEPT.includes(id)),
  ]);
}
