/** A figure of a study, as the page of comparisons draws it. */
import type { StudyContent, StudyDesign, StudyFigure } from '@nodp/cohorts';
import { lazy } from 'react';
import type { DisclosureRule } from '../queries.ts';
import { askedOf, chosenOf, inputOf } from './content.ts';

const Baseline = lazy(async () => ({
  default: (await import('../compare/baseline.tsx')).BaselinePanel,
}));
const Endpoint = lazy(async () => ({
  default: (await import('../compare/endpoint.tsx')).EndpointPanels,
}));
const Cox = lazy(async () => ({ default: (await import('../compare/cox.tsx')).CoxPanel }));
const Weighted = lazy(async () => ({
  default: (await import('../compare/weighted.tsx')).WeightedPanel,
}));
const Courses = lazy(async () => ({
  default: (await import('../compare/courses.tsx')).CoursesPanel,
}));

export function Figure({
  content,
  figure,
  design,
  release,
  rule,
}: {
  content: StudyContent;
  figure: StudyFigure;
  design: StudyDesign;
  release: number;
  rule: DisclosureRule;
}) {
  const chosen = chosenOf(content, release);
  const of = { comparison: inputOf(content, design, release), chosen, rule };
  const asked = askedOf(design);
  switch (figure) {
    case 'BASELINE':
      return <Baseline {...of} />;
    case 'ENDPOINT':
      return <Endpoint {...of} months={design.months} />;
    case 'COX':
      return <Cox {...of} asked={asked} />;
    case 'WEIGHTED':
      return <Weighted {...of} asked={asked} />;
    case 'COURSES':
      return <Courses {...of} />;
  }
}
