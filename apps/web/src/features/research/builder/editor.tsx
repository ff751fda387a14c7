/** The editor of a criterion of any kind; long lists of codes are fetched when first needed. */
import { useLingui } from '@lingui/react/macro';
import Skeleton from '@mui/material/Skeleton';
import { SITE_GROUPS } from '@nodp/terminology';
import { PROVINCES } from '@nodp/terminology/provinces';
import { lazy, Suspense } from 'react';
import { SiteName } from '../../../design/marks.tsx';
import { sexColours, stageColours } from '../../../design/palette.ts';
import { findSiteChoices } from '../../../design/site-choices.tsx';
import { sexWords, stageWords } from '../../../design/words.ts';
import { type Bounds, type Criterion, sexes, stages } from '../definition/criterion.ts';
import { kindWords } from '../words.ts';
import { Choices } from './editors/choices.tsx';
import { CodePicker } from './editors/code-picker.tsx';
import { RangeEditor } from './editors/range.tsx';

const HistologyEditor = lazy(() => import('./editors/histology.tsx'));
const TreatmentEditor = lazy(() => import('./editors/treatment.tsx'));
const BiomarkerEditor = lazy(() => import('./editors/biomarker.tsx'));

const siteCodes = SITE_GROUPS.map((group) => ({
  value: group.id,
  label: group.label,
  mark: <SiteName site={group.id} label={group.label} />,
}));
const provinceCodes = PROVINCES.map(({ code, label, fullName }) => ({
  value: code,
  label,
  also: `${fullName.en} ${fullName.zh}`,
}));

export type EditorProps = {
  criterion: Criterion;
  /** The years the release holds. */
  years: Bounds;
  onChange: (criterion: Criterion) => void;
};

export function Editor(props: EditorProps) {
  return (
    <Suspense fallback={<Skeleton height={40} />}>
      <EditorOfKind {...props} />
    </Suspense>
  );
}

function EditorOfKind({ criterion, years, onChange }: EditorProps) {
  const { i18n, t } = useLingui();
  switch (criterion.kind) {
    case 'site':
      return (
        <CodePicker
          label={t`Cancer sites`}
          placeholder={t`type a name`}
          codes={siteCodes}
          find={findSiteChoices}
          values={criterion.values}
          onChange={(values) => onChange({ ...criterion, values })}
        />
      );
    case 'histology':
      return (
        <HistologyEditor
          values={criterion.values}
          onChange={(values) => onChange({ ...criterion, values })}
        />
      );
    case 'province':
      return (
        <CodePicker
          label={t`Provinces of the reporting institution`}
          placeholder={t`type a name`}
          codes={provinceCodes}
          values={criterion.values}
          onChange={(values) => onChange({ ...criterion, values })}
        />
      );
    case 'stage':
      return (
        <Choices
          label={i18n._(kindWords.stage)}
          choices={stages.map((value) => ({
            value,
            words: i18n._(stageWords[value]),
            colour: stageColours[value],
          }))}
          values={criterion.values}
          onChange={(values) => onChange({ ...criterion, values })}
        />
      );
    case 'sex':
      return (
        <Choices
          label={i18n._(kindWords.sex)}
          choices={sexes.map((value) => ({
            value,
            words: i18n._(sexWords[value]),
            colour: sexColours[value],
          }))}
          values={criterion.values}
          onChange={(values) => onChange({ ...criterion, values })}
        />
      );
    case 'age':
    case 'year':
      return (
        <RangeEditor
          name={i18n._(kindWords[criterion.kind])}
          bounds={criterion}
          {...(criterion.kind === 'year' ? { hint: years } : {})}
          onChange={({ from, to }) => onChange({ ...criterion, from, to })}
        />
      );
    case 'treatment':
      return <TreatmentEditor criterion={criterion} onChange={onChange} />;
    case 'biomarker':
      return <BiomarkerEditor criterion={criterion} onChange={onChange} />;
  }
}
