import { BulletList, CheckCircle, Pencil, Rocket } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { listPaths } from '../kit/paths.ts';

/** Strapi gives every card 261 pixels, and hides what does not fit: a list of what is to do is shown whole. */
const WHOLE = `
section[data-strapi-widget-id^="plugin::trame."] main {
  height: auto !important;
  min-height: 16rem;
  /* The ring around a link that has the focus stands outside of it. */
  margin-inline: -0.4rem;
  padding-inline: 0.4rem;
}
section[data-strapi-widget-id^="plugin::trame."] { height: 100%; }
`;

/** The home page: is the site up to date, what is there to do, which records want a look, what did we touch last. */
export function arrangeWidgets(app: StrapiApp): void {
  const style = document.createElement('style');
  style.textContent = WHOLE;
  document.head.append(style);
  // Strapi's own count documents, promote Strapi, or cut what they say.
  app.widgets.register(() => [
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
    {
      id: 'fiches-a-revoir',
      pluginId: 'trame',
      icon: BulletList,
      title: { id: 'trame.lists.widget', defaultMessage: 'Fiches à revoir' },
      link: { label: { id: 'trame.lists.all', defaultMessage: 'Toutes les listes' }, href: listPaths.page },
      component: async () => (await import('./lists-widget.tsx')).ListsWidget,
    },
    {
      id: 'fiches-recentes',
      pluginId: 'trame',
      icon: Pencil,
      title: { id: 'trame.recent.title', defaultMessage: 'Fiches modifiées récemment' },
      component: async () => (await import('./recent-widget.tsx')).RecentWidget,
    },
  ]);
}
