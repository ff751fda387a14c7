/** PostgreSQL's COPY text format: columns parted by tabs, `\N` for null, backslash escapes. */

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

export const copyText = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] as string) : text;

/** `{"a","b"}`: an array's literal, each element quoted. */
const arrayText = (list: readonly unknown[]): string =>
  `{${list.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

export type ColumnKind = 'plain' | 'array' | 'json' | 'bytes';

/** One value of a column, encoded. */
export const copyValue = (value: unknown, kind: ColumnKind): string => {
  if (value === null || value === undefined) return '\\N';
  switch (kind) {
    case 'plain':
      return typeof value === 'string' ? copyText(value) : String(value);
    case 'array':
      return copyText(arrayText(value as readonly unknown[]));
    case 'json':
      return copyText(JSON.stringify(value));
    case 'bytes':
      return `\\\\x${Buffer.from(value as Uint8Array).toString('hex')}`;
  }
};
