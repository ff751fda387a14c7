import { request } from 'node:http';

/** A person's or machine's way in, as curl or a browser would take it. */
export interface Client {
  graph<T = Record<string, unknown>>(
    query: string,
    variables?: object,
  ): Promise<{ data?: T | null; errors?: { message: string; extensions?: { code?: string } }[] }>;
  fhir(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
}

const clientWith = (url: string, credentials: Record<string, string>): Client => ({
  graph: async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-nodp-csrf': '1', ...credentials },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as never;
  },
  fhir: async (path, body, headers = {}) => {
    const response = await fetch(`${url}/fhir${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json', ...credentials, ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  },
});

const post = (address: string, body: object): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** By bearer token, as a hospital's system does. */
export const withToken = async (
  url: string,
  account: string,
  password = 'nodp-demo',
): Promise<Client> => {
  const response = await post(`${url}/auth/token`, { account, password });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return clientWith(url, { authorization: `Bearer ${token}` });
};

export const nobody = (url: string): Client => clientWith(url, {});

/**
 * Status of a POST that declares its length and waits with its body: a client that writes on while the server refuses and
 * closes may be told of the closed connection before it reads the refusal.
 * @param bytes declared
 */
export const statusByLength = (
  address: string,
  bytes: number,
  headers: Record<string, string> = {},
): Promise<number> =>
  new Promise((done, fail) => {
    const asked = request(address, {
      method: 'POST',
      headers: { ...headers, 'content-length': bytes },
    });
    asked.once('response', ({ statusCode }) => {
      done(statusCode ?? 0);
      asked.destroy();
    });
    asked.once('error', fail);
    asked.flushHeaders();
  });
