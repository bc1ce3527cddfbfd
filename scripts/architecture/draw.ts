/**
 * `pnpm graph`: draws the folders of the CMS as a graph into `.github/images/house.svg`. Graphviz lays it out (compiled to
 * WebAssembly, in the npm package @viz-js/viz).
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { instance } from '@viz-js/viz';
import { fingerprintOf, PICTURE, toDot } from './house-dot.ts';
import { readImports, sourceFiles } from './imports.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const dot = toDot(readImports(ROOT, sourceFiles(ROOT)));
const svg = (await instance()).renderString(dot, { format: 'svg' });
await writeFile(path.join(ROOT, PICTURE), svg.replace('<svg', `<!-- ${fingerprintOf(dot)} -->\n<svg`));
process.stdout.write(`${PICTURE}\n`);
