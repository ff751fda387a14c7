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
const screening: View = {
  usual: {
    measure: 'screening_attendance',
    by: 'site',
    a: 'site:lung,breast,colorectum,liver,stomach,oesophagus,cervix',
  },
  groups: ['SCREENING'],
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
          Not told here: childhood incidence against the ranges by which the editors of IARC judge
          it, as no public text that has them could be read; rates of children are asked in the
          explorer (age-specific rate, ages 0 to 14, by registry and sex). Stability is told by a
          year’s cases against the mean of the five years before it.
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

export function ScreeningPage() {
  const { t } = useLingui();
  return (
    <QuestionPage
      title={t`Screening`}
      view={screening}
      absent={
        <Trans>
          Rounds of screening are those that institutions and programmes sent: a person in a year is
          one. Invited, attended, positive, diagnosed and interval cancers follow each other as
          measures; the programme is the cancer site.
        </Trans>
      }
    />
  );
}

export function BurdenPage() {
  const { t } = useLingui();
  return <QuestionPage title={t`Burden`} view={burden} />;
}
