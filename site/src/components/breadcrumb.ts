/** A page above the current one. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
}
