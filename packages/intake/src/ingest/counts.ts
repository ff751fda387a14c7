/** What became of the resources of one type. */
export interface TypeCounts {
  readonly resourceType: string;
  created: number;
  updated: number;
  unchanged: number;
  retained: number;
  held: number;
  refused: number;
}

export type Outcome = 'created' | 'updated' | 'unchanged' | 'retained' | 'held' | 'refused';

export const countOutcomes = (
  entries: Iterable<{ readonly type: string; readonly outcome: Outcome }>,
): TypeCounts[] => {
  const counts = new Map<string, TypeCounts>();
  for (const { type, outcome } of entries) {
    let of = counts.get(type);
    if (of === undefined) {
      of = {
        ...{ resourceType: type, created: 0, updated: 0, unchanged: 0 },
        ...{ retained: 0, held: 0, refused: 0 },
      };
      counts.set(type, of);
    }
    of[outcome]++;
  }
  return [...counts.values()].sort((a, b) => (a.resourceType < b.resourceType ? -1 : 1));
};
