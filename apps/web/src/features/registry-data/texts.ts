/** What the graph takes of files at once, bytes when unpacked. */
export const MOST_BYTES = 12 * 1024 * 1024;

export class TooLarge extends Error {}

/** Unpacks a stream, but no further than is taken: a packed file may unpack to any length. */
const readAtMost = async (stream: ReadableStream<Uint8Array>, most: number): Promise<string> => {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      throw new TooLarge();
    }
    parts.push(new Uint8Array(value));
  }
  return new Blob(parts).text();
};

/** The texts of files, `.gz` unpacked; throws `TooLarge` where they are longer together than is taken. */
export const textsOf = async (
  files: readonly File[],
): Promise<{ name: string; content: string }[]> => {
  let left = MOST_BYTES;
  const texts: { name: string; content: string }[] = [];
  for (const file of files) {
    const packed = file.name.endsWith('.gz');
    const stream = packed
      ? file.stream().pipeThrough(new DecompressionStream('gzip'))
      : file.stream();
    const content = await readAtMost(stream, left);
    left -= new Blob([content]).size;
    texts.push({ name: file.name, content });
  }
  return texts;
};
