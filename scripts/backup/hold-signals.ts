/** Ctrl-C and its like, held off while something must not be left half done. */

const HELD = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes the process survive these signals until the returned function is called, which puts back what was there before.
 *
 * Strapi has to be kept from two things meanwhile: it ends the process at a signal, and on its own end it removes every
 * listener of the process, Node's own included, after which no signal could be caught any more.
 * @param say called for each signal
 */
export function holdSignals(say: () => void): () => void {
  const before = HELD.map((signal) => [signal, process.listeners(signal)] as const);
  const held = () => say();
  const keepOut = (name: string | symbol, listener: (...args: unknown[]) => void) => {
    if (listener === held || !HELD.some((signal) => signal === name)) return;
    queueMicrotask(() => process.off(name, listener)); // a signal is never delivered before that
  };
  for (const [signal, listeners] of before) {
    process.on(signal, held); // first, so that there is no moment without a listener
    for (const listener of listeners) process.off(signal, listener);
  }
  process.on('newListener', keepOut);
  const removeAllListeners = process.removeAllListeners.bind(process);
  process.removeAllListeners = (name) => (name === undefined ? process : removeAllListeners(name));
  // A closed terminal refuses what is written to it; that must not end the process either.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  return () => {
    process.removeAllListeners = removeAllListeners;
    process.off('newListener', keepOut);
    for (const [signal, listeners] of before) {
      for (const listener of listeners) process.on(signal, listener);
      process.off(signal, held);
    }
  };
}
