/** Pages of one kind of measure: the explorer with a question that a reader begins with. */
import { Trans, useLingui } from '@lingui/react/macro';
import { QuestionPage } from './question-page.tsx';
import type { View } from './view.ts';

const quality: View = {
  usual: { measure: 'microscopic_share', by: 'province' },
  groups: ['QUALITY'],
};
const care: View = {
  usual: { measure: 'quality_indicator', by: 'province' },
  groups: ['CARE'],
};
const survival: View = {
  usual: { measure: 'net_survival', by: 'follow_up,stage', at: '5' },
  groups: ['SURVIVAL'],
};
const trends: View = {
  usual: { measure: 'joinpoint', by: 'year,sex', a: 'sex:FEMALE,MALE' },
  groups: ['TRENDS'],
  measures: ['AGE_SPECIFIC_RATE'],
};
const projection: View = {
  usual: { measure: 'projection', by: 'period,sex', a: 'sex:FEMALE,MALE' },
  groups: ['PROJECTION'],
};
const burden: View = {
  usual: { measure: 'years_of_life_lost', by: 'site' },
  groups: ['BURDEN', 'PREVALENCE'],
};

export function QualityPage() {
  const { t } = useLingui();
  return (
    <QuestionPage
      title={t`Quality`}
      view={quality}
      absent={
        <Trans>
          Not told here: timeliness, since a release does not know on which days records came;
          completeness by the flow method, which needs the death certificates of the population; and
          childhood incidence against the ranges of IARC, which the platform does not hold.
        </Trans>
      }
    />
  );
}

export function CarePage() {
  const { t } = useLingui();
  return <QuestionPage title={t`Quality of care`} view={care} />;
}

export function SurvivalPage() {
  const { t } = useLingui();
  return <QuestionPage title={t`Survival`} view={survival} />;
}

export function TrendsPage() {
  const { t } = useLingui();
  return <QuestionPage title={t`Trends`} view={trends} />;
}

export function ProjectionPage() {
  const { t } = useLingui();
  return <QuestionPage title={t`Projection`} view={projection} />;
}

export function BurdenPage() {
  const { t } = useLingui();
  return (
    <QuestionPage
      title={t`Burden`}
      view={burden}
      absent={
        <Trans>
          Not told here: deaths avoided if people quit smoking, since no source has how many of a
          population smoke; and what care costs, since no costs are submitted to the platform yet.
        </Trans>
      }
    />
  );
}
