import type { ReactNode } from 'react';

/** What Strapi gives a panel of the edit view; only what is read here. */
export interface PanelProps {
  model: string;
  document?: { documentId?: string; status?: string; updatedAt?: string; publishedAt?: string | null };
}

/** A panel beside the form of a record; null when it has nothing to say about that type. */
export type PanelComponent = (props: PanelProps) => { title: string; content: ReactNode } | null;
