/** What a kind of record brings to the graph, loaded when it is asked for. */
interface KindOfGraph {
  readonly graph: (() => Promise<{ readonly resolvers: Readonly<Record<string, object>> }>) | null;
}

/**
 * A subgraph's own resolvers with those of its kinds of record.
 * @throws where a field is resolved twice
 */
export const withKinds = async <Resolvers extends object>(
  own: Resolvers,
  kinds: Readonly<Record<string, KindOfGraph>>,
): Promise<Resolvers> => {
  const all = { ...own } as Record<string, object>;
  for (const [kind, { graph }] of Object.entries(kinds)) {
    if (graph === null) continue;
    for (const [type, fields] of Object.entries((await graph()).resolvers)) {
      const twice = Object.keys(fields).find((field) => field in (all[type] ?? {}));
      if (twice !== undefined)
        throw new Error(`${type}.${twice} is resolved twice, once by the kind “${kind}”.`);
      all[type] = { ...all[type], ...fields };
    }
  }
  return all as Resolvers;
};
