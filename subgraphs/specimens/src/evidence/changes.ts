import type { EvidenceItem } from '@nodp/oncology';

/** What a set brought beside the one before it. */
export interface Changes {
  readonly came: readonly EvidenceItem[];
  readonly went: readonly EvidenceItem[];
  /** Items whose direction, significance or level is another. */
  readonly changed: readonly { readonly before: EvidenceItem; readonly after: EvidenceItem }[];
}

const says = ({ direction, significance, level }: EvidenceItem): string =>
  `${direction} ${significance} ${level}`;

/** Compares two sets item by item. */
export const changesOf = (
  before: readonly EvidenceItem[],
  after: readonly EvidenceItem[],
): Changes => {
  const earlier = new Map(before.map((item) => [item.id, item]));
  const later = new Set(after.map(({ id }) => id));
  return {
    came: after.filter(({ id }) => !earlier.has(id)),
    went: before.filter(({ id }) => !later.has(id)),
    changed: after.flatMap((item) => {
      const was = earlier.get(item.id);
      return was !== undefined && says(was) !== says(item) ? [{ before: was, after: item }] : [];
    }),
  };
};
