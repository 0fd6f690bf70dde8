/**
 * Returns the lines of a stream of UTF-8 bytes, holding no more than one line and one chunk; `\r\n` ends a line too.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  const finish = (last: string): string => {
    const line = parts.join("") + last;
    parts = [];
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  };
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let to = text.indexOf("\n"); to >= 0; to = text.indexOf("\n", from)) {
      yield finish(text.slice(from, to));
      from = to + 1;
    }
    if (from < text.length) parts.push(text.slice(from));
  }
  const rest = finish(decoder.decode());
  if (rest !== "") yield rest;
}
