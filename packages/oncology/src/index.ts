export { nationalDay } from '@nodp/terminology/national-time';
export { proteinChangeOf } from '@nodp/terminology/protein-change';
export { type Age, ageAt } from './age-at/age-at.ts';
export { assessTumours, type NotAtDiagnosis } from './assessments/assessments.ts';
export { isProstateSite, type RadiationDose, radiationDoses } from './bed-eqd2/of-volume.ts';
export { behaviourOf } from './behaviour/behaviour.ts';
export { type BroadStage, broadStage } from './broad-stage/broad-stage.ts';
export { diagnosisDay } from './case-dates/diagnosis-day.ts';
export { endOfFollowUp } from './case-dates/end-of-follow-up.ts';
export { diseaseLabelOf } from './civic/disease-words.ts';
export { diseaseNameOf } from './civic/diseases.ts';
export {
  type EvidenceItem,
  evidenceOf,
  SHIPPED_EVIDENCE_DATE,
  shippedEvidence,
} from './civic/evidence.ts';
export { type Match, matchEvidence, type Undecided } from './civic/match.ts';
export { CIVIC_EVIDENCE_VERSION } from './civic/rule.ts';
export { diseaseOfTumour } from './civic/tumour-disease.ts';
export { CRITICAL_LIMITS } from './critical-value/limits.ts';
export { CRITICAL_VALUE } from './critical-value/rule.ts';
export {
  addMonths,
  isBefore,
  isMoreThanMonthsApart,
  latestDay,
  middleDay,
  type PartialDate,
  type Precision,
  storedDate,
} from './dates/partial-date.ts';
export type { Explained } from './explained.ts';
export {
  type Grade,
  type GradeMissing,
  type GradeReason,
  LABORATORY_GRADE_VERSION,
  type LaboratoryGrade,
  laboratoryGrade,
} from './laboratory-grade/laboratory-grade.ts';
export { clashOf, nameAsBefore, remarksOn } from './lesion-entry/beside-others.ts';
export { type EnteredLesion, readLesion, type TypedLesion } from './lesion-entry/lesion-entry.ts';
export { declineAfter } from './marker-course/expected-decline.ts';
export { MARKERS } from './marker-course/markers.ts';
export {
  HISTOLOGY_GROUP_LABELS,
  histologyGroup,
  isSpecific,
} from './multiple-primaries/histology-groups.ts';
export { MULTIPLE_PRIMARY, neoplasmsOf } from './multiple-primaries/multiple-primaries.ts';
export {
  PATIENT_SUMMARY_VERSION,
  type PatientReports,
  type PatientSummary,
  summarise,
  type TumourAtDiagnosis,
} from './patient-summary/patient-summary.ts';
export {
  type StoredAtDiagnosis,
  type StoredSummary,
  storedSummary,
} from './patient-summary/stored-summary.ts';
export { type Primary, primariesOf } from './primaries/primaries.ts';
export { PRO_CTCAE_VERSION } from './pro-ctcae/composite.ts';
export {
  areAnswersOf,
  gradeOfTerm,
  isAnswered,
  SYMPTOM_TERMS,
  type SymptomTerm,
  symptomTerm,
} from './pro-ctcae/items.ts';
export { PRO_CTCAE_COMPOSITE } from './pro-ctcae/rule.ts';
export { SYMPTOM_SETS } from './pro-ctcae/sets.ts';
export { INPUTS, type InputId, isInput } from './prognosis/inputs.ts';
export {
  PROGNOSIS_VERSION,
  prognosisOf,
  type Score,
  type ScoreInput,
} from './prognosis/prognosis.ts';
export { type PrognosticStage, prognosticStages } from './prognosis/prognostic-stages.ts';
export type { Known, KnownInputs, LaboratoryResult, PrognosticRecord } from './prognosis/record.ts';
export type {
  CaseFacts,
  IndicatorJudgement,
  MissingFact,
  TreatmentFacts,
} from './quality-indicators/facts.ts';
export {
  QUALITY_INDICATORS,
  QUALITY_INDICATORS_VERSION,
  type QualityIndicator,
  qualityIndicator,
  type TextSeen,
} from './quality-indicators/indicators.ts';
export {
  type JudgedCase,
  judgeCase,
  judgedAnewOn,
} from './quality-indicators/judge-case.ts';
export { MISSING_WORDS } from './quality-indicators/missing-words.ts';
export { casesOfRecord, type PersonRecord } from './quality-indicators/of-record.ts';
export {
  type AssessedRadiotherapy,
  type FollowedCourse,
  type IrradiatedVolume,
  localControlOfRecord,
  radiotherapyOfRecord,
} from './radiotherapy-response/of-record.ts';
export type { GivenTreatment } from './recist/lines-of.ts';
export { type AssessedCourse, responseOfRecord } from './recist/of-record.ts';
export type { LesionSeen } from './recist/timepoints.ts';
export {
  RECURRENCE_SURVEY_VERSION,
  type Survey,
  type Surveyed,
  survey,
} from './recurrence-survey/survey.ts';
export { type AnswerLanguage, answersOfFile, MOST_ANSWERED } from './registry/answers-file.ts';
export { CLINICAL_RULES, clinicalRuleOf } from './registry/clinical-rules.ts';
export { csvRecords, FileError } from './registry/csv.ts';
export { FieldError, readField } from './registry/fields.ts';
export { type ClinicalRule, type Decision, sourceOf } from './registry/rule.ts';
export { type RuleSwitch, rulesInForce, type Standing, standingOf } from './registry/standing.ts';
export { type TriedCase, tryRule } from './registry/try-rule.ts';
export type { StageReport, TumourReport } from './reports.ts';
export { assessRisk, RISK_ASSESSMENT_VERSION, type RiskAnswer, readRisk } from './risk/assess.ts';
export { type RiskKnown, riskOfRecord } from './risk/from-record.ts';
export { RISK_INPUTS, type RiskInput, riskInputOf } from './risk/inputs.ts';
export { CLASS_LABELS, RISK_MODELS } from './risk/models.ts';
export type { Effect, Piece, Span } from './risk/span.ts';
export { RULES_OF_CASES } from './rules-of-cases.ts';
export type { Step as ScreeningStep } from './screening/course.ts';
export { screeningResult } from './screening/of-result.ts';
export {
  type ScreenedTumour,
  type ScreeningRound,
  type ScreeningStanding,
  screeningOf,
} from './screening/of-rounds.ts';
export {
  isProgramme,
  type Meaning,
  PROGRAMME_IDS,
  type ProgrammeId,
} from './screening/programme.ts';
export { SCREENING_PROGRAMMES } from './screening/programmes.ts';
export { SCREENING_CANNOT, SCREENING_COURSE, SCREENING_STEPS } from './screening/rule.ts';
export { sexContradictsSite } from './sex-and-site/sex-and-site.ts';
export { smokingStatusOf } from './smoking-status/smoking-status.ts';
export type {
  ExplainedStage,
  SetAside,
  StageMissing,
  StageReason,
} from './stage-at-diagnosis/stage-at-diagnosis.ts';
export { FINDING_CODES, type FindingCode } from './stage-check/facts.ts';
export { nodeCount } from './stage-check/node-counts.ts';
export {
  type CheckedClassification,
  checkTumour,
  type RecordedTumour,
} from './stage-check/of-record.ts';
export { isP16, p16Result } from './stage-check/p16-result.ts';
export type { SerumMarker } from './stage-check/serum-markers.ts';
export { sizeLimit } from './stage-check/size-limits.ts';
export { STAGE_CHECK_VERSION } from './stage-check/stage-check.ts';
export { chapterOf } from './stage-group/chapter-of.ts';
export type { Classification } from './stage-group/classification.ts';
export { explainedInWords } from './stage-group/explained-in-words.ts';
export { STAGE_GROUP_VERSION, stageGroup } from './stage-group/stage-group.ts';
export { dueDates, dueStates } from './surveillance-schedule/due-dates.ts';
export { SCHEDULES_MARK, SCHEDULES_SOURCE } from './surveillance-schedule/schedules.ts';
export { SYMPTOM_ALERT_VERSION, symptomAlert } from './symptom-alert/symptom-alert.ts';
export { type Found, foundOf, type TumourFinding } from './tumour-findings/tumour-findings.ts';
