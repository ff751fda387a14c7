/** Tumours as an oncologist reads them: primaries, each with its metastases. */

type Reported = { id: string; kind: string; primary: { id: string } | null };

/** A primary with its metastases; without a primary, the metastases of which it is not known whose they are. */
export type Disease<T> = { primary: T | null; metastases: T[] };

/** Primaries in their order, each with its metastases in theirs; those of no known primary come last. */
export function diseasesOf<T extends Reported>(tumours: readonly T[]): Disease<T>[] {
  const primaries = tumours.filter((t) => t.kind === 'PRIMARY');
  const known = new Set(primaries.map((p) => p.id));
  const of = (id: string | null) =>
    tumours.filter(
      (t) =>
        t.kind !== 'PRIMARY' &&
        (known.has(t.primary?.id ?? '') ? t.primary?.id === id : id === null),
    );
  const rest = of(null);
  return [
    ...primaries.map((primary) => ({ primary, metastases: of(primary.id) })),
    ...(rest.length > 0 ? [{ primary: null, metastases: rest }] : []),
  ];
}
