import { type ChildProcess, fork } from 'node:child_process';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What stands before several processes of the same kind: each request goes to the next that takes connections. */
export interface Balancer {
  readonly port: number;
  /** By a name, the first part of a request's path: the ports of its processes. */
  readonly backends: Map<string, number[]>;
  /** How many requests each port was sent. */
  readonly sent: ReadonlyMap<number, number>;
  stop(): Promise<void>;
}

const bodyOf = async (from: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

export const startBalancer = async (): Promise<Balancer> => {
  const backends = new Map<string, number[]>();
  const sent = new Map<number, number>();
  let turn = 0;
  const server: Server = createServer(async (from, to) => {
    const name = from.url?.split('/')[1] ?? '';
    const body = await bodyOf(from);
    const ports = backends.get(name) ?? [];
    const first = turn++;
    const attempt = (n: number): void => {
      const port = ports[(first + n) % ports.length];
      if (port === undefined || n === ports.length) {
        to.writeHead(503).end();
        return;
      }
      // A connection for each request, as a balancer has that is told nothing of those that go away.
      const options = { port, path: '/graphql', method: from.method, headers: from.headers };
      const call = request({ ...options, agent: false }, (answer) => {
        sent.set(port, (sent.get(port) ?? 0) + 1);
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(to);
      });
      call.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') attempt(n + 1);
        else to.destroy();
      });
      call.end(body);
    };
    attempt(0);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    ...{ backends, sent },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

const program = join(import.meta.dirname, '../apps/gateway/src/subgraph.ts');

export interface SubgraphProcess {
  readonly port: number;
  /** As an operator's supervisor ends it. @returns the code it ended with */
  stop(): Promise<number | null>;
}

/** A subgraph as `npm run subgraph -- NAME` runs it, on a free port. */
export const startSubgraph = async (
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<SubgraphProcess> => {
  const child: ChildProcess = fork(program, [name, '--port', '0'], {
    env: { ...process.env, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let log = '';
  child.stderr?.on('data', (part: Buffer) => {
    log += part.toString();
  });
  const gone = new Promise<number | null>((done) => child.once('exit', done));
  const url = await new Promise<string>((done, fail) => {
    child.once('message', (message) => done((message as { url: string }).url));
    child.once('exit', (code) => fail(new Error(`${name} ended (${code}):\n${log}`)));
  });
  return {
    port: Number(new URL(url).port),
    stop: () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
};
