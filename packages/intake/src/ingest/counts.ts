/** What became of the resources of one type. */
export interface TypeCounts {
  readonly resourceType: string;
  created: number;
  updated: number;
  unchanged: number;
  kept: number;
  refused: number;
}

export type Fate = 'created' | 'updated' | 'unchanged' | 'kept' | 'refused';

export const countFates = (
  entries: Iterable<{ readonly resourceType: string; readonly fate: Fate }>,
): TypeCounts[] => {
  const counts = new Map<string, TypeCounts>();
  for (const { resourceType, fate } of entries) {
    let of = counts.get(resourceType);
    if (of === undefined) {
      of = { resourceType, created: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 };
      counts.set(resourceType, of);
    }
    of[fate]++;
  }
  return [...counts.values()].sort((a, b) => (a.resourceType < b.resourceType ? -1 : 1));
};
