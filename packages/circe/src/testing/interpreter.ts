import {
  type Correlated,
  type Criterion,
  type Demographic,
  type Group,
  isEmpty,
  readCriterion,
} from '../schema/criteria.ts';
import type { CohortExpression, Limit } from '../schema/expression.ts';
import type { Concept, ConceptSetSelection, NumericRange } from '../schema/values.ts';
import type { Endpoint, Window } from '../schema/window.ts';
import {
  type Codesets,
  type Found,
  type Index,
  inRange,
  inSelection,
  number,
  type Person,
  READ,
  yearOf,
} from './interpreted-rows.ts';
import type { Row } from './open-cdm.ts';

/** Who belongs to a cohort by reading a person's rows one after another: slow, and with nothing of how it is put as SQL. */
const reader = (person: Person, codesets: Codesets) => {
  const found = (criterion: Criterion): Found[] => {
    const { name, value } = readCriterion(criterion);
    const rows = (person.rows as Readonly<Record<string, readonly Row[]>>)[name] ?? [];
    const read = READ[name];
    if (read === undefined) throw new Error(`The interpreter does not read ${name}.`);
    let events = rows
      .map((row) => read(row, person))
      .filter(
        ({ concept }) =>
          value.CodesetId === undefined || (codesets.get(value.CodesetId)?.has(concept) ?? false),
      );
    const first = events.toSorted((a, b) => a.start - b.start || a.id - b.id)[0];
    const moved = value.DateAdjustment;
    if (moved !== undefined) {
      const move = (event: Found): Found => ({
        ...event,
        start: (moved.StartWith === 'START_DATE' ? event.start : event.end) + moved.StartOffset,
        end: (moved.EndWith === 'START_DATE' ? event.start : event.end) + moved.EndOffset,
      });
      events = (value.First ? (first === undefined ? [] : [first]) : events)
        .map(move)
        .filter(({ start, end }) => end >= start);
    } else if (value.First) events = first === undefined ? [] : [first];
    return events.filter(
      (event) =>
        (value.Age === undefined ||
          inRange(yearOf(event.start) - person.born, value.Age as NumericRange)) &&
        (value.Gender === undefined ||
          (value.Gender as Concept[]).length === 0 ||
          (value.Gender as Concept[]).some(({ CONCEPT_ID }) => CONCEPT_ID === person.gender)) &&
        (value.GenderCS === undefined ||
          inSelection(person.gender, value.GenderCS as ConceptSetSelection, codesets)) &&
        (value.ValueAsNumber === undefined ||
          inRange(number(event.row, 'value_as_number'), value.ValueAsNumber as NumericRange)) &&
        (value.VisitTypeCS === undefined ||
          person.rows.VisitOccurrence.some(
            (visit) =>
              visit.visit_occurrence_id === event.visit &&
              inSelection(
                number(visit, 'visit_concept_id'),
                value.VisitTypeCS as ConceptSetSelection,
                codesets,
              ),
          )) &&
        (value.CorrelatedCriteria === undefined ||
          isEmpty(value.CorrelatedCriteria) ||
          indexes([event]).some((index) => holds(value.CorrelatedCriteria as Group, index))),
    );
  };

  const indexes = (events: readonly Found[]): Index[] =>
    events.flatMap((event) =>
      person.observed
        .filter(({ from, to }) => from <= event.start && to >= event.start)
        .map((op) => ({ ...event, op })),
    );

  const inWindow = (day: number, window: Window, index: Index, observed: boolean): boolean => {
    const from = window.UseIndexEnd ? index.end : index.start;
    const edge = (end: Endpoint | undefined): number | null => {
      if (end?.Days !== undefined) return from + end.Coeff * end.Days;
      if (!observed) return null;
      return end?.Coeff === -1 ? index.op.from : index.op.to;
    };
    const [first, last] = [edge(window.Start), edge(window.End)];
    return (first === null || day >= first) && (last === null || day <= last);
  };

  const counts = (correlated: Correlated, index: Index): boolean => {
    const observed = !correlated.IgnoreObservationPeriod;
    const { StartWindow, EndWindow, Occurrence } = correlated;
    const around = found(correlated.Criteria).filter(
      (event) =>
        (!observed || (event.start >= index.op.from && event.start <= index.op.to)) &&
        inWindow(StartWindow.UseEventEnd ? event.end : event.start, StartWindow, index, observed) &&
        (EndWindow === undefined ||
          inWindow(
            EndWindow.UseEventEnd === false ? event.start : event.end,
            EndWindow,
            index,
            observed,
          )) &&
        (!correlated.RestrictVisit || (event.visit !== null && event.visit === index.visit)),
    );
    const by = {
      START_DATE: 'start',
      END_DATE: 'end',
      VISIT_ID: 'visit',
      DOMAIN_CONCEPT: 'concept',
    } as const;
    const column = by[(Occurrence.CountColumn ?? 'DOMAIN_CONCEPT') as keyof typeof by];
    const n = Occurrence.IsDistinct
      ? new Set(around.map((event) => event[column]).filter((value) => value !== null)).size
      : around.length;
    return Occurrence.Type === 0
      ? n === Occurrence.Count
      : Occurrence.Type === 1
        ? n <= Occurrence.Count
        : n >= Occurrence.Count;
  };

  const fits = (demographic: Demographic, index: Index): boolean =>
    (demographic.Age === undefined ||
      inRange(yearOf(index.start) - person.born, demographic.Age as NumericRange)) &&
    (demographic.GenderCS === undefined ||
      inSelection(person.gender, demographic.GenderCS as ConceptSetSelection, codesets));

  const holds = (group: Group, index: Index): boolean => {
    if (isEmpty(group)) return true;
    const parts = [
      ...group.CriteriaList.map((each) => counts(each, index)),
      ...group.DemographicCriteriaList.map((each) => fits(each, index)),
      ...group.Groups.map((each) => holds(each, index)),
    ];
    const met = parts.filter(Boolean).length;
    if (group.Type === 'ALL') return met === parts.length;
    if (group.Type === 'ANY') return met > 0;
    return group.Type === 'AT_LEAST' ? met >= (group.Count ?? 0) : met <= (group.Count ?? 0);
  };
  return { found, indexes, holds };
};

