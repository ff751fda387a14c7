import type { CriterionTesting } from '../testing/criterion-testing.ts';
import { testing as age } from './age/testing.ts';
import { testing as basis } from './basis/testing.ts';
import { testing as behaviour } from './behaviour/testing.ts';
import { testing as biomarker } from './biomarker/testing.ts';
import { testing as detection } from './detection/testing.ts';
import { testing as grade } from './grade/testing.ts';
import { testing as histology } from './histology/testing.ts';
import { testing as laboratory } from './laboratory/testing.ts';
import { testing as laterality } from './laterality/testing.ts';
import { testing as outcome } from './outcome/testing.ts';
import { testing as primaries } from './primaries/testing.ts';
import { testing as province } from './province/testing.ts';
import type { CriterionKind, CriterionValue } from './registry.ts';
import { testing as residence } from './residence/testing.ts';
import { testing as sex } from './sex/testing.ts';
import { testing as site } from './site/testing.ts';
import { testing as stage } from './stage/testing.ts';
import { testing as tier } from './tier/testing.ts';
import { testing as time } from './time/testing.ts';
import { testing as tnm } from './tnm/testing.ts';
import { testing as treatment } from './treatment/testing.ts';
import { testing as unknown } from './unknown/testing.ts';
import { testing as variant } from './variant/testing.ts';
import { testing as vital } from './vital/testing.ts';
import { testing as year } from './year/testing.ts';

/** What tests hold every criterion to: one that is missing does not compile. */
export const testings: {
  readonly [Kind in CriterionKind]: CriterionTesting<CriterionValue<Kind>>;
} = {
  site,
  histology,
  behaviour,
  laterality,
  stage,
  sex,
  age,
  year,
  residence,
  province,
  treatment,
  biomarker,
  variant,
  laboratory,
  outcome,
  vital,
  time,
  grade,
  basis,
  detection,
  tier,
  tnm,
  primaries,
  unknown,
};
