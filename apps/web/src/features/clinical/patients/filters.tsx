/** The filters of the patient list and what they ask of the graph. */

import { useLingui } from '@lingui/react/macro';
import { SITE_CHOICES } from '@nodp/terminology/sites';
import type { ReactNode } from 'react';
import { listOf, type Search } from '../../../address.ts';
import { Filters } from '../../../design/filters/filters.tsx';
import { SearchField } from '../../../design/filters/search-field.tsx';
import { SelectFilter } from '../../../design/filters/select-filter.tsx';
import { SiteFilter } from '../../../design/filters/site-filter.tsx';
import { SexName, StageTag } from '../../../design/marks.tsx';
import { sexWords, stageWords, vitalStatusWords } from '../../../design/words.ts';
import type {
  BroadStage,
  PatientFilter,
  Sex,
  VitalStatus,
} from '../../../graph/generated/graphql.ts';

const stages: BroadStage[] = ['STAGE_0', 'STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV', 'UNKNOWN'];
const statuses: VitalStatus[] = ['ALIVE', 'DEAD', 'UNKNOWN'];
const sexes: Sex[] = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'];
const sites = SITE_CHOICES.map((site) => site.id);

/** What an address asks of the graph; choices that do not exist are passed over. */
export function conditionsOf(search: Search): { search: string | null; filter: PatientFilter } {
  const filter: PatientFilter = {};
  const siteGroup = listOf(search.site, sites);
  const stage = listOf(search.stage, stages);
  const vitalStatus = listOf(search.vital, statuses);
  const sex = listOf(search.sex, sexes);
  if (siteGroup.length > 0) filter.siteGroup = siteGroup;
  if (stage.length > 0) filter.stage = stage;
  if (vitalStatus.length > 0) filter.vitalStatus = vitalStatus;
  if (sex.length > 0) filter.sex = sex;
  return { search: search.q ?? null, filter };
}

export function PatientFilters({ children }: { children?: ReactNode }) {
  const { i18n, t } = useLingui();
  return (
    <Filters names={['q', 'site', 'stage', 'vital', 'sex']}>
      <SearchField
        label={t`Name or pinyin, birth date, number`}
        title={t`Name, pinyin (lijiesheng, ljs), birth date, record, telephone or ID number, or the last four digits of a record or telephone number`}
      />
      <SiteFilter />
      <SelectFilter
        label={t`Stage`}
        name="stage"
        choices={stages.map((value) => ({
          value,
          words: i18n._(stageWords[value]),
          mark: <StageTag stage={value} />,
        }))}
      />
      <SelectFilter
        label={t`Vital status`}
        name="vital"
        choices={statuses.map((value) => ({ value, words: i18n._(vitalStatusWords[value]) }))}
      />
      <SelectFilter
        label={t`Sex`}
        name="sex"
        choices={sexes.map((value) => ({
          value,
          words: i18n._(sexWords[value]),
          mark: <SexName sex={value} />,
        }))}
      />
      {children}
    </Filters>
  );
}
