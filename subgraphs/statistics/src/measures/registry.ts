import type { StatisticsMeasure } from '../generated/resolvers.ts';
import { aapc } from './aapc/measure.ts';
import { againstAverage } from './against-average/measure.ts';
import { ageSpecific } from './age-specific-rate/measure.ts';
import { ageStandardisedNetSurvival } from './age-standardised-net-survival/measure.ts';
import { ageStandardised } from './age-standardised-rate/measure.ts';
import { cases } from './cases/measure.ts';
import { completePrevalence } from './complete-prevalence/measure.ts';
import { crude } from './crude-rate/measure.ts';
import { cumulative } from './cumulative-rate/measure.ts';
import { cumulativeRisk } from './cumulative-risk/measure.ts';
import { deathCertificateShare } from './death-certificate-share/measure.ts';
import { deathsAvoided } from './deaths-avoided/measure.ts';
import { directCostMedian } from './direct-cost-median/measure.ts';
import { directCostTotal } from './direct-cost-total/measure.ts';
import { eapc } from './eapc/measure.ts';
import { earlyStageShare } from './early-stage-share/measure.ts';
import { indicatorNotJudged } from './indicator-not-judged/measure.ts';
import { intervalCancerShare } from './interval-cancer-share/measure.ts';
import { joinpoint } from './joinpoint/measure.ts';
import type { Measure } from './measure.ts';
import { microscopicShare } from './microscopic-share/measure.ts';
import { mortalityIncidence } from './mortality-incidence-ratio/measure.ts';
import { netSurvival } from './net-survival/measure.ts';
import { observedSurvival } from './observed-survival/measure.ts';
import { outOfPocketMedian } from './out-of-pocket-median/measure.ts';
import { outOfPocketTotal } from './out-of-pocket-total/measure.ts';
import { prevalentCases } from './prevalent-cases/measure.ts';
import { projection } from './projection/measure.ts';
import { qualityOfCare } from './quality-indicator/measure.ts';
import { difference } from './rate-difference/measure.ts';
import { ratio } from './rate-ratio/measure.ts';
import { registrationCompleteness } from './registration-completeness/measure.ts';
import { relativeSurvival } from './relative-survival/measure.ts';
import { screenDetectedShare } from './screen-detected-share/measure.ts';
import { screeningAttendance } from './screening-attendance/measure.ts';
import { screeningDetection } from './screening-detection/measure.ts';
import { screeningEarlyStage } from './screening-early-stage/measure.ts';
import { screeningPositive } from './screening-positive/measure.ts';
import { screeningPredictiveValue } from './screening-predictive-value/measure.ts';
import { smokingAttributable } from './smoking-attributable/measure.ts';
import { stageKnownShare } from './stage-known-share/measure.ts';
import { stageShare } from './stage-share/measure.ts';
import { standardisedIncidence } from './standardised-incidence-ratio/measure.ts';
import { timelyShare } from './timely-share/measure.ts';
import { truncated } from './truncated-rate/measure.ts';
import { unknownAgeShare } from './unknown-age-share/measure.ts';
import { unknownBasisShare } from './unknown-basis-share/measure.ts';
import { unknownPrimaryShare } from './unknown-primary-share/measure.ts';
import { yearsOfLifeLost } from './years-of-life-lost/measure.ts';

/** Every measure, in the order in which they are offered. */
const MEASURES = {
  CASES: cases,
  CRUDE_RATE: crude,
  AGE_SPECIFIC_RATE: ageSpecific,
  AGE_STANDARDISED_RATE: ageStandardised,
  TRUNCATED_RATE: truncated,
  CUMULATIVE_RATE: cumulative,
  CUMULATIVE_RISK: cumulativeRisk,
  RATE_RATIO: ratio,
  RATE_DIFFERENCE: difference,
  STANDARDISED_INCIDENCE_RATIO: standardisedIncidence,
  STAGE_SHARE: stageShare,
  EARLY_STAGE_SHARE: earlyStageShare,
  STAGE_KNOWN_SHARE: stageKnownShare,
  QUALITY_INDICATOR: qualityOfCare,
  INDICATOR_NOT_JUDGED: indicatorNotJudged,
  SCREENING_ATTENDANCE: screeningAttendance,
  SCREENING_POSITIVE: screeningPositive,
  SCREENING_DETECTION: screeningDetection,
  SCREENING_PREDICTIVE_VALUE: screeningPredictiveValue,
  SCREENING_EARLY_STAGE: screeningEarlyStage,
  INTERVAL_CANCER_SHARE: intervalCancerShare,
  SCREEN_DETECTED_SHARE: screenDetectedShare,
  TIMELY_SHARE: timelyShare,
  MICROSCOPIC_SHARE: microscopicShare,
  DEATH_CERTIFICATE_SHARE: deathCertificateShare,
  UNKNOWN_BASIS_SHARE: unknownBasisShare,
  UNKNOWN_PRIMARY_SHARE: unknownPrimaryShare,
  UNKNOWN_AGE_SHARE: unknownAgeShare,
  REGISTRATION_COMPLETENESS: registrationCompleteness,
  AGAINST_AVERAGE: againstAverage,
  MORTALITY_INCIDENCE_RATIO: mortalityIncidence,
  OBSERVED_SURVIVAL: observedSurvival,
  RELATIVE_SURVIVAL: relativeSurvival,
  NET_SURVIVAL: netSurvival,
  AGE_STANDARDISED_NET_SURVIVAL: ageStandardisedNetSurvival,
  JOINPOINT: joinpoint,
  AAPC: aapc,
  EAPC: eapc,
  PROJECTION: projection,
  PREVALENT_CASES: prevalentCases,
  COMPLETE_PREVALENCE: completePrevalence,
  DEATHS_AVOIDED: deathsAvoided,
  SMOKING_ATTRIBUTABLE: smokingAttributable,
  DIRECT_COST_MEDIAN: directCostMedian,
  OUT_OF_POCKET_MEDIAN: outOfPocketMedian,
  DIRECT_COST_TOTAL: directCostTotal,
  OUT_OF_POCKET_TOTAL: outOfPocketTotal,
  YEARS_OF_LIFE_LOST: yearsOfLifeLost,
} satisfies Record<StatisticsMeasure, Measure>;

export const measureOf = (measure: StatisticsMeasure): Measure => MEASURES[measure];

export const EVERY_MEASURE = Object.keys(MEASURES) as StatisticsMeasure[];
