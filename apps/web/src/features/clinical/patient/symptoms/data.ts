/** The query of what the patient reports, and its weeks. */
import { queryOptions } from '@tanstack/react-query';
import { formatDay } from '../../../../format/date.ts';
import { execute } from '../../../../graph/execute.ts';
import {
  PatientSymptomsDocument,
  type PatientSymptomsQuery,
  SymptomLibraryDocument,
} from '../../../../graph/generated/graphql.ts';

type Reported = NonNullable<PatientSymptomsQuery['patient']>;
export type Questionnaire = Reported['symptomQuestionnaires'][number];
export type Answer = Questionnaire['answers'][number];
export type SymptomAlert = Reported['symptomAlerts'][number];

export const symptomsQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'symptoms'],
    queryFn: async ({ signal }): Promise<Reported | null> =>
      (await execute(PatientSymptomsDocument, { id }, signal)).patient ?? null,
  });

export const libraryQuery = queryOptions({
  queryKey: ['symptom-library'],
  queryFn: async ({ signal }) => (await execute(SymptomLibraryDocument, {}, signal)).symptomLibrary,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The Monday of the week in which an instant lies, where the institutions are. */
export const weekOf = (instant: string): string => {
  const day = new Date(`${formatDay(instant)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
};

export type Row = {
  term: Answer['term'];
  /** The worst answer of each week. */
  weeks: ReadonlyMap<string, Answer>;
};

/** Terms × weeks: the worst answer of a term in a week stands for it. */
export const gridOf = (
  questionnaires: readonly Pick<Questionnaire, 'answers'>[],
  most = 12,
): { weeks: string[]; rows: Row[] } => {
  const answers = questionnaires.flatMap((one) => one.answers);
  const weeks = [...new Set(answers.map(({ answeredAt }) => weekOf(answeredAt)))]
    .sort()
    .slice(-most);
  const byTerm = Map.groupBy(
    answers.filter(({ answeredAt }) => weeks.includes(weekOf(answeredAt))),
    ({ term }) => term.number,
  );
  const rows = [...byTerm.values()].flatMap((of): Row[] => {
    const [first] = of;
    if (!first) return [];
    const worst = new Map<string, Answer>();
    for (const answer of of) {
      const week = weekOf(answer.answeredAt);
      const known = worst.get(week);
      if (known === undefined || (answer.grade ?? -1) > (known.grade ?? -1))
        worst.set(week, answer);
    }
    return [{ term: first.term, weeks: worst }];
  });
  return { weeks, rows };
};
