/** The filters of the patient list and what they ask of the graph. */

import { useLingui } from '@lingui/react/macro';
import { SITE_GROUPS } from '@nodp/terminology';
import type { ReactNode } from 'react';
import { listOf, type Search } from '../../../address.ts';
import { Filters, PickFilter, SearchField, SelectFilter } from '../../../design/filters.tsx';
import { SexName, StageTag } from '../../../design/marks.tsx';
import { findSiteChoices, useSiteChoices } from '../../../design/site-choices.tsx';
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
const sites = SITE_GROUPS.map((group) => group.id as string);

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
  const siteChoices = useSiteChoices({ parts: false });
  return (
    <Filters names={['q', 'site', 'stage', 'vital', 'sex']}>
      <SearchField
        label={t`Name or pinyin, birth date, number`}
        title={t`Name, pinyin (lijiesheng, ljs), birth date, record, telephone or ID number, or the last four digits of a record or telephone number`}
      />
      <PickFilter label={t`Cancer site`} name="site" choices={siteChoices} find={findSiteChoices} />
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
