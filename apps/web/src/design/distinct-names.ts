/** Names as they are, those that several have with their place among these behind: landmarks are told apart by name. */
export function distinctNames(names: readonly string[]): string[] {
  const all = new Map<string, number>();
  for (const name of names) all.set(name, (all.get(name) ?? 0) + 1);
  const met = new Map<string, number>();
  return names.map((name) => {
    const of = all.get(name) ?? 1;
    const at = (met.get(name) ?? 0) + 1;
    met.set(name, at);
    return of === 1 ? name : `${name} (${at}/${of})`;
  });
}
