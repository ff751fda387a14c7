import type { DimseSender } from '@nodp/database';
import type { AssociationRequest } from './associate.ts';

const fits = (pattern: string, said: string): boolean => pattern === '*' || pattern === said;

/** The account that images are taken in as: of the senders that fit, the one that says most; or which title nobody has. */
export const senderOf = (
  senders: readonly DimseSender[],
  { calling, called }: Pick<AssociationRequest, 'calling' | 'called'>,
): DimseSender | 'calling' | 'called' => {
  const exact = (sender: DimseSender): number =>
    (sender.calling === '*' ? 0 : 2) + (sender.called === '*' ? 0 : 1);
  const here = senders.filter((sender) => fits(sender.called, called));
  if (here.length === 0) return 'called';
  const [found] = here
    .filter((sender) => fits(sender.calling, calling))
    .sort((a, b) => exact(b) - exact(a));
  return found ?? 'calling';
};
