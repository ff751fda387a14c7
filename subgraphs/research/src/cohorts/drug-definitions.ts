import type { Criterion } from '@nodp/cohorts';
import { MOST_LINES } from '@nodp/cohorts';
import { badInput } from '@nodp/graph';
import { biomarkerOfName } from '@nodp/terminology/biomarkers';
import type { QueryDrugExperienceArgs } from '../generated/resolvers.ts';

export type TreatmentCriterion = Extract<Criterion, { treatment: unknown }>;

/** Whom a step asks for, and the treatment from whose start time counts. */
export interface Step {
  readonly definition: { readonly all: Criterion[] };
  readonly treatment: TreatmentCriterion;
}

const LONGEST_NAME = 100;

/** Fusions that go by both partners, by the one at the end. */
const FUSIONS: Readonly<Record<string, string>> = { ABL1: 'BCR-ABL1', RARA: 'PML-RARA' };

/** The name under which results of a gene stand in a release: HER2 of ERBB2. */
const markerOf = (driver: string): string =>
  FUSIONS[driver] ?? biomarkerOfName(driver)?.id ?? driver;

/**
 * The steps of relaxing, the narrowest first: without the stage, then without the line, then without the driver. The site and the
 * drug always stay.
 * @throws BAD_USER_INPUT
 */
export const stepsOf = ({
  siteGroup,
  stage,
  driver,
  drug,
  lines,
}: QueryDrugExperienceArgs): readonly Step[] => {
  if (drug.length > LONGEST_NAME)
    throw badInput(`A drug’s name has ${LONGEST_NAME} characters at most.`);
  const asked = [...new Set(lines ?? [])];
  if (asked.some((line) => line < 1 || line > MOST_LINES))
    throw badInput(`Lines of treatment are 1 to ${MOST_LINES}.`);
  const drugs = [drug.trim().toLowerCase()];
  const ofLine: TreatmentCriterion = { treatment: { drugs, lines: asked } };
  const ofAnyLine: TreatmentCriterion = { treatment: { drugs } };
  const ofDriver: Criterion[] = driver
    ? [{ biomarker: { biomarker: markerOf(driver), findings: ['POSITIVE'] } }]
    : [];
  const ofStage: Criterion[] = stage && stage !== 'UNKNOWN' ? [{ stage: [stage] }] : [];
  const step = (treatment: TreatmentCriterion, more: readonly Criterion[]): Step => ({
    treatment,
    definition: { all: [{ site: [siteGroup] }, treatment, ...more] },
  });
  const narrowest = asked.length > 0 ? ofLine : ofAnyLine;
  const steps = [
    step(narrowest, [...ofDriver, ...ofStage]),
    step(narrowest, ofDriver),
    step(ofAnyLine, ofDriver),
    step(ofAnyLine, []),
  ];
  const words = steps.map((each) => JSON.stringify(each));
  return steps.filter((_, i) => words.indexOf(words[i] as string) === i);
};
