/** Which patients an account opened last. Kept in this browser: opaque ids alone, which name nobody. */

const most = 8;
const keyOf = (account: string) => `nodp-recent-patients:${account}`;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** The ids, the latest first; none where what is retained is no list of ids. */
export function recentPatients(account: string, store: Store = localStorage): string[] {
  try {
    const stored: unknown = JSON.parse(store.getItem(keyOf(account)) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((id): id is string => typeof id === 'string').slice(0, most)
      : [];
  } catch {
    return [];
  }
}

/** Puts a patient first. */
export function rememberPatient(account: string, id: string, store: Store = localStorage): void {
  const others = recentPatients(account, store).filter((other) => other !== id);
  store.setItem(keyOf(account), JSON.stringify([id, ...others].slice(0, most)));
}