const limited = (events: readonly Index[], { Type }: Limit): readonly Index[] => {
  const sorted = events.toSorted(
    (a, b) => (Type === 'Last' ? b.start - a.start : a.start - b.start) || a.id - b.id,
  );
  return Type === null || Type === 'All' ? sorted : sorted.slice(0, 1);
};

/** Periods joined where they touch, in order. */
const joined = (periods: readonly (readonly [number, number])[]): [number, number][] => {
  const runs: [number, number][] = [];
  for (const [start, end] of periods.toSorted((a, b) => a[0] - b[0])) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] >= start) last[1] = Math.max(last[1], end);
    else runs.push([start, end]);
  }
  return runs;
};

const endsOf = (
  expression: CohortExpression,
  index: Index,
  person: Person,
  codesets: Codesets,
): number[] => {
  const { EndStrategy: strategy, CensoringCriteria } = expression;
  const { found } = reader(person, codesets);
  const ends: number[] = [];
  if (strategy === undefined || 'CustomEra' in strategy) ends.push(index.op.to);
  if (strategy !== undefined && 'DateOffset' in strategy) {
    const { DateField, Offset } = strategy.DateOffset;
    ends.push(Math.min(index.op.to, (DateField === 'EndDate' ? index.end : index.start) + Offset));
  }
  if (strategy !== undefined && 'CustomEra' in strategy) {
    const { DrugCodesetId = -1, GapDays, Offset, DaysSupplyOverride } = strategy.CustomEra;
    const exposures = found({ DrugExposure: { CodesetId: DrugCodesetId } }).map(
      ({ start, end }): [number, number] => [
        start,
        (DaysSupplyOverride === undefined ? end : start + DaysSupplyOverride) + GapDays + Offset,
      ],
    );
    for (const [start, end] of joined(exposures))
      if (index.start >= start && index.start <= end - GapDays) ends.push(end - GapDays);
  }
  for (const criterion of CensoringCriteria) {
    const days = found(criterion)
      .map(({ start }) => start)
      .filter((start) => start >= index.start && start <= index.op.to);
    if (days.length > 0) ends.push(Math.min(...days));
  }
  return ends.filter((end) => end >= index.start);
};

/** The periods of one person in the cohort, by days since 1970; the censor window is not read. */
export const periodsOf = (
  expression: CohortExpression,
  person: Person,
  codesets: Codesets,
): [number, number][] => {
  const { found, indexes, holds } = reader(person, codesets);
  const { CriteriaList, ObservationWindow, PrimaryCriteriaLimit } = expression.PrimaryCriteria;
  const entering = indexes(CriteriaList.flatMap(found)).filter(
    ({ start, op }) =>
      op.from + ObservationWindow.PriorDays <= start && start + ObservationWindow.PostDays <= op.to,
  );
  const descending = PrimaryCriteriaLimit.Type === 'Last';
  const numbered = entering
    .toSorted(
      (a, b) =>
        (descending ? b.start - a.start : a.start - b.start) ||
        a.id - b.id ||
        a.start - b.start ||
        a.end - b.end,
    )
    .map((event, i) => ({ ...event, id: i + 1 }));
  const primary =
    PrimaryCriteriaLimit.Type === null || PrimaryCriteriaLimit.Type === 'All'
      ? numbered
      : numbered.slice(0, 1);
  const restricted = expression.AdditionalCriteria;
  const qualified =
    restricted === undefined
      ? primary
      : limited(
          primary.filter((event) => holds(restricted, event)),
          expression.QualifiedLimit,
        );
  const included = limited(
    qualified.filter((event) =>
      expression.InclusionRules.every(({ expression: rule }) => holds(rule as Group, event)),
    ),
    expression.ExpressionLimit,
  );
  const pad = expression.CollapseSettings.EraPad;
  return joined(
    included.flatMap((event): [number, number][] => {
      const ends = endsOf(expression, event, person, codesets);
      return ends.length === 0 ? [] : [[event.start, Math.min(...ends) + pad]];
    }),
  ).map(([start, end]) => [start, end - pad]);
};
