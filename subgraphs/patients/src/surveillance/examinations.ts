import { dueDates, dueStates, type Survey } from '@nodp/oncology';
import type {
  SurveillanceDue,
  SurveillanceExamination,
  SurveillanceImagingInput,
} from '../generated/resolvers.ts';

/** What was done of a patient, by its day. */
export interface Performed {
  readonly imaging: readonly SurveillanceImagingInput[];
  readonly results: readonly { readonly loinc: string; readonly date: string }[];
  readonly visits: readonly string[];
  readonly procedures: readonly { readonly on: string; readonly words: string }[];
}

type Examination = NonNullable<Survey['schedule']>['examinations'][number];

const daysOf = ({ metBy }: Examination, performed: Performed): string[] => {
  switch (metBy.kind) {
    case 'laboratory':
      return performed.results.flatMap(({ loinc, date }) =>
        metBy.loinc.includes(loinc) ? [date] : [],
      );
    case 'imaging':
      return performed.imaging.flatMap(({ on, modality }) =>
        metBy.modalities.includes(modality) ? [on] : [],
      );
    case 'visit':
      return [...performed.visits];
    case 'procedure':
      return performed.procedures.flatMap(({ on, words }) => (metBy.words.test(words) ? [on] : []));
  }
};

const monthsSince = (from: string, to: string): number =>
  Math.ceil((Date.parse(to) - Date.parse(from)) / (30.4375 * 86_400_000));

/** As the graph shows it, with the day from which each date is overdue. */
interface PlannedExamination extends SurveillanceExamination {
  readonly due: (SurveillanceDue & { readonly overdueFrom: string })[];
}

/** An examination of the schedule with its due dates, and which of them were met. */
export const examinationOf = (
  examination: Examination,
  anchor: string,
  ended: string | null,
  performed: Performed,
  today: string,
): PlannedExamination => ({
  what: examination.what,
  due: dueStates(
    dueDates(anchor, examination.stretches, Math.min(600, monthsSince(anchor, today) + 12)),
    [...new Set(daysOf(examination, performed))].filter((day) => day > anchor),
    today,
    ended,
  ).map(({ on, state, done, overdueFrom }) => ({
    on,
    done,
    overdueFrom,
    state: state.toUpperCase() as 'DONE' | 'DUE' | 'OVERDUE' | 'PLANNED',
  })),
});
