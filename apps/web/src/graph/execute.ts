/** Sends the app's documents, by their hash, to the graph. */
import type { TypedDocumentString } from './generated/graphql.ts';

/** What the graph says went wrong. */
export type GraphErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'TOO_MANY_REQUESTS'
  | 'TOO_LARGE'
  | 'UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'
  | 'UNREACHABLE';

/** A failed request: what a person reads, and what support needs to find it. */
export class GraphError extends Error {
  readonly code: GraphErrorCode | (string & {});
  readonly requestId: string | null;
  constructor(code: string, message: string, requestId: string | null) {
    super(message);
    this.name = 'GraphError';
    this.code = code === 'UNAUTHORIZED_FIELD_OR_TYPE' ? 'FORBIDDEN' : code;
    this.requestId = requestId;
  }
}

type Answer<Result> = {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string } }[];
};

/** Asks the graph; throws a GraphError unless the whole answer came. */
export async function execute<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await post(
    '/graphql',
    { documentId: document.__meta__?.hash, variables },
    signal,
  );
  const requestId = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => null)) as Answer<Result> | null;
  const error = answer?.errors?.[0];
  if (error) {
    const code = error.extensions?.code ?? codeOfStatus(response.status);
    throw new GraphError(code, error.message, requestId);
  }
  if (!response.ok || !answer?.data) {
    throw new GraphError(codeOfStatus(response.status), `HTTP ${response.status}`, requestId);
  }
  return answer.data;
}

/** A POST of JSON to the gateway, with the header that no other site's page can set. */
export const post = (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  reach(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-nodp-csrf': '1',
    },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

/** Fetches; where nothing answers, throws a GraphError that says so and nothing else. */
export async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    // What the browser says of it (“TypeError: Failed to fetch”) tells a person nothing.
    throw new GraphError('UNREACHABLE', '', null);
  }
}

/** What a status means where the answer carries no code of its own. */
export function codeOfStatus(status: number): GraphErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 413) return 'TOO_LARGE';
  if (status === 429) return 'TOO_MANY_REQUESTS';
  if (status >= 502 && status <= 504) return 'UNAVAILABLE';
  if (status >= 400 && status < 500) return 'BAD_USER_INPUT';
  return 'INTERNAL_SERVER_ERROR';
}
