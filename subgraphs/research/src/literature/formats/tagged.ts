/** A line of a tagged file with the lines that continue it. */
export interface Field {
  /** From 1. */
  readonly line: number;
  readonly tag: string;
  readonly value: string;
}

export interface Problem {
  /** Line of the file, from 1. */
  readonly line: number;
  /** What is wrong and how to correct it. */
  readonly message: string;
}

/** How a line of the format is told. */
export interface Grammar {
  /** Captures tag and value. */
  readonly field: RegExp;
  /** Captures what continues the field before; null for a line that cannot. */
  readonly continuation: RegExp;
  /** How a line ought to look, for the message. */
  readonly form: string;
}

/** Reads the lines of a tagged file: fields, and lines that are none. */
export const readTagged = (
  text: string,
  { field, continuation, form }: Grammar,
): { readonly fields: Field[]; readonly problems: Problem[] } => {
  const fields: Field[] = [];
  const problems: Problem[] = [];
  let open: { line: number; tag: string; parts: string[] } | null = null;
  const close = () => {
    if (open !== null) fields.push({ ...open, value: open.parts.join(' ').trim() });
    open = null;
  };
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = index + 1;
    const started = field.exec(raw);
    const more = started ? null : continuation.exec(raw);
    if (started) {
      close();
      open = { line, tag: (started[1] as string).trim(), parts: [(started[2] as string).trim()] };
    } else if (raw.trim() === '') {
      close();
    } else if (more && open !== null) {
      open.parts.push((more[1] as string).trim());
    } else {
      problems.push({
        line,
        message: `“${raw.slice(0, 40)}” belongs to no field. Write fields as “${form}”, or remove the line.`,
      });
    }
  }
  close();
  return { fields, problems };
};

/** The fields of one record of the file. */
export class RecordFields {
  readonly line: number;
  readonly #fields: readonly Field[];

  constructor(fields: readonly Field[]) {
    this.line = fields[0]?.line ?? 1;
    this.#fields = fields;
  }

  all(...tags: string[]): Field[] {
    return this.#fields.filter((field) => tags.includes(field.tag) && field.value !== '');
  }

  /** The first of the first tag that occurs. */
  first(...tags: string[]): Field | null {
    for (const tag of tags) {
      const [found] = this.all(tag);
      if (found) return found;
    }
    return null;
  }

  text(...tags: string[]): string | null {
    return this.first(...tags)?.value ?? null;
  }
}
