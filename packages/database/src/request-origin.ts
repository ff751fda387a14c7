import { v7 as uuidv7 } from 'uuid';

/** Where work on the database comes from, as the access audit records it. */
export interface RequestOrigin {
  /** Made by the platform, one for each request. */
  readonly requestId: string;
  /** What the caller named the request (`x-request-id`). */
  readonly callerRequestId?: string | null;
  /** The web app's document or the endpoint, by name. */
  readonly operation?: string;
}

/** What of a request tells where it comes from. */
export const originOf = ({
  requestId,
  callerRequestId,
  operation,
}: RequestOrigin): RequestOrigin => ({
  requestId,
  ...(callerRequestId == null ? {} : { callerRequestId }),
  ...(operation === undefined ? {} : { operation }),
});

/** Work of the platform's own, or of a command. */
export const ownRequest = (): RequestOrigin => ({ requestId: uuidv7() });
