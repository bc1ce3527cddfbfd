/** Where this folder is, for what Node starts or requires by its path. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCallSites } from 'node:util';

/**
 * Compiled to CommonJS and under vitest there is `__filename`; run by Node as it stands, the file is an ES module, where only
 * `import.meta` knows, which TypeScript refuses in what it compiles to CommonJS: there, the stack says it.
 */
const file = (): string => {
  if (typeof __filename === 'string') return __filename;
  const name = getCallSites(1)[0]?.scriptName ?? '';
  return name.startsWith('file:') ? fileURLToPath(name) : name;
};

export const HERE = file();

/** The path of a program of this folder, in the language that this file is run in. */
export const beside = (name: string): string => path.join(path.dirname(HERE), `${name}${path.extname(HERE)}`);
