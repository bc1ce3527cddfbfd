/** A value that is made when it is first asked for, and kept: what `Intl` makes is slow to make on a telephone. */
export function onceMade<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
