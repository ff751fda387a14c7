import { type ExecutionResult, GraphQLError } from 'graphql';

const statuses = new Map<string, number>();

const error = (code: string, status: number) => {
  statuses.set(code, status);
  return (message: string) => new GraphQLError(message, { extensions: { code, http: { status } } });
};

/** What was asked for is not well formed; the message says how to correct it. */
export const badInput = error('BAD_USER_INPUT', 400);
/** The reader is not signed in. */
export const unauthenticated = error('UNAUTHENTICATED', 401);
/** The reader may not see or do this. */
export const forbidden = error('FORBIDDEN', 403);
/** What is asked for has to be asked for by another HTTP method. */
export const notByThisMethod = error('METHOD_NOT_ALLOWED', 405);
/** The database does not answer at the moment; the same request may succeed a little later. */
export const unavailable = error('SERVICE_UNAVAILABLE', 503);

/**
 * The answer of a subgraph in another process as it would be in this one: JSON has made its errors plain objects, which a
 * gateway takes for faults of its own and answers with 500.
 */
export const asToldHere = (result: ExecutionResult): ExecutionResult =>
  result.errors === undefined
    ? result
    : {
        ...result,
        errors: result.errors.map(({ message, path, extensions }) => {
          const status = statuses.get(String(extensions?.code));
          return new GraphQLError(message, {
            path,
            extensions: { ...extensions, ...(status !== undefined && { http: { status } }) },
          });
        }),
      };
