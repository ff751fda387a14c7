/** What a `meta_*.txt` file says: `name: value` a line. */
export type Meta = Readonly<Record<string, string>>;

export const readMeta = (text: string): Meta =>
  Object.fromEntries(
    text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .flatMap((line) => {
        const [, name, value] = /^([A-Za-z_]+)\s*:\s*(.*)$/.exec(line.trim()) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value.trim()]];
      }),
  );

/** Whether a study says of itself that anybody may have it. */
export const isPublic = ({ groups }: Meta): boolean =>
  (groups ?? '').split(';').some((group) => group.trim().toUpperCase() === 'PUBLIC');
