import { isUnavailable, isUnstorable } from '@nodp/database';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { badInput, unavailable } from './errors.ts';

/** Said of every request that came while the database did not answer. */
export const UNAVAILABLE =
  'The database does not answer at the moment; try again in a moment. / 数据库暂时无法应答，请稍后再试。';

/** Said where a text holds what none can hold. */
export const UNSTORABLE =
  'A text holds a sign that no text can hold (U+0000, or half a character); leave it out. / 文字中含有无效字符（U+0000 或不完整的字符），请去除。';

/** Hears of what went wrong inside: for the log, where the message may be read. */
export type Report = (error: Error, requestId: string) => void;

/** Whether an error was written for the caller: one of the platform, or of the schema's own checks. */
const meant = (error: GraphQLError): boolean =>
  !error.originalError || error.originalError instanceof GraphQLError;

/** The error as graphql-js makes it: graphql-jit's cannot be added to, which a gateway does to say whose it is. */
const asMade = ({ message, path, extensions, originalError }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    path,
    ...(extensions && { extensions }),
    ...(originalError && { originalError }),
  });

/**
 * What was not meant for the reader is reported and replaced: a message of the database or of a
 * library may hold what the reader must not see.
 */
export const maskErrors = (
  result: ExecutionResult,
  requestId: string,
  report: Report,
): ExecutionResult => {
  if (result.errors === undefined) return result;
  const errors = result.errors.map((error) => {
    if (meant(error)) return asMade(error);
    // What the caller wrote is no fault of the platform's.
    const isTheirs = isUnstorable(error.originalError);
    if (!isTheirs) report(error.originalError as Error, requestId);
    const told = isTheirs
      ? badInput(UNSTORABLE)
      : isUnavailable(error.originalError)
        ? unavailable(UNAVAILABLE)
        : new GraphQLError('Something went wrong. / 出现错误。', {
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          });
    return new GraphQLError(told.message, { path: error.path, extensions: told.extensions });
  });
  return { ...result, errors };
};
