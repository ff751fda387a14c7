/** Reads a table kept as text, one `a|b|c` row a line: the most compact form in source and in the bundle. */
export function rows(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}

/** Runs a computation the first time its result is asked for, and never again. */
export function once<T>(compute: () => T): () => T {
  let result: { value: T } | null = null;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
