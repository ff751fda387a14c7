import type { Answered } from '@nodp/intake';
import { type Hl7v2Services, type MessageSender, takeMessage, takeMessages } from './take.ts';

/** Messages in one transaction, and bytes: what waits longer than they take is in the next. */
const MOST_TOGETHER = 200;
const MOST_BYTES = 2 ** 20;
/** How long the first of several is retained for those that come beside it. */
const GATHERED_MS = 2;

interface Waiting {
  readonly content: Uint8Array;
  readonly sender: MessageSender;
  readonly answer: (answered: Answered) => void;
}

/** What is taken in together: of one account by one way, and read alike. */
const laneOf = ({ principal, channel, request }: MessageSender): string =>
  JSON.stringify([principal, channel, request.charset ?? null]);

/** The first of those that wait, as many as are taken in together. */
const firstOf = (waiting: Waiting[]): Waiting[] => {
  let [many, bytes] = [0, 0];
  for (const { content } of waiting) {
    bytes += content.length;
    if (many > 0 && (many === MOST_TOGETHER || bytes > MOST_BYTES)) break;
    many++;
  }
  return waiting.splice(0, many);
};

export interface MessageTaker {
  /** Takes a message in after those of its sender that came before it. Resolves when it is durable; it never throws. */
  take(content: Uint8Array, sender: MessageSender): Promise<Answered>;
  /** Messages that wait to be taken in. */
  readonly waiting: number;
}

/**
 * Takes messages in as they come, those of one sender in their order: what comes while one is being written waits and is written
 * together, since a transaction costs as much for one as for many.
 */
export const messageTaker = (services: Hl7v2Services): MessageTaker => {
  const lanes = new Map<string, Waiting[]>();
  let waiting = 0;

  const takeGroup = async (group: readonly Waiting[]): Promise<readonly Answered[]> => {
    const [first] = group;
    if (first === undefined) return [];
    if (group.length === 1) return [await takeMessage(services, first.content, first.sender)];
    const messages = group.map(({ content, sender }) => ({
      content,
      origin: sender.origin,
    }));
    return takeMessages(services, messages, first.sender);
  };

  const serve = async (name: string, lane: Waiting[]): Promise<void> => {
    await new Promise((next) => setTimeout(next, GATHERED_MS));
    while (lane.length > 0) {
      const group = firstOf(lane);
      const answers = await takeGroup(group);
      waiting -= group.length;
      for (const [i, { answer }] of group.entries()) answer(answers[i] as Answered);
      // Who was answered sends the next, which is to be among those that are taken now.
      await new Promise((next) => setImmediate(next));
    }
    lanes.delete(name);
  };

  return {
    take: (content, sender) =>
      new Promise((answer) => {
        const name = laneOf(sender);
        waiting++;
        const lane = lanes.get(name);
        if (lane !== undefined) {
          lane.push({ content, sender, answer });
          return;
        }
        const begun = [{ content, sender, answer }];
        lanes.set(name, begun);
        void serve(name, begun);
      }),
    get waiting() {
      return waiting;
    },
  };
};
