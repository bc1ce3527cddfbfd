/** What kind of thing each field of a record is, as far as two changes of it can be put together. */

export type Shape =
  /** One value, or a file: two different changes touch. */
  | { readonly kind: 'whole' }
  /** References in an order: what both added or took away stands together. */
  | { readonly kind: 'set' }
  /** One component, or none. */
  | { readonly kind: 'group'; readonly of: RecordShape }
  /** Components in an order. */
  | { readonly kind: 'rows'; readonly of: RecordShape };

export interface RecordShape {
  readonly fields: Readonly<Record<string, Shape>>;
  /**
   * Fields that say one thing together: an agreement and whom it is of, a street and its town. When two people change such a
   * unit, half of one and half of the other would say what neither did.
   */
  readonly units: readonly (readonly string[])[];
  /** What a row is known by, the surest first: each is enough. */
  readonly identity: readonly (readonly string[])[];
}
