import type { IncomingMessage } from 'node:http';

/** What the server hands to the application with each request. */
export interface FromNode {
  readonly incoming?: IncomingMessage;
}

/**
 * The address a request comes from. Behind proxies of the operator's it is the one that the outermost of them saw: the
 * n-th from the right of X-Forwarded-For, because a caller may write whatever it likes to the left of that.
 * @param proxies how many there are; with none the header is not believed
 */
export const addressOf = (
  from: FromNode,
  forwardedFor: string | undefined,
  proxies: number,
): string => {
  const direct = from.incoming?.socket.remoteAddress ?? 'unknown';
  if (proxies === 0) return direct;
  const seen = (forwardedFor ?? '').split(',').map((one) => one.trim());
  return seen.at(-proxies) || direct;
};
