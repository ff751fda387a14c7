import type { CriterionKind } from '@nodp/cohorts';
import { lazy } from 'react';
import { BasisEditor } from './basis.tsx';
import { BehaviourEditor } from './behaviour.tsx';
import { AgeEditor, YearEditor } from './bounds.tsx';
import { DetectionEditor } from './detection.tsx';
import type { EditorOf } from './editor-props.ts';
import { GradeEditor } from './grade.tsx';
import { LateralityEditor } from './laterality.tsx';
import { OutcomeEditor } from './outcome.tsx';
import { PrimariesEditor } from './primaries.tsx';
import { ProvinceEditor, ResidenceEditor } from './province.tsx';
import { SexEditor } from './sex.tsx';
import { SiteEditor } from './site.tsx';
import { StageEditor } from './stage.tsx';
import { TierEditor } from './tier.tsx';
import { TnmEditor } from './tnm.tsx';
import { UnknownEditor } from './unknown.tsx';
import { VitalEditor } from './vital.tsx';

/** The editor of every criterion: one that is missing does not compile. Long lists of codes come when needed. */
export const editors: {
  readonly [Kind in CriterionKind]: EditorOf<Kind> | React.LazyExoticComponent<EditorOf<Kind>>;
} = {
  site: SiteEditor,
  histology: lazy(() => import('./histology.tsx')),
  behaviour: BehaviourEditor,
  laterality: LateralityEditor,
  stage: StageEditor,
  sex: SexEditor,
  age: AgeEditor,
  year: YearEditor,
  residence: ResidenceEditor,
  province: ProvinceEditor,
  treatment: lazy(() => import('./treatment.tsx')),
  biomarker: lazy(() => import('./biomarker.tsx')),
  variant: lazy(() => import('./variant.tsx')),
  laboratory: lazy(() => import('./laboratory.tsx')),
  outcome: OutcomeEditor,
  vital: VitalEditor,
  time: lazy(() => import('./time.tsx')),
  grade: GradeEditor,
  basis: BasisEditor,
  detection: DetectionEditor,
  tier: TierEditor,
  tnm: TnmEditor,
  primaries: PrimariesEditor,
  unknown: UnknownEditor,
};
