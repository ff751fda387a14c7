import { createServer as createPlain, type Server, type Socket } from 'node:net';
import { createServer as createSecure } from 'node:tls';
import { hasScope, type MllpSender, PlatformError, type Principal } from '@nodp/database';
import {
  type Answered,
  acknowledgementOf,
  type Frame,
  framed,
  frameReader,
  isAnswerWanted,
  partAt,
} from '@nodp/intake';
import { v7 as uuidv7 } from 'uuid';
import type { TlsTexts } from '../tls.ts';
import { senderOf } from './senders.ts';
import { type Hl7v2Services, headerIn } from './take.ts';
import { type MessageTaker, messageTaker } from './together.ts';

export interface MllpSettings {
  readonly host: string;
  readonly ports: readonly number[];
  readonly senders: readonly MllpSender[];
  /** Null for connections in the clear. */
  readonly tls: TlsTexts | null;
}

export interface MllpServices extends Hl7v2Services {
  /** The account of a sender; undefined where it is closed or was never made. */
  readonly account: (id: string) => Promise<Principal | undefined>;
  readonly onRefused: (reason: string, from: string) => void;
  readonly taker?: MessageTaker;
}

interface Serving extends MllpServices {
  readonly taker: MessageTaker;
}

/** A sender that is silent for so long has gone. */
const SILENT_MS = 30 * 60_000;
/** Connections at once, of all senders: each holds at most one message being read. */
const MOST_CONNECTIONS = 200;
/** Of one address, so that one sender leaves the others room. */
const MOST_OF_ADDRESS = 50;
/** Frames of nobody, and what is none, on one connection: each is answered and noted, and a chunk may hold thousands. */
const MOST_STRANGE = 100;

const rejected = (message: string, msh: Answered['msh'] = null): Answered => ({
  msh,
  code: 'AR',
  text: 'Nothing was taken.',
  issues: [{ severity: 'fatal', code: 'structure', where: '', message }],
  submissionId: null,
});

/** What a frame is answered with; a message is taken after those before it, whose answers it does not wait for. */
const answerTo = async (
  services: Serving,
  settings: MllpSettings,
  frame: Frame,
  { port, from }: { readonly port: number; readonly from: string },
  account: MllpServices['account'],
): Promise<{ readonly answered: Answered | Promise<Answered>; readonly isStrange: boolean }> => {
  const refusal = (message: string, msh: Answered['msh'] = null) => ({
    answered: rejected(message, msh),
    isStrange: true,
  });
  if ('tooLong' in frame)
    return refusal('The message is longer than 50 MB. Send its documents apart, or in parts.');
  if ('stray' in frame) {
    services.onRefused(`${frame.stray} bytes outside a frame`, from);
    return refusal(
      `${frame.stray} bytes came outside a frame. Frame each message by MLLP: 0x0B, the message, 0x1C 0x0D.`,
    );
  }
  const { message } = frame;
  const msh = headerIn(message);
  const said = {
    port,
    application: partAt(msh ?? undefined, 3) ?? '',
    facility: partAt(msh ?? undefined, 4) ?? '',
  };
  const sender = senderOf(settings.senders, said);
  const principal = sender === null ? undefined : await account(sender.account);
  const known =
    principal !== undefined &&
    principal.institutionId !== null &&
    hasScope(principal, 'record:write');
  if (sender === null || principal === undefined || !known) {
    services.onRefused('no system account for the sender', from);
    return refusal(
      `The platform knows no sender ${said.application || '(empty)'} of ${said.facility || '(empty)'} on this port (MSH-3, MSH-4). Ask its operator to name it.`,
      msh,
    );
  }
  const origin = { requestId: uuidv7() };
  return {
    isStrange: false,
    answered: services.taker.take(message, {
      principal,
      origin,
      channel: 'mllp',
      request: { charset: sender.charset ?? undefined },
    }),
  };
};

/** The accounts of one look each, of what came at once. */
const resolvedOnce = (find: MllpServices['account']): MllpServices['account'] => {
  const found = new Map<string, ReturnType<typeof find>>();
  return (id) => {
    const known = found.get(id) ?? find(id);
    found.set(id, known);
    return known;
  };
};

/** Serves one connection: its messages in their order, and no more is read of it while those that came at once are being taken. */
const serve = (services: Serving, settings: MllpSettings, socket: Socket): void => {
  const read = frameReader();
  const place = { port: socket.localPort ?? 0, from: socket.remoteAddress ?? '' };
  let work = Promise.resolve();
  let strange = 0;
  const write = async (answered: Answered): Promise<void> => {
    if (!isAnswerWanted(answered) || socket.destroyed) return;
    const text = acknowledgementOf(answered, new Date(), uuidv7());
    const drained = socket.write(framed(Buffer.from(text, 'ascii')));
    if (!drained) await new Promise((next) => socket.once('drain', next).once('close', next));
  };
  socket.setTimeout(SILENT_MS, () => socket.destroy());
  // Who went away in the middle has its connection ended; what was taken stays taken.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    socket.pause();
    work = work
      .then(async () => {
        const account = resolvedOnce(services.account);
        const answers: (Answered | Promise<Answered>)[] = [];
        for (const frame of read(chunk)) {
          const { answered, isStrange } = await answerTo(services, settings, frame, place, account);
          answers.push(answered);
          if (isStrange) strange++;
          if (strange >= MOST_STRANGE) break;
        }
        for (const answered of answers) await write(await answered);
        if (strange >= MOST_STRANGE) socket.destroy();
      })
      .catch((error: unknown) => {
        services.onError?.(error, uuidv7());
        socket.destroy();
      })
      .finally(() => socket.resume());
  });
};

const listening = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' ? 'is taken by another program' : error.message;
      fail(
        new PlatformError(
          'port',
          `Port ${port} for MLLP ${taken}. Set NODP_MLLP_PORT to a free one.`,
        ),
      );
    });
    server.listen(port, host, () => done((server.address() as { port: number }).port));
  });

/** Takes HL7 v2 by MLLP. @returns the ports, and how it is stopped */
export const startMllp = async (
  services: MllpServices,
  settings: MllpSettings,
): Promise<{ readonly ports: readonly number[]; stop(): Promise<void> }> => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const serving: Serving = { ...services, taker: services.taker ?? messageTaker(services) };
  const accept = (socket: Socket): void => {
    const from = socket.remoteAddress ?? '';
    const alike = [...sockets].filter(({ remoteAddress }) => remoteAddress === from);
    if (alike.length >= MOST_OF_ADDRESS) {
      services.onRefused(`more than ${MOST_OF_ADDRESS} connections of one address`, from);
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(serving, settings, socket);
  };
  const stop = async (): Promise<void> => {
    const closed = servers.map((server) => new Promise((done) => server.close(done)));
    for (const socket of sockets) socket.end();
    const ending = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, 5_000);
    await Promise.all(closed);
    clearTimeout(ending);
  };
  const { tls, host } = settings;
  try {
    const ports: number[] = [];
    for (const port of settings.ports) {
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
      servers.push(server);
      ports.push(await listening(server, port, host));
    }
    return { ports, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
