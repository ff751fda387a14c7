import type { TimeEvent } from '@nodp/cohorts';
import { print } from '@nodp/cohorts/engine';
import type { Criterion } from '../schema/criteria.ts';
import type { Take } from './note.ts';
import { type Collector, ownConcept } from './own-concepts.ts';

const KIND_NAMES = {
  SURGERY: 'surgery',
  RADIOTHERAPY: 'radiotherapy',
  SYSTEMIC: 'systemic treatment',
  OTHER: 'other treatment',
} as const;

type Treatment = Extract<TimeEvent, { treatment: unknown }>['treatment'];
type Biomarker = Extract<TimeEvent, { biomarker: unknown }>['biomarker'];

const treatmentOut = (
  { kind, drugs = [], regimens = [], lines = [] }: Treatment,
  sets: Collector,
  at: string,
  take: Take,
): Criterion | null => {
  if (regimens.length > 0)
    take('LEFT_OUT', `${at}.regimens`, 'circe has no regimens.', 'circe 没有治疗方案条件。');
  if (lines.length > 0)
    take('LEFT_OUT', `${at}.lines`, 'circe has no lines of treatment.', 'circe 没有治疗线数条件。');
  if (drugs.length > 0) {
    const CodesetId = sets.of(
      drugs.join(', '),
      drugs.map((each) => ownConcept('drug', each, each)),
    );
    return { DrugExposure: { CodesetId } };
  }
  if (kind === undefined) return null;
  const name = KIND_NAMES[kind];
  const CodesetId = sets.of(name, [ownConcept('treatment', kind, name)]);
  return kind === 'SYSTEMIC'
    ? { DrugExposure: { CodesetId } }
    : { ProcedureOccurrence: { CodesetId } };
};

const biomarkerOut = ({ biomarker, findings = [] }: Biomarker, sets: Collector): Criterion => ({
  Measurement: {
    CodesetId: sets.of(biomarker, [ownConcept('biomarker', biomarker, biomarker)]),
    ...(findings.length === 0
      ? {}
      : {
          ValueAsConcept: findings.map((each) => ownConcept('finding', each, each.toLowerCase())),
        }),
  },
});

/** The criterion that finds an event; null, with a note, where circe has none. */
export const eventOut = (
  event: TimeEvent,
  sets: Collector,
  at: string,
  take: Take,
): Criterion | null => {
  if ('treatment' in event) {
    const criterion = treatmentOut(event.treatment, sets, `${at}.treatment`, take);
    if (criterion === null)
      take(
        'LEFT_OUT',
        `${at}.treatment`,
        'Nothing is left that circe could ask.',
        '没有 circe 可表达的内容。',
      );
    return criterion;
  }
  if ('biomarker' in event) return biomarkerOut(event.biomarker, sets);
  if ('mark' in event && event.mark === 'DEATH') return { Death: {} };
  take(
    'LEFT_OUT',
    at,
    `circe has no event for: ${'mark' in event ? event.mark : print({ outcome: event.outcome }).en}`,
    `circe 没有对应的事件：${'mark' in event ? event.mark : print({ outcome: event.outcome }).zh}`,
  );
  return null;
};
