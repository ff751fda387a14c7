/** What lies, or was seen, at a position of a container. */
export interface Placed {
  readonly barcode: string;
  readonly position: string;
}

export interface InventoryFinding {
  readonly barcode: string;
  readonly finding: 'PRESENT' | 'MISSING' | 'MISPLACED' | 'UNKNOWN';
  /** Where it should lie: a position of the container, or the words of another place; null where nowhere. */
  readonly expected: string | null;
  /** Where it was seen; null where it was not. */
  readonly found: string | null;
}

/**
 * Compares a scan with what should lie in a container.
 * @param elsewhere where the biobank's other specimens that were seen should lie; null where they are in no storage
 */
export const compareInventory = (
  expected: readonly Placed[],
  seen: readonly Placed[],
  elsewhere: ReadonlyMap<string, string | null>,
): InventoryFinding[] => {
  const seenAt = new Map(seen.map(({ barcode, position }) => [barcode, position]));
  const here = new Set(expected.map(({ barcode }) => barcode));
  return [
    ...expected.map(({ barcode, position }): InventoryFinding => {
      const found = seenAt.get(barcode) ?? null;
      const finding = found === null ? 'MISSING' : found === position ? 'PRESENT' : 'MISPLACED';
      return { barcode, finding, expected: position, found };
    }),
    ...seen
      .filter(({ barcode }) => !here.has(barcode))
      .map(
        ({ barcode, position }): InventoryFinding => ({
          barcode,
          finding: elsewhere.has(barcode) ? 'MISPLACED' : 'UNKNOWN',
          expected: elsewhere.get(barcode) ?? null,
          found: position,
        }),
      ),
  ];
};
