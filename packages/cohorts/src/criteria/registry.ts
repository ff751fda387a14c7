import type { CriterionMeaning, ValueOf } from '../criterion/module.ts';
import { form as age } from './age/form.ts';
import { meaning as ageMeaning } from './age/meaning.ts';
import { form as basis } from './basis/form.ts';
import { meaning as basisMeaning } from './basis/meaning.ts';
import { form as behaviour } from './behaviour/form.ts';
import { meaning as behaviourMeaning } from './behaviour/meaning.ts';
import { form as biomarker } from './biomarker/form.ts';
import { meaning as biomarkerMeaning } from './biomarker/meaning.ts';
import { form as detection } from './detection/form.ts';
import { meaning as detectionMeaning } from './detection/meaning.ts';
import { form as grade } from './grade/form.ts';
import { meaning as gradeMeaning } from './grade/meaning.ts';
import { form as histology } from './histology/form.ts';
import { meaning as histologyMeaning } from './histology/meaning.ts';
import { form as laboratory } from './laboratory/form.ts';
import { meaning as laboratoryMeaning } from './laboratory/meaning.ts';
import { form as laterality } from './laterality/form.ts';
import { meaning as lateralityMeaning } from './laterality/meaning.ts';
import { form as outcome } from './outcome/form.ts';
import { meaning as outcomeMeaning } from './outcome/meaning.ts';
import { form as primaries } from './primaries/form.ts';
import { meaning as primariesMeaning } from './primaries/meaning.ts';
import { form as province } from './province/form.ts';
import { meaning as provinceMeaning } from './province/meaning.ts';
import { form as residence } from './residence/form.ts';
import { meaning as residenceMeaning } from './residence/meaning.ts';
import { form as sex } from './sex/form.ts';
import { meaning as sexMeaning } from './sex/meaning.ts';
import { form as site } from './site/form.ts';
import { meaning as siteMeaning } from './site/meaning.ts';
import { form as stage } from './stage/form.ts';
import { meaning as stageMeaning } from './stage/meaning.ts';
import { form as tier } from './tier/form.ts';
import { meaning as tierMeaning } from './tier/meaning.ts';
import { form as time } from './time/form.ts';
import { meaning as timeMeaning } from './time/meaning.ts';
import { form as tnm } from './tnm/form.ts';
import { meaning as tnmMeaning } from './tnm/meaning.ts';
import { form as treatment } from './treatment/form.ts';
import { meaning as treatmentMeaning } from './treatment/meaning.ts';
import { form as unknown } from './unknown/form.ts';
import { meaning as unknownMeaning } from './unknown/meaning.ts';
import { form as variant } from './variant/form.ts';
import { meaning as variantMeaning } from './variant/meaning.ts';
import { form as vital } from './vital/form.ts';
import { meaning as vitalMeaning } from './vital/meaning.ts';
import { form as year } from './year/form.ts';
import { meaning as yearMeaning } from './year/meaning.ts';

/**
 * Every criterion, in the order people think of them. The compiler names what a criterion added here lacks:
 * its meaning below, what tests hold it to, its field in the graph's input, its editor.
 */
export const forms = {
  site,
  histology,
  behaviour,
  laterality,
  grade,
  stage,
  tnm,
  basis,
  detection,
  primaries,
  sex,
  age,
  year,
  residence,
  province,
  tier,
  treatment,
  biomarker,
  variant,
  laboratory,
  outcome,
  vital,
  time,
  unknown,
} as const;

export type CriterionKind = keyof typeof forms;
export type CriterionValue<Kind extends CriterionKind> = ValueOf<(typeof forms)[Kind]>;

export const meanings: {
  readonly [Kind in CriterionKind]: CriterionMeaning<CriterionValue<Kind>>;
} = {
  site: siteMeaning,
  histology: histologyMeaning,
  behaviour: behaviourMeaning,
  laterality: lateralityMeaning,
  stage: stageMeaning,
  sex: sexMeaning,
  age: ageMeaning,
  year: yearMeaning,
  residence: residenceMeaning,
  province: provinceMeaning,
  treatment: treatmentMeaning,
  biomarker: biomarkerMeaning,
  variant: variantMeaning,
  laboratory: laboratoryMeaning,
  outcome: outcomeMeaning,
  vital: vitalMeaning,
  time: timeMeaning,
  grade: gradeMeaning,
  basis: basisMeaning,
  detection: detectionMeaning,
  tier: tierMeaning,
  tnm: tnmMeaning,
  primaries: primariesMeaning,
  unknown: unknownMeaning,
};
