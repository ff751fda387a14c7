import { setImmediate } from 'node:timers/promises';
import type { Bytes } from '../part10/bytes.ts';
import { dataSetOf } from '../part10/read.ts';
import type { ObjectStore, Received } from './objects.ts';

const PIECE = 2 ** 20;

/**
 * Whether two files hold the same data set in the same encoding. What stands before it says who wrote the file (PS3.10 7.1), and no file
 * comes by DIMSE: it is no part of the instance.
 */
const isSameDataSet = async (one: Bytes, other: Bytes): Promise<boolean> => {
  const [a, b] = [dataSetOf(one), dataSetOf(other)];
  const length = one.size - a.at;
  if (a.transferSyntax !== b.transferSyntax || length !== other.size - b.at) return false;
  for (let at = 0; at < length; at += PIECE) {
    const some = Math.min(PIECE, length - at);
    if (!one.read(a.at + at, some).equals(other.read(b.at + at, some))) return false;
    // Large instances are compared beside other work.
    await setImmediate();
  }
  return true;
};

/** Of what came, what is stored already under another header: the same instance, whose first file stays. */
export const storedAlike = async (
  objects: Pick<ObjectStore, 'open'>,
  came: readonly {
    readonly received: Received;
    readonly instance: { readonly sopUid: string };
  }[],
  stored: ReadonlyMap<string, { readonly sha256: string }>,
): Promise<ReadonlySet<Received>> => {
  const alike = new Set<Received>();
  for (const { instance, received } of came) {
    const known = stored.get(instance.sopUid)?.sha256;
    if (known === undefined || known === received.sha256) continue;
    const [ours, theirs] = [objects.open(known), received.open()];
    try {
      if (await isSameDataSet(ours, theirs)) alike.add(received);
    } finally {
      ours.close();
      theirs.close();
    }
  }
  return alike;
};
