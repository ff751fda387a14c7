/** Submissions that may be under way at once: of all senders, and of one account, so that one leaves the others room. */
const MOST = 256;
const MOST_OF_ONE = 64;
/** Bytes of unpacked bodies that are held at once: 90 kB packed may be 96 MB. */
const MOST_BYTES = 2 ** 30;
const MOST_BYTES_OF_ONE = 256 * 2 ** 20;

/** Seconds after which a sender that was turned away asks again. */
export const RETRY_AFTER = 2;

/** Of what is being taken in. */
export interface Place {
  /** Counts bytes of its body until it is left. @returns whether there is room for them */
  hold(bytes: number): boolean;
  /** Called once it is answered. */
  leave(): void;
}

export interface Admission {
  /** Lets a submission in before anything of it is read. @returns its place; null where it has to come again */
  enter(account: string): Place | null;
  readonly underWay: number;
}

interface Held {
  places: number;
  bytes: number;
}

/**
 * Bounds what waits in front of intake: what is turned away was not begun, and its sender has it still. MLLP needs none, since no
 * more is read of a connection than is being taken.
 */
export const admission = ({
  most = MOST,
  mostOfOne = MOST_OF_ONE,
  mostBytes = MOST_BYTES,
  mostBytesOfOne = MOST_BYTES_OF_ONE,
} = {}): Admission => {
  const byAccount = new Map<string, Held>();
  const all: Held = { places: 0, bytes: 0 };
  return {
    enter: (account) => {
      const own = byAccount.get(account) ?? { places: 0, bytes: 0 };
      if (all.places >= most || own.places >= mostOfOne) return null;
      all.places++;
      own.places++;
      byAccount.set(account, own);
      let [here, left] = [0, false];
      return {
        hold: (bytes) => {
          if (left || own.bytes + bytes > mostBytesOfOne || all.bytes + bytes > mostBytes)
            return false;
          here += bytes;
          own.bytes += bytes;
          all.bytes += bytes;
          return true;
        },
        leave: () => {
          if (left) return;
          left = true;
          all.places--;
          all.bytes -= here;
          own.places--;
          own.bytes -= here;
          if (own.places === 0) byAccount.delete(account);
        },
      };
    },
    get underWay() {
      return all.places;
    },
  };
};
