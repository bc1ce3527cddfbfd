/**
 * `node scripts/stored/keep-schemas.ts`: after a kept shape got a new version (decision 0019), writes its JSON schema and notes
 * the checksums of new schemas and fixtures. It touches nothing that is noted already: `stored.test.ts` refuses a change of it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { schemaText, storedShapes } from '@trame/cms/domain/stored/shapes';

const ROOT = path.join(import.meta.dirname, '..', '..', 'cms', 'src', 'domain', 'stored');
const SUMS = path.join(ROOT, 'SHA256SUMS');

for (const shape of storedShapes) {
  const file = path.join(ROOT, 'schemas', `${shape.name}-${shape.version}.json`);
  if (!existsSync(file)) await writeFile(file, schemaText(shape));
}

const known = existsSync(SUMS) ? await readFile(SUMS, 'utf8') : '';
for (const folder of ['fixtures', 'schemas']) {
  for (const name of (await readdir(path.join(ROOT, folder))).sort()) {
    if (known.includes(`  ${folder}/${name}\n`)) continue;
    const sum = createHash('sha256')
      .update(await readFile(path.join(ROOT, folder, name)))
      .digest('hex');
    await appendFile(SUMS, `${sum}  ${folder}/${name}\n`);
    process.stdout.write(`${folder}/${name}\n`);
  }
}
