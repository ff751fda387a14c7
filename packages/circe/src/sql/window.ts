import { daysAfter } from '../attributes/sql-text.ts';
import type { Correlated } from '../schema/criteria.ts';
import type { Endpoint, Window } from '../schema/window.ts';

/** The day of an edge; null where nothing bounds it: no days are said, and events outside of the observation period count too. */
const edge = (endpoint: Endpoint | undefined, index: string, observed: boolean): string | null => {
  const { Days, Coeff = 0 } = endpoint ?? {};
  if (Days !== undefined) return daysAfter(index, Coeff * Days);
  if (!observed) return null;
  return Coeff === -1 ? 'P.op_start_date' : 'P.op_end_date';
};

const clauses = (window: Window, event: string, observed: boolean): string[] => {
  const index = window.UseIndexEnd ? 'P.end_date' : 'P.start_date';
  const [from, to] = [edge(window.Start, index, observed), edge(window.End, index, observed)];
  return [
    ...(from === null ? [] : [`${event} >= ${from}`]),
    ...(to === null ? [] : [`${event} <= ${to}`]),
  ];
};

/** What ties an event `A` to an index event `P`, of one person. */
export const windowClauses = ({
  StartWindow,
  EndWindow,
  RestrictVisit,
  IgnoreObservationPeriod,
}: Correlated): string[] => {
  const observed = !IgnoreObservationPeriod;
  return [
    ...(observed ? ['A.start_date >= P.op_start_date', 'A.start_date <= P.op_end_date'] : []),
    ...clauses(StartWindow, StartWindow.UseEventEnd ? 'A.end_date' : 'A.start_date', observed),
    // An end window that says nothing about it is of the event's end, as it was before it could say.
    ...(EndWindow === undefined
      ? []
      : clauses(
          EndWindow,
          EndWindow.UseEventEnd === false ? 'A.start_date' : 'A.end_date',
          observed,
        )),
    ...(RestrictVisit ? ['A.visit_occurrence_id = P.visit_occurrence_id'] : []),
  ];
};
