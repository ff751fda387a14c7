import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export const thorough = process.env.npm_lifecycle_event === 'attack';

/** The first three in a run of the tests, all with `npm run attack`. */
export const few = <T>(all: readonly T[]): readonly T[] => (thorough ? all : all.slice(0, 3));

/** A request, without who sends it. */
export interface Sent {
  readonly account?: string;
  readonly method?: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** A running platform, and tokens of accounts at it. */
export interface Doors {
  readonly url: string;
  readonly tokens: ReadonlyMap<string, string>;
  /** What accounts asked and were answered, or refused as who they are: by the platform's own number of the request. */
  readonly answered: Map<string, string>;
}

const ACCOUNTS = [
  ...['hospital-system', 'data-manager', 'data-manager-national', 'clinician', 'followup'],
  ...['researcher', 'privacy-officer'],
];

/** @throws where one of the accounts is not signed in */
export const doorsOf = async (url: string): Promise<Doors> => {
  const tokens = new Map<string, string>();
  for (const account of ACCOUNTS) {
    const response = await fetch(`${url}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password: 'nodp-demo' }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`${account} is not signed in (${response.status}).`);
    tokens.set(account, token);
  }
  return { url, tokens, answered: new Map() };
};

/** An answer that broke off, or none. */
const BROKEN = 599;

/** Waits where the platform says that too much was asked. */
const send = async (
  { url, tokens, answered }: Doors,
  { account, method = 'GET', path, type, body }: Sent,
): Promise<number> => {
  for (;;) {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(account !== undefined && { authorization: `Bearer ${tokens.get(account)}` }),
        ...(type !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { body }),
    });
    const whole = await response.arrayBuffer().catch(() => null);
    if (whole === null) return BROKEN;
    // HL7 v2 says within an answer that nothing was taken.
    const taken =
      !path.startsWith('/hl7v2') || /\rMSA\|AA/.test(Buffer.from(whole).toString('latin1'));
    if (account !== undefined && ((response.ok && taken) || response.status === 403))
      answered.set(
        response.headers.get('x-request-id') ?? '',
        `${response.status} ${method} ${path.split('?')[0]}`,
      );
    // Of nobody's requests some are counted by the hour.
    if (response.status !== 429 || account === undefined) return response.status;
    await setTimeout(500);
  }
};

/** Requests, each with what a person reads of it. */
export type Told = Sent & { readonly as: string };

/** What was answered as a fault of the platform; all at once would only wait for each other. */
export const faultsOf = async (doors: Doors, all: readonly Told[]): Promise<string[]> => {
  const faults: string[] = [];
  const waiting = [...all];
  const next = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const status = await send(doors, one);
      if (status >= 500) faults.push(`${status} ${one.method ?? 'GET'} ${one.as}`);
    }
  };
  await Promise.all([next(), next(), next(), next()]);
  return faults.sort();
};

/** The status of a request as it is written on the line; 0 where the connection was closed without an answer. */
export const onTheLine = ({ url }: Doors, lines: readonly string[]): Promise<number> =>
  new Promise((done, fail) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let said = '';
    socket.on('data', (part) => {
      said += part.toString('latin1');
    });
    socket.once('error', fail);
    socket.once('close', () => done(Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0)));
    // Not ended: a server takes half a connection for a caller who left.
    socket.write(Buffer.from([...lines, 'connection: close', '', ''].join('\r\n'), 'latin1'));
  });
