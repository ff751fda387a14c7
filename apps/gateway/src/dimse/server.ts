import { createServer as createPlain, type Server, type Socket } from 'node:net';
import { createServer as createSecure } from 'node:tls';
import { type DimseSender, hasScope, PlatformError, type Principal } from '@nodp/database';
import { v7 as uuidv7 } from 'uuid';
import type { TlsTexts } from '../tls.ts';
import { accepted, REJECTION, readRequest, rejected } from './associate.ts';
import { associated, type StoreServices, writing } from './association.ts';
import { spoken } from './fragments.ts';
import { ABORT, abortPdu, DimseFault, PDU, type Pdu, pdusOf } from './pdu.ts';
import { senderOf } from './senders.ts';

export interface DimseSettings {
  readonly host: string;
  readonly port: number;
  readonly senders: readonly DimseSender[];
  /** Null for connections in the clear. */
  readonly tls: TlsTexts | null;
}

interface DimseServices extends StoreServices {
  /** The account of a sender; undefined where it is closed or was never made. */
  readonly account: (id: string) => Promise<Principal | undefined>;
  readonly onRefused: (reason: string, from: string) => void;
}

/** Who connects and does not ask to be associated has gone (ARTIM, PS3.8 9.1.5); and a peer that is silent for so long. */
const ASKING_MS = 30_000;
const SILENT_MS = 15 * 60_000;
const LEAVING_MS = 5_000;
/** Connections at once, of all peers and of one address: each holds a unit of data and no more. */
const MOST_CONNECTIONS = 100;
const MOST_OF_ADDRESS = 25;

interface Connection {
  readonly socket: Socket;
  /** Whether it waits for the peer, and whether the platform is being stopped. */
  isWaiting: boolean;
  isEnding: boolean;
  done: Promise<void>;
}

const serve = async (
  services: DimseServices,
  { senders }: DimseSettings,
  connection: Connection,
): Promise<void> => {
  const { socket } = connection;
  const answer = writing(socket);
  const from = socket.remoteAddress ?? '';
  const pdus: AsyncGenerator<Pdu, void> = pdusOf(
    // It is still written to after what came was no DICOM.
    socket.iterator({ destroyOnReturn: false }),
  );
  const { value: first, done } = await pdus.next();
  if (done || first.type === PDU.abort) return;
  if (first.type !== PDU.request)
    throw new DimseFault(ABORT.unexpected, 'The first unit is no request for an association.');
  socket.setTimeout(SILENT_MS);
  const request = readRequest(first.body);
  const sender = senderOf(senders, request);
  const principal = async (): Promise<Principal | undefined> => {
    const found = typeof sender === 'string' ? undefined : await services.account(sender.account);
    return found !== undefined && found.institutionId !== null && hasScope(found, 'record:write')
      ? found
      : undefined;
  };
  if ((await principal()) === undefined) {
    const { calling, called } = request;
    services.onRefused(`no system account for ${calling}, calling ${called}`, from);
    const why = sender === 'called' ? REJECTION.calledUnknown : REJECTION.callingUnknown;
    return answer(rejected(why));
  }
  const { answer: agreement, agreed } = accepted(first.body, request);
  await answer(agreement);
  await associated(services, {
    ...{ say: spoken(pdus), agreed, principal, answer },
    isEnding: () => connection.isEnding,
    waits: (waiting) => {
      connection.isWaiting = waiting;
    },
  });
};

/** A connection's whole life; never throws. */
const served = async (
  services: DimseServices,
  settings: DimseSettings,
  connection: Connection,
): Promise<void> => {
  const { socket } = connection;
  try {
    await serve(services, settings, connection);
  } catch (error) {
    if (error instanceof DimseFault) {
      if (!connection.isEnding) services.onRefused(error.message, socket.remoteAddress ?? '');
      await writing(socket)(abortPdu(error.reason));
    } else if (!socket.destroyed && !connection.isEnding) services.onError?.(error, uuidv7());
  }
  socket.end();
  // Who does not hang up then is hung up on.
  socket.setTimeout(LEAVING_MS);
};

const listening = (server: Server, { port, host }: DimseSettings): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' ? 'is taken by another program' : error.message;
      fail(
        new PlatformError(
          'port',
          `Port ${port} for DIMSE ${taken}. Set NODP_DIMSE_PORT to a free one.`,
        ),
      );
    });
    server.listen(port, host, () => done((server.address() as { port: number }).port));
  });

/** Takes images by C-STORE and answers C-ECHO. @returns the port, and how it is stopped */
export const startDimse = async (
  services: DimseServices,
  settings: DimseSettings,
): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  const connections = new Set<Connection>();
  const accept = (socket: Socket): void => {
    const from = socket.remoteAddress;
    const alike = [...connections].filter((one) => one.socket.remoteAddress === from);
    if (alike.length >= MOST_OF_ADDRESS) {
      services.onRefused(`more than ${MOST_OF_ADDRESS} connections of one address`, from ?? '');
      socket.end(rejected(REJECTION.busy));
      return;
    }
    socket.setNoDelay(true);
    // Its end is seen where it is read.
    socket.on('error', () => socket.destroy());
    socket.setTimeout(ASKING_MS, () => socket.destroy());
    const connection: Connection = {
      socket,
      isWaiting: false,
      isEnding: false,
      done: Promise.resolve(),
    };
    connections.add(connection);
    connection.done = served(services, settings, connection).finally(() =>
      connections.delete(connection),
    );
  };
  const { tls } = settings;
  const server =
    tls === null
      ? createPlain(accept)
      : createSecure(
          {
            cert: tls.certificate,
            key: tls.key,
            ...(tls.clients === null
              ? {}
              : { ca: tls.clients, requestCert: true, rejectUnauthorized: true }),
          },
          accept,
        );
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listening(server, settings);
  return {
    port,
    stop: async () => {
      const closed = new Promise((done) => server.close(done));
      const all = [...connections];
      for (const connection of all) {
        connection.isEnding = true;
        if (connection.isWaiting)
          connection.socket.end(abortPdu(ABORT.unspecified), () => connection.socket.destroy());
      }
      // What is being stored is finished, if the rest of it comes.
      const ending = setTimeout(() => {
        for (const { socket } of all) socket.destroy();
      }, 5_000);
      await Promise.all(all.map(({ done }) => done));
      clearTimeout(ending);
      await closed;
    },
  };
};
