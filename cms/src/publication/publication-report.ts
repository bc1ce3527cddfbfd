import type { PublicationState } from '../domain/contract/publication-state.ts';
import type { LeftOut } from '../api/export/site-export/keep-valid.ts';

/** What `GET /trame/publication` tells the admin's home page. */
export interface PublicationReport {
  /** What the deployer says of itself; null when it does not answer. */
  readonly state: PublicationState | null;
  /** Why there is no `state`, in French, for the editor; null when there is one. */
  readonly problem: string | null;
  /** Published records that the contract refuses, and that are therefore not on the site. */
  readonly leftOut: readonly LeftOut[];
}

/** What `POST /trame/publication/rebuild` answers. */
export interface RebuildAnswer {
  readonly accepted: boolean;
  /** In French, for the editor. */
  readonly message: string;
}
