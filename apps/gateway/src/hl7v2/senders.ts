import type { MllpSender } from '@nodp/database';

/** What a message says of who sent it: MSH-3 and MSH-4, their first components, and the port it came to. */
export interface SaidSender {
  readonly port: number;
  readonly application: string;
  readonly facility: string;
}

const fits = (pattern: string, said: string): boolean => pattern === '*' || pattern === said;

/** The account that a message is taken in as: of the senders that fit, the one that says most. */
export const senderOf = (
  senders: readonly MllpSender[],
  { port, application, facility }: SaidSender,
): MllpSender | null => {
  const exact = (sender: MllpSender): number =>
    (sender.port === null ? 0 : 4) +
    (sender.application === '*' ? 0 : 2) +
    (sender.facility === '*' ? 0 : 1);
  const found = senders.filter(
    (sender) =>
      (sender.port === null || sender.port === port) &&
      fits(sender.application, application) &&
      fits(sender.facility, facility),
  );
  return found.sort((a, b) => exact(b) - exact(a))[0] ?? null;
};
