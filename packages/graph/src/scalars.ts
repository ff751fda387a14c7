import { GraphQLError, GraphQLScalarType } from 'graphql';

const partial = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** There is no year 0, and no 30 February. */
const inCalendar = (day: string): boolean => {
  if (day.startsWith('0000')) return false;
  const read = new Date(day.slice(0, 10));
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day.slice(0, 10));
};

const input =
  (name: string, test: (value: string) => boolean, form: string) => (value: unknown) => {
    if (typeof value === 'string' && test(value)) return value;
    throw new GraphQLError(`${name} must be ${form}, not ${JSON.stringify(value)}.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };

const partialDate = input(
  'A date',
  (value) => partial.test(value) && inCalendar(value),
  'YYYY, YYYY-MM or YYYY-MM-DD of the calendar',
);

export const PartialDate = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  parseValue: partialDate,
  serialize: (value) => String(value),
});

/** From PostgreSQL's text of an instant to ISO 8601 in UTC. */
const iso = (value: unknown): string => {
  const instant = new Date(String(value));
  if (Number.isNaN(instant.getTime())) throw new GraphQLError(`Not an instant: ${String(value)}`);
  return instant.toISOString();
};

/** As far as PostgreSQL takes it, too: an hour of the clock, an offset that some clock of the world has. */
const moment =
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?)?$/;

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  parseValue: input(
    'An instant',
    (value) => moment.test(value) && inCalendar(value) && !Number.isNaN(Date.parse(value)),
    'ISO 8601 with a day of the calendar',
  ),
  serialize: iso,
});

const digits = { year: 4, month: 7, day: 10 } as const;

/** As the graph shows a date: no more of it than is known. */
export const showPartial = (
  date: string | null,
  precision: keyof typeof digits | null,
): string | null => (date === null ? null : date.slice(0, digits[precision ?? 'day']));
