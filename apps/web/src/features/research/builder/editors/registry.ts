import type { CriterionKind } from '@nodp/cohorts';
import { lazy } from 'react';
import { BehaviourEditor } from './behaviour.tsx';
import { AgeEditor, YearEditor } from './bounds.tsx';
import type { EditorOf } from './editor-props.ts';
import { LateralityEditor } from './laterality.tsx';
import { OutcomeEditor } from './outcome.tsx';
import { ProvinceEditor, ResidenceEditor } from './province.tsx';
import { SexEditor } from './sex.tsx';
import { SiteEditor } from './site.tsx';
import { StageEditor } from './stage.tsx';

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
  outcome: OutcomeEditor,
  time: lazy(() => import('./time.tsx')),
};
