import type { Releases } from '@nodp/warehouse';

/** What a process makes once beside its releases, and lets go with them. */
export const besideReleases = <T>(make: () => T): ((releases: Releases) => T) => {
  const made = new WeakMap<Releases, { readonly one: T }>();
  return (releases) => {
    const known = made.get(releases) ?? { one: make() };
    made.set(releases, known);
    return known.one;
  };
};
