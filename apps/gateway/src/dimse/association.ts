import type { Socket } from 'node:net';
import type { Principal } from '@nodp/database';
import { DicomFault, headBefore, type Received, takeInstances } from '@nodp/subgraph-imaging/dicom';
import { v7 as uuidv7 } from 'uuid';
import { FAILURES } from '../dicom-web/failures.ts';
import type { DicomServices } from '../dicom-web/services.ts';
import { undeclaredOf } from '../dicom-web/stow.ts';
import { type Context, VERIFICATION } from './associate.ts';
import { answerTo, COMMAND, type Command, readCommand, STATUS } from './command.ts';
import { commandPdu, type Said } from './fragments.ts';
import { ABORT, DimseFault, PDU, pduOf } from './pdu.ts';

export type StoreServices = Pick<
  DicomServices,
  'database' | 'cipher' | 'objects' | 'mostBytes' | 'charsets' | 'onError'
>;

/** Of a command set, more is none; an empty piece of it counts as the bytes before it. */
const MOST_COMMAND = 64 * 1024;
const PIECE_HEAD = 6;

interface Association {
  readonly say: () => Promise<Said>;
  readonly agreed: ReadonlyMap<number, Context>;
  /** Whose images they are, asked anew for each: an account may be closed meanwhile. */
  readonly principal: () => Promise<Principal | undefined>;
  readonly answer: (bytes: Buffer) => Promise<void>;
  /** Whether the platform is being stopped: what is under way is finished, and no more is begun. */
  readonly isEnding: () => boolean;
  /** Told when it waits for the peer, and when it does not. */
  readonly waits: (waiting: boolean) => void;
}

/** The peer went away, or broke off, in the middle of something. */
class Broken extends Error {}

type Turn = { readonly command: Command; readonly context: number } | 'release' | 'gone';

const nextCommand = async ({ say }: Pick<Association, 'say'>): Promise<Turn> => {
  const parts: Buffer[] = [];
  for (let length = 0; ; ) {
    const said = await say();
    if (said === 'release' || said === 'gone') return said;
    if (!said.isCommand)
      throw new DimseFault(ABORT.unexpected, 'A data set came without a command.');
    parts.push(said.bytes);
    length += said.bytes.length + PIECE_HEAD;
    if (length > MOST_COMMAND) throw new DimseFault(ABORT.parameter, 'A command is too long.');
    if (said.isLast) return { command: readCommand(Buffer.concat(parts)), context: said.context };
  }
};

/** The data set after a command, as it comes. @returns its pieces, and how what nobody read of it is passed over */
const dataSetAfter = ({ say }: Pick<Association, 'say'>, context: number) => {
  let isWhole = false;
  const next = async (): Promise<Buffer | null> => {
    if (isWhole) return null;
    const said = await say();
    if (said === 'release' || said === 'gone') throw new Broken();
    if (said.isCommand || said.context !== context)
      throw new DimseFault(ABORT.unexpected, 'Another command came within a data set.');
    isWhole = said.isLast;
    return said.bytes;
  };
  return {
    pieces: async function* (): AsyncGenerator<Buffer, void> {
      for (let piece = await next(); piece !== null; piece = await next()) yield piece;
    },
    pass: async (): Promise<void> => {
      while ((await next()) !== null);
    },
  };
};

const withHead = async function* (
  head: Buffer,
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void> {
  yield head;
  yield* pieces;
};

interface Stored {
  readonly status: number;
  readonly reason: string;
}

/** Takes an instance in as STOW-RS does. */
const store = async (
  services: StoreServices,
  association: Association,
  { command, context: id }: Exclude<Turn, string>,
  { syntax }: Context,
): Promise<Stored> => {
  const requestId = uuidv7();
  const data = dataSetAfter(association, id);
  let received: Received | null = null;
  try {
    const principal = await association.principal();
    if (principal === undefined) {
      await data.pass();
      return { status: STATUS.notAuthorized, reason: 'The account is closed.' };
    }
    const { sopClass, sopUid } = command;
    received = await services.objects.receive(
      withHead(headBefore({ sopClass, sopUid, syntax }), data.pieces()),
      services.mostBytes,
    );
    const undeclared = await undeclaredOf(services, principal);
    const sender = { principal, origin: { requestId }, undeclared, study: null };
    const [taken] = await takeInstances(services, { ...sender, operation: 'C-STORE' }, [received]);
    if (taken === undefined) throw new Error('Nothing became of an instance.');
    return taken.outcome === 'set-aside'
      ? { status: FAILURES[taken.fault], reason: taken.reason }
      : { status: STATUS.success, reason: '' };
  } catch (error) {
    if (error instanceof DimseFault || error instanceof Broken) throw error;
    await data.pass();
    if (error instanceof DicomFault)
      return { status: FAILURES['too-large'], reason: error.message };
    services.onError?.(error, requestId);
    // Out of resources (PS3.4 B.2.3): the peer sends it again.
    return { status: FAILURES['too-large'], reason: 'It was not taken. Send it again.' };
  } finally {
    await received?.drop();
  }
};

const perform = async (
  services: StoreServices,
  association: Association,
  turn: Exclude<Turn, string>,
): Promise<void> => {
  const { command, context: id } = turn;
  const context = association.agreed.get(id);
  if (context === undefined)
    throw new DimseFault(ABORT.parameter, `Nothing was agreed on for context ${id}.`);
  const answered = (status: number, reason = '') =>
    association.answer(commandPdu(id, answerTo(command, status, reason)));
  // What is to be given up is done already, or was never begun: neither is answered (PS3.7 9.3.2.3).
  if (command.field === COMMAND.cancel) return;
  if (command.field === COMMAND.echo && context.abstract === VERIFICATION)
    return answered(STATUS.success);
  const isStore = command.field === COMMAND.store && context.abstract !== VERIFICATION;
  if (isStore && command.hasDataSet) {
    const { status, reason } = await store(services, association, turn, context);
    return answered(status, reason);
  }
  if (command.hasDataSet) await dataSetAfter(association, id).pass();
  return answered(STATUS.unrecognized, 'Only C-ECHO and C-STORE are known here.');
};

/** Does what is asked in an association, one command after the other, until it is released or the peer is gone. @throws DimseFault */
export const associated = async (
  services: StoreServices,
  association: Association,
): Promise<void> => {
  while (!association.isEnding()) {
    association.waits(true);
    const turn = await nextCommand(association);
    association.waits(false);
    if (turn === 'gone') return;
    if (turn === 'release') return association.answer(pduOf(PDU.releaseAnswer, Buffer.alloc(4)));
    try {
      await perform(services, association, turn);
    } catch (error) {
      if (error instanceof Broken) return;
      throw error;
    }
  }
  throw new DimseFault(ABORT.unspecified, 'The platform is being stopped.');
};

/** Writes as fast as the peer reads. */
export const writing =
  (socket: Socket) =>
  async (bytes: Buffer): Promise<void> => {
    if (socket.destroyed || socket.write(bytes)) return;
    await new Promise<void>((next) => {
      const done = () => {
        socket.off('drain', done).off('close', done);
        next();
      };
      socket.once('drain', done).once('close', done);
    });
  };
