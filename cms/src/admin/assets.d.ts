/** Vite turns a picture into its address. */
declare module '*.svg' {
  const address: string;
  export default address;
}

/** Strapi's own editor of rich texts, by the alias of `vite.config.mts`; only what is used of it. */
declare module 'strapi-blocks-editor' {
  import type { ComponentType } from 'react';
  export const BlocksEditor: ComponentType<{
    name: string;
    value: readonly unknown[] | null;
    onChange: (name: string, value: readonly unknown[] | null) => void;
    ariaLabelId: string;
    error?: string | undefined;
    disabled?: boolean;
    /** Tells the form of each letter, instead of some time after the last one. */
    livePreviewSync?: boolean;
  }>;
}
