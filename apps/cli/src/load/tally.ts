const OUTCOMES = ['created', 'updated', 'unchanged', 'retained', 'held', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Something refused: where it was read, the place within it, how to correct it. */
export interface Refusal {
  readonly from: string;
  readonly place: string;
  readonly diagnostics: string;
}

interface OperationOutcome {
  readonly resourceType?: string;
  readonly issue?: readonly {
    readonly severity?: string;
    readonly expression?: readonly string[];
    readonly diagnostics?: string;
  }[];
}

interface Entry {
  readonly response?: {
    readonly status?: string;
    readonly lastModified?: string;
    readonly outcome?: OperationOutcome;
  };
}

/** How many resources of each type were created, updated, ... */
export class Tally {
  readonly counts = new Map<string, Record<Outcome, number>>();
  readonly refusals: Refusal[] = [];

  add(type: string, outcome: Outcome, times = 1): void {
    if (times === 0) return;
    let of = this.counts.get(type);
    if (of === undefined) {
      of = { created: 0, updated: 0, unchanged: 0, retained: 0, held: 0, refused: 0 };
      this.counts.set(type, of);
    }
    of[outcome] += times;
  }

  refuse(type: string, refusal: Refusal): void {
    this.add(type, 'refused');
    this.refusals.push(refusal);
  }

  get refused(): number {
    return [...this.counts.values()].reduce((sum, of) => sum + of.refused, 0);
  }

  /** Takes in the answer to a Bundle whose entries were of these types and read at these places. */
  answered(
    types: readonly string[],
    froms: readonly string[],
    status: number,
    body: unknown,
  ): void {
    const entries = (body as { entry?: readonly Entry[] }).entry;
    if (status !== 200 || entries === undefined) {
      this.refusedWhole(types, froms, status, body as OperationOutcome);
      return;
    }
    for (const [i, type] of types.entries()) {
      const response = entries[i]?.response;
      const outcome = outcomeOf(response);
      this.add(type, outcome);
      if (outcome === 'refused')
        this.refusals.push(...refusalsOf(froms[i] ?? '', response?.outcome));
    }
  }

  refusedWhole(
    types: readonly string[],
    froms: readonly string[],
    status: number,
    outcome: OperationOutcome,
  ): void {
    for (const type of types.length > 0 ? types : ['Bundle']) this.add(type, 'refused');
    const found = refusalsOf(froms[0] ?? '', outcome);
    const unsaid = {
      from: froms[0] ?? '',
      place: '',
      diagnostics: `Answered with status ${status}.`,
    };
    this.refusals.push(...(found.length > 0 ? found : [unsaid]));
  }
}

const outcomeOf = (response: Entry['response']): Outcome => {
  switch (response?.status?.slice(0, 3)) {
    case '201':
      return 'created';
    case '200':
      return response.lastModified === undefined ? 'unchanged' : 'updated';
    case '202':
      // What is held is told with what is wrong; what is retained with why alone.
      return response.outcome?.issue?.some(({ severity }) => severity === 'warning')
        ? 'held'
        : 'retained';
    default:
      return 'refused';
  }
};

const refusalsOf = (from: string, outcome: OperationOutcome | undefined): Refusal[] =>
  (outcome?.issue ?? [])
    .filter((issue) => issue.severity === 'error' || issue.severity === 'fatal')
    .map((issue) => ({
      from,
      place: issue.expression?.[0] ?? '',
      diagnostics: issue.diagnostics ?? '',
    }));

/** The summary by resource type, right-aligned. */
export const summaryOf = (tally: Tally): string => {
  const heads = ['resource type', ...OUTCOMES];
  const rows = [...tally.counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, of]) => [type, ...OUTCOMES.map((outcome) => String(of[outcome]))]);
  const total = OUTCOMES.map((outcome) =>
    [...tally.counts.values()].reduce((sum, of) => sum + of[outcome], 0),
  );
  const all = [heads, ...rows, ['total', ...total.map(String)]];
  const widths = heads.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
};
