import type { Server } from 'node:http';
import type { Server as NetServer } from 'node:net';
import { PlatformError } from '@nodp/database';
import type { Configuration } from '../configuration.ts';

/** @param socket the port where another process took it for this one */
export const listen = (
  server: Server,
  { host, port }: Configuration,
  socket: NetServer | undefined,
): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program. Set PORT to a free one, e.g. PORT=${port + 1} npm start.`,
        EACCES: `This user may not serve on port ${port}. Set PORT to one above 1023.`,
        EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one of its own.`,
      };
      const message = reasons[error.code ?? ''];
      fail(message === undefined ? error : new PlatformError('port', message));
    });
    const listening = () => done((server.address() as { port: number }).port);
    if (socket === undefined) server.listen(port, host, listening);
    else server.listen(socket, listening);
  });

/** Milliseconds for what is in progress when a process is told to stop; whoever tells it waits a minute (`deploy`). */
const LAST_ANSWERS = 50_000;

/** Ends once the requests in progress are answered; who is answered meanwhile is told to come by another connection. */
export const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.prependListener('request', (_, response) => {
      response.setHeader('connection', 'close');
    });
    // A connection is idle when its answer has gone, which nothing tells.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const last = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(last);
      done();
    });
    server.closeIdleConnections();
  });
