/** That something about an edition changed: told inside the deployer, to whoever shows it. */

export interface EditionNews {
  /** @param edition null: of any edition, since the content that they are printed from may have changed */
  tell(edition: string | null): void;
  /** @returns ends it */
  subscribe(hear: (edition: string | null) => void): () => void;
  /** Aborted when nothing more will be told. */
  readonly over: AbortSignal;
  close(): void;
}

export function createEditionNews(): EditionNews {
  const listeners = new Set<(edition: string | null) => void>();
  const over = new AbortController();
  return {
    tell(edition) {
      for (const hear of listeners) hear(edition);
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    over: over.signal,
    close: () => over.abort(),
  };
}
