/** Specimens as the tree of what was cut or drawn from what. */

/** A specimen at its depth below what was taken from the body. */
export type Branch<S> = { specimen: S; depth: number };

/**
 * Parents before what was taken from them, in the order given. A specimen whose parent is not in
 * the list stands at the top; a circle of parents, which only a wrong record can make, is cut.
 */
export function branches<S extends { id: string; parent: { id: string } | null }>(
  specimens: readonly S[],
): Branch<S>[] {
  const known = new Set(specimens.map((s) => s.id));
  const children = Map.groupBy(specimens, (s) =>
    s.parent && known.has(s.parent.id) && s.parent.id !== s.id ? s.parent.id : null,
  );
  const result: Branch<S>[] = [];
  const placed = new Set<string>();
  const place = (specimen: S, depth: number) => {
    if (placed.has(specimen.id)) return;
    placed.add(specimen.id);
    result.push({ specimen, depth });
    for (const child of children.get(specimen.id) ?? []) place(child, depth + 1);
  };
  for (const specimen of children.get(null) ?? []) place(specimen, 0);
  for (const specimen of specimens) place(specimen, 0);
  return result;
}
