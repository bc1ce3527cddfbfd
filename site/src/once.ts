/** Makes once for each key; again after a failure. What else it is told is that of the first time. */
export function oncePerKey<T, More extends unknown[]>(
  make: (key: string, ...more: More) => Promise<T>,
): (key: string, ...more: More) => Promise<T> {
  const known = new Map<string, () => Promise<T>>();
  return (key, ...more) => {
    const one = known.get(key) ?? once(() => make(key, ...more));
    known.set(key, one);
    return one();
  };
}

/** Makes once; again after a failure. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/** Computes once for each of what it is computed from. @param keyOf what stands behind it, when that changes */
export function oncePer<Of extends object, Result>(
  compute: (of: Of) => Result,
  keyOf: (of: Of) => object = (of) => of,
): (of: Of) => Result {
  const known = new WeakMap<object, { readonly result: Result }>();
  return (of) => {
    const key = keyOf(of);
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = { result: compute(of) }));
    return found.result;
  };
}
