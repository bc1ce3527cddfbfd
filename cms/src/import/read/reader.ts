/** The program that opens foreign bytes: a file on its input, its name as the argument, `wire.ts` on its output. */
import { buffer } from 'node:stream/consumers';
import { readBytes } from './read-bytes.ts';
import { toWire } from './wire.ts';

async function main(): Promise<void> {
  const bytes = await buffer(process.stdin);
  process.stdout.write(toWire(await readBytes(bytes, process.argv[2] ?? '')));
}

main().catch(() => {
  process.exitCode = 1; // the caller says that the file could not be read
});
