import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { ApolloServer, BaseContext } from '@apollo/server';
import { HeaderMap } from '@apollo/server';

/** A certificate and its key, PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** As much as the gateway itself takes in. */
const MOST_BYTES = 20 * 2 ** 20;

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Refused(413, 'The body is too large.');
    parts.push(part);
  }
  if (bytes === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
};

const headersOf = (request: IncomingMessage): HeaderMap => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
};

/** Answers HTTP by a server of the graph. @param contextOf what the resolvers are given of a request and its body */
export const listenerOf =
  <Context extends BaseContext>(
    server: ApolloServer<Context>,
    contextOf: (request: IncomingMessage, body: unknown) => Promise<Context>,
  ): RequestListener =>
  (request, response) => {
    const answer = async () => {
      const body = await bodyOf(request);
      const { search } = new URL(request.url ?? '/', 'http://subgraph');
      const answered = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method ?? 'GET',
          headers: headersOf(request),
          search,
          body,
        },
        context: () => contextOf(request, body),
      });
      for (const [name, value] of answered.headers) response.setHeader(name, value);
      response.statusCode = answered.status ?? 200;
      if (answered.body.kind === 'complete') {
        response.end(answered.body.string);
        return;
      }
      for await (const part of answered.body.asyncIterator) response.write(part);
      response.end();
    };
    answer().catch((error: Error) => {
      const status = error instanceof Refused ? error.status : 500;
      if (status === 500) console.error(error);
      // What is left of the body is not read.
      response
        .writeHead(status, { connection: 'close' })
        .end(error instanceof Refused ? error.message : undefined);
    });
  };

/** With a certificate by TLS, 1.2 at least, else in the clear. */
export const createServer = (listener: RequestListener, tls: Certificate | null): Server =>
  tls === null
    ? createHttpServer(listener)
    : createHttpsServer({ cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' }, listener);
