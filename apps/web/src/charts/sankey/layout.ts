/** Where the bars and bands of a Sankey diagram lie whose columns are known: lines of treatment, stages of a process. */

export interface FlowPath {
  /** The node in each column, from the first; each a name of its own within the column. */
  readonly nodes: readonly string[];
  readonly value: number;
}

export interface FlowNode {
  readonly column: number;
  readonly name: string;
  readonly value: number;
  readonly top: number;
  readonly height: number;
}

export interface FlowBand {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly value: number;
  /** Its upper edge at either bar. */
  readonly fromTop: number;
  readonly toTop: number;
  readonly height: number;
}

const add = <Key>(map: Map<Key, number>, key: Key, value: number): void => {
  map.set(key, (map.get(key) ?? 0) + value);
};

/**
 * Bars of each column from the top, the largest first, and bands between neighbouring columns, in the order of the bars that
 * they join so that they cross little. All heights are in one scale.
 * @param last names that stand at the foot of their column
 */
export const flowLayout = (
  paths: readonly FlowPath[],
  height: number,
  gap: number,
  last: ReadonlySet<string> = new Set(),
): { readonly nodes: readonly FlowNode[]; readonly bands: readonly FlowBand[] } => {
  const columns: Map<string, number>[] = [];
  const links = new Map<string, { column: number; from: string; to: string; value: number }>();
  for (const { nodes, value } of paths) {
    if (value <= 0) continue;
    nodes.forEach((name, column) => {
      columns[column] ??= new Map();
      add(columns[column], name, value);
      const to = nodes[column + 1];
      if (to === undefined) return;
      const key = JSON.stringify([column, name, to]);
      const known = links.get(key);
      if (known) known.value += value;
      else links.set(key, { column, from: name, to, value });
    });
  }
  const sums = columns.map((column) => [...column.values()].reduce((sum, each) => sum + each, 0));
  const room = Math.max(1, height - gap * Math.max(0, ...columns.map((column) => column.size - 1)));
  const scale = room / Math.max(1, ...sums);
  const nodes = columns.flatMap((column, place) => {
    let top = 0;
    return [...column]
      .sort(
        ([a, x], [b, y]) => Number(last.has(a)) - Number(last.has(b)) || y - x || (a < b ? -1 : 1),
      )
      .map(([name, value]): FlowNode => {
        const node = { column: place, name, value, top, height: value * scale };
        top += node.height + gap;
        return node;
      });
  });
  const at = new Map(nodes.map((node, place) => [JSON.stringify([node.column, node.name]), place]));
  const placeOf = (column: number, name: string) => at.get(JSON.stringify([column, name])) ?? 0;
  const left = nodes.map(() => 0);
  const right = nodes.map(() => 0);
  const bands = [...links.values()]
    .map(({ column, from, to, value }) => ({
      ...{ a: placeOf(column, from), b: placeOf(column + 1, to), value },
    }))
    .sort((x, y) => x.a - y.a || x.b - y.b)
    .map(({ a, b, value }): FlowBand => {
      const [from, to] = [nodes[a] as FlowNode, nodes[b] as FlowNode];
      const band = {
        ...{ from, to, value, height: value * scale },
        fromTop: from.top + (right[a] ?? 0),
        toTop: to.top + (left[b] ?? 0),
      };
      right[a] = (right[a] ?? 0) + band.height;
      left[b] = (left[b] ?? 0) + band.height;
      return band;
    });
  return { nodes, bands };
};

/** The outline of a band between two bars. */
export const bandOutline = (
  { fromTop, toTop, height }: Pick<FlowBand, 'fromTop' | 'toTop' | 'height'>,
  x0: number,
  x1: number,
): string => {
  const middle = (x0 + x1) / 2;
  return [
    `M${x0},${fromTop}`,
    `C${middle},${fromTop} ${middle},${toTop} ${x1},${toTop}`,
    `V${toTop + height}`,
    `C${middle},${toTop + height} ${middle},${fromTop + height} ${x0},${fromTop + height}`,
    'Z',
  ].join('');
};
