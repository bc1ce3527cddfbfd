/** Who decides at the desk: an administrator of the CMS, by the name that the journal keeps. */
export interface Editor {
  readonly name: string;
  /** The administrator's id, as text. */
  readonly id: string;
}
