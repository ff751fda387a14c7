import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface OutboundAnswer {
  readonly status: number;
  readonly text: string;
}

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends to addresses that institutions named: nowhere that is the platform's own network. */
export type Outbound = (url: string, request: OutboundRequest) => Promise<OutboundAnswer>;

/** Why nothing was sent, or no answer taken, as the institution's manager may read it. */
class OutboundError extends Error {}

const MOST_BYTES = 64 * 1024;
const PATIENCE = 10_000;

const bodyOf = async (response: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    length += (part as Buffer).length;
    if (length > MOST_BYTES) {
      response.destroy();
      throw new OutboundError('The answer is too long.');
    }
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
};

/**
 * Addresses are examined when the name is resolved, for each connection: a name that later means an inner address is
 * refused then. Redirections are not followed.
 * @param inner addresses (or CIDR) of the institutions' own network that are let through, also without TLS
 */
export const outbound = (inner: readonly string[] = []): Outbound => {
  const allowIPAddressList = [...inner];
  const secure = new RequestFilteringHttpsAgent({ allowIPAddressList, keepAlive: false });
  // Without TLS what is sent could be read on the way: only inside the network that was named.
  const plain = new RequestFilteringHttpAgent({
    allowIPAddressList,
    denyIPAddressList: ['0.0.0.0/0', '::/0'],
    keepAlive: false,
  });
  return (text, { method, headers = {}, body }) => {
    const url = URL.parse(text);
    if (url === null || !['https:', 'http:'].includes(url.protocol) || url.username !== '')
      return Promise.reject(new OutboundError('The address begins with https://.'));
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const agent = url.protocol === 'https:' ? secure : plain;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(PATIENCE);
      const failed = (error: Error) =>
        reject(
          error instanceof OutboundError
            ? error
            : new OutboundError(
                signal.aborted ? `No answer in ${PATIENCE / 1000} s.` : reasonOf(error),
                { cause: error },
              ),
        );
      const asked = send(
        url,
        { method, agent, signal, headers: { ...headers, ...length } },
        (response) => {
          bodyOf(response).then(
            (answer) => resolve({ status: response.statusCode ?? 0, text: answer }),
            failed,
          );
        },
      );
      asked.on('error', failed);
      asked.end(body);
    });
  };
};

/** In words that tell nothing of the network inside. */
const reasonOf = (error: Error): string => {
  const code = (error as { code?: unknown }).code;
  if (/is not allowed/.test(error.message))
    return 'The address is one of an inner network, which the platform does not send to.';
  return typeof code === 'string'
    ? `The address does not answer (${code}).`
    : 'The address does not answer.';
};
