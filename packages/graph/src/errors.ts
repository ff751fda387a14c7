import { GraphQLError } from 'graphql';

const error = (code: string, status: number) => (message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

/** What was asked for is not well formed; the message says how to correct it. */
export const badInput = error('BAD_USER_INPUT', 400);
/** The reader is not signed in. */
export const unauthenticated = error('UNAUTHENTICATED', 401);
/** The reader may not see or do this. */
export const forbidden = error('FORBIDDEN', 403);
/** The database does not answer at the moment; the same request may succeed a little later. */
export const unavailable = error('SERVICE_UNAVAILABLE', 503);
