import { darkTheme, DesignSystemProvider, lightTheme } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

interface Part {
  readonly colors: object;
  readonly shadows: object;
}

/** The colours of the admin, merged over Strapi's as it merges them itself. */
export interface Themes {
  readonly light: Part;
  readonly dark: Part;
}

function isDark(): boolean {
  const chosen = localStorage.getItem('STRAPI_THEME') ?? 'system';
  return chosen.includes('dark') || (chosen.includes('system') && matchMedia('(prefers-color-scheme: dark)').matches);
}

function themeOf(themes: Themes): typeof lightTheme {
  const [base, own] = isDark() ? [darkTheme, themes.dark] : [lightTheme, themes.light];
  return { ...base, colors: { ...base.colors, ...own.colors }, shadows: { ...base.shadows, ...own.shadows } };
}

/**
 * Shows something over the page, outside of Strapi's own tree, and takes it away again once it is answered: for what a request
 * asks about, whatever page sent it.
 * @param draw a dialog that calls `done` once
 */
export function showOverPage<T>(themes: Themes, draw: (done: (answer: T) => void) => ReactNode): Promise<T> {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  return new Promise((resolve) => {
    const done = (answer: T) => {
      // React must not be asked to leave from within an event of its own.
      window.setTimeout(() => {
        root.unmount();
        place.remove();
        resolve(answer);
      });
    };
    root.render(
      <DesignSystemProvider locale="fr" theme={themeOf(themes)}>
        {draw(done)}
      </DesignSystemProvider>,
    );
  });
}
