/**
 * The lines of a stream of characters without their ends; null for one that is longer than `most`, which is passed over
 * as it is read, so that what unpacks to one endless line takes no more memory than that.
 */
export async function* linesOf(
  input: AsyncIterable<string>,
  most: number,
): AsyncGenerator<string | null> {
  let pieces: string[] = [];
  let length = 0;
  const whole = (): string | null => (length > most ? null : pieces.join('').replace(/\r$/, ''));
  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      length += end - from;
      if (length <= most) pieces.push(chunk.slice(from, end));
      yield whole();
      [pieces, length, from] = [[], 0, end + 1];
    }
    length += chunk.length - from;
    if (length <= most) pieces.push(chunk.slice(from));
    else pieces = [];
  }
  if (length > 0) yield whole();
}
