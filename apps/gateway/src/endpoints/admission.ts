/** Submissions that may be under way at once: of all senders, and of one account, so that one leaves the others room. */
const MOST = 256;
const MOST_OF_ONE = 64;

/** Seconds after which a sender that was turned away asks again. */
export const RETRY_AFTER = 2;

export interface Admission {
  /** Lets a submission in before anything of it is read. @returns what is called once it is answered; null where it has to come again */
  enter(account: string): (() => void) | null;
  readonly underWay: number;
}

/**
 * Bounds what waits in front of intake: what is turned away was not begun, and its sender has it still. MLLP needs none, since no
 * more is read of a connection than is being taken.
 */
export const admission = ({ most = MOST, mostOfOne = MOST_OF_ONE } = {}): Admission => {
  const byAccount = new Map<string, number>();
  let underWay = 0;
  return {
    enter: (account) => {
      const own = byAccount.get(account) ?? 0;
      if (underWay >= most || own >= mostOfOne) return null;
      underWay++;
      byAccount.set(account, own + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        underWay--;
        const rest = (byAccount.get(account) ?? 1) - 1;
        if (rest === 0) byAccount.delete(account);
        else byAccount.set(account, rest);
      };
    },
    get underWay() {
      return underWay;
    },
  };
};
