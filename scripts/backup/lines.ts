/** Text cut into lines at `\n` alone. Node's readline also cuts at U+2028 and U+2029, which stand unescaped inside JSON. */

/**
 * @param chunks decoded text, cut anywhere (a stream with an encoding keeps characters of several bytes whole)
 * @returns the lines without their `\n`; what follows the last one counts when it is not empty
 */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = chunk.split('\n');
    parts[0] = rest + (parts[0] ?? '');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}
