/** Tumours as an oncologist reads them: primaries, each once, with the reports and the metastases of it. */

type OfPrimary = { id: string; kind: string; reports: readonly { id: string }[] };
type Reported = OfPrimary & { primary: { id: string } | null };

/** A primary by its first report, with what other hospitals report of it. */
export type Primary<T> = { primary: T; others: T[] };

/** A primary with its metastases; without a primary, the metastases of which it is not known whose they are. */
export type Disease<T> = { primary: T | null; others: T[]; metastases: T[] };

/** Primaries in their order; one that two hospitals report is one. */
export function primariesIn<T extends OfPrimary>(tumours: readonly T[]): Primary<T>[] {
  const ofId = new Map(tumours.map((tumour) => [tumour.id, tumour]));
  return tumours.flatMap((primary) => {
    if (primary.kind !== 'PRIMARY') return [];
    const reports = primary.reports.flatMap(({ id }) => ofId.get(id) ?? []);
    // Of several the first stands for all.
    if (reports.length > 0 && reports[0]?.id !== primary.id) return [];
    return [{ primary, others: reports.slice(1) }];
  });
}

/** Primaries in their order, each with its metastases in theirs; those of no known primary come last. */
export function diseasesOf<T extends Reported>(tumours: readonly T[]): Disease<T>[] {
  const primaries = primariesIn(tumours);
  const first = new Map(
    primaries.flatMap(({ primary, others }) =>
      [primary, ...others].map(({ id }) => [id, primary.id] as const),
    ),
  );
  const of = (id: string | null) =>
    tumours.filter((t) => t.kind !== 'PRIMARY' && (first.get(t.primary?.id ?? '') ?? null) === id);
  const rest = of(null);
  return [
    ...primaries.map((one) => ({ ...one, metastases: of(one.primary.id) })),
    ...(rest.length > 0 ? [{ primary: null, others: [], metastases: rest }] : []),
  ];
}
