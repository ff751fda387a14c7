import { CirceError } from '../circe-error.ts';
import { type TextFilter, textFilter } from '../schema/values.ts';
import type { AttributeKind } from './kind.ts';

const HOW = {
  startsWith: 'starting with',
  contains: 'containing',
  endsWith: 'ending with',
} as const;
type How = keyof typeof HOW;

const parts = (op: string) => {
  const how = op.replace(/^!/, '');
  return { not: op.startsWith('!'), how: Object.hasOwn(HOW, how) ? (how as How) : null };
};

/** Before a quote circe drops backslashes; a % or _ of the text stays a wildcard, as in circe. */
const escaped = (text: string): string => text.replaceAll(/\\*'/g, "''");

export const text: AttributeKind<TextFilter> = {
  schema: textFilter,
  where: ({ Text, Op = '' }, { of, at }) => {
    const { not, how } = parts(Op);
    if (how === null)
      throw new CirceError(
        `${at}.Op`,
        `has to be one of ${Object.keys(HOW).join(', ')}, or ! before it`,
      );
    if (Text === undefined) throw new CirceError(`${at}.Text`, 'has to be a text');
    const before = how === 'startsWith' ? '' : '%';
    const after = how === 'endsWith' ? '' : '%';
    return `${of} ${not ? 'NOT ' : ''}LIKE '${before}${escaped(Text)}${after}'`;
  },
  says: ({ Text = '', Op = '' }) => {
    const { not, how } = parts(Op);
    return `${not ? 'not ' : ''}${how === null ? Op : HOW[how]} "${Text}"`;
  },
  amiss: ({ Text }) => (Text === undefined ? 'empty' : null),
};
