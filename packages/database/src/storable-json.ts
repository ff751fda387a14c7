/**
 * A value as JSON that PostgreSQL takes: what no text can hold (U+0000, half of a surrogate pair) is U+FFFD in it, whoever
 * sent it, so that one sign in one text fails nothing else that is written with it.
 */
export const storableJson = (value: unknown): string => {
  const text = JSON.stringify(value);
  // JSON writes neither but as an escape; two backslashes before it are a backslash of the text's own.
  return text.includes('\\u')
    ? text.replace(
        /(\\\\)|\\u(?:0000|d[89a-f][0-9a-f]{2})/g,
        (_, backslash?: string) => backslash ?? '\ufffd',
      )
    : text;
};
