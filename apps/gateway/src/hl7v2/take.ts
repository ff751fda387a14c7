import {
  type Database,
  isUnavailable,
  originOf,
  type Principal,
  type RequestOrigin,
} from '@nodp/database';
import {
  type Answered,
  answeredOf,
  decodeMessage,
  type Hl7v2Request,
  type IngestResult,
  type Intake,
  messagesTogether,
  parseMessage,
  type Segment,
} from '@nodp/intake';
import { type Taking, takingHere } from '../taking/taking.ts';

export interface Hl7v2Services {
  readonly database: Database;
  readonly intake: Intake;
  /** Reads and writes what is sent; on this thread where none is given. */
  readonly taking?: Taking;
  /** Hears of every message that was answered: for metrics and the log. */
  readonly onIngested?: (result: IngestResult) => void;
  readonly onError?: (error: unknown, requestId: string) => void;
}

/** Bytes of a header that are looked at: what comes after them tells nothing of who sent the message. */
const LONGEST_HEADER = 4_096;

/** The header of a message, where it has one that can be read; nothing else of the message is, which may be long. */
export const headerIn = (content: Uint8Array, charset?: string): Segment | null => {
  const first = Buffer.from(content.subarray(0, LONGEST_HEADER));
  const begin = Math.max(
    first.findIndex((byte) => byte > 0x20),
    0,
  );
  const end = first.findIndex((byte, at) => at > begin && (byte === 0x0d || byte === 0x0a));
  const line = first.subarray(begin, end === -1 ? first.length : end);
  const decoded = decodeMessage(line, charset);
  // The header is ASCII whatever the rest is: who sent the message is told in its own names.
  const message = parseMessage('problem' in decoded ? line.toString('latin1') : decoded.text);
  return 'problem' in message ? null : (message.segments[0] ?? null);
};

const failed = (msh: Segment | null, requestId: string, unavailable: boolean): Answered => ({
  msh,
  code: 'AR',
  text: 'Nothing was taken.',
  issues: [
    {
      severity: 'fatal',
      code: unavailable ? 'transient' : 'exception',
      where: '',
      message: unavailable
        ? `The database does not answer at the moment (request ${requestId}). Send the message again: nothing is written twice.`
        : `The platform failed on this message (request ${requestId}). Send it again; where it fails again, tell the platform's operator the request.`,
    },
  ],
  submissionId: null,
});

/** Who sent a message, and how it came. */
export interface MessageSender {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  readonly channel: 'hl7v2' | 'mllp';
  readonly request: Hl7v2Request;
}

const originIn = ({ origin, channel }: MessageSender): RequestOrigin => ({
  ...originOf(origin),
  operation: channel === 'mllp' ? 'MLLP' : 'POST /hl7v2',
});

const takingOf = ({ database, intake, taking }: Hl7v2Services): Taking =>
  taking ?? takingHere(database, intake);

/** Takes one message in as the account of a hospital's system, and says what became of it. It never throws. */
export const takeMessage = async (
  services: Hl7v2Services,
  content: Uint8Array,
  sender: MessageSender,
): Promise<Answered> => {
  const { onIngested, onError } = services;
  const { principal, origin, channel, request } = sender;
  const msh = headerIn(content, request.charset);
  try {
    const result = await takingOf(services).take({
      ...{ principal, channel, content, request },
      origin: originIn(sender),
    });
    onIngested?.(result);
    return answeredOf(result, msh);
  } catch (error) {
    onError?.(error, origin.requestId);
    return failed(msh, origin.requestId, isUnavailable(error));
  }
};

/** A message, and the request by which it came. */
interface MessageSent {
  readonly content: Uint8Array;
  readonly origin: RequestOrigin;
}

/**
 * Takes messages of one sender in together, each after the one before it, and says what became of each. It never throws.
 * @param sender of all of them; what each wrote is recorded under its own request
 */
export const takeMessages = async (
  services: Hl7v2Services,
  messages: readonly MessageSent[],
  sender: MessageSender,
): Promise<readonly Answered[]> => {
  const { onIngested, onError } = services;
  const { principal, channel } = sender;
  const { content, lengths } = messagesTogether(messages.map((message) => message.content));
  const request: Hl7v2Request = { ...sender.request, lengths };
  try {
    const results = await takingOf(services).takeTogether({
      ...{ principal, channel, content, request },
      origin: originIn(sender),
      origins: messages.map(({ origin }) => originIn({ ...sender, origin })),
    });
    const isRetained = results.every((result) => 'failed' in result);
    const answers: Answered[] = [];
    for (const [i, { content: one, origin }] of messages.entries()) {
      const result = results[i] ?? { failed: new Error('A message was not taken.') };
      const msh = headerIn(one, request.charset);
      if (!('failed' in result)) {
        onIngested?.(result);
        answers.push(answeredOf(result, msh));
      } else if (isRetained) {
        onError?.(result.failed, origin.requestId);
        answers.push(failed(msh, origin.requestId, false));
      } else answers.push(await takeMessage(services, one, { ...sender, origin }));
    }
    return answers;
  } catch (error) {
    if (!isUnavailable(error)) {
      // One of them cannot even be read: alone it holds up no other.
      onError?.(error, sender.origin.requestId);
      const answers: Answered[] = [];
      for (const { content: one, origin } of messages)
        answers.push(await takeMessage(services, one, { ...sender, origin }));
      return answers;
    }
    for (const { origin } of messages) onError?.(error, origin.requestId);
    return messages.map(({ content: one, origin }) =>
      failed(headerIn(one, request.charset), origin.requestId, true),
    );
  }
};
