/** Which contradictions are listed: by rule, cancer site and institution, kept in the address. */
import { useLingui } from '@lingui/react/macro';
import { SITE_CHOICES } from '@nodp/terminology/sites';
import { useQuery } from '@tanstack/react-query';
import { listOf, type Search } from '../../../address.ts';
import { Filters } from '../../../design/filters/filters.tsx';
import { PickFilter } from '../../../design/filters/pick-filter.tsx';
import { SelectFilter } from '../../../design/filters/select-filter.tsx';
import { useSiteChoices } from '../../../design/site-choices.tsx';
import { execute } from '../../../graph/execute.ts';
import {
  InstitutionNamesDocument,
  type StageFindingFilter,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { ruleWords } from './words.ts';

const rules = Object.keys(ruleWords);
const sites = SITE_CHOICES.filter((site) => site.topographies === null).map(({ id }) => id);

/** What an address asks of the graph; choices that do not exist are passed over. */
export function filterOf(search: Search): StageFindingFilter {
  const filter: StageFindingFilter = {};
  const rule = listOf(search.rule, rules);
  const site = listOf(search.site, sites);
  if (rule.length > 0) filter.rules = rule;
  if (site.length > 0) filter.siteGroups = site;
  if (search.institution) filter.institutions = search.institution.split(',').slice(0, 200);
  return filter;
}

const sitePicker = async () =>
  (await import('../../../design/filters/site-pick-control.tsx')).SitePickControl;

export function StageFindingFilters() {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const siteChoices = useSiteChoices({ parts: false });
  const { data: me } = useQuery(meQuery);
  // An account of one institution has nothing to choose between.
  const national = me !== undefined && me.institution === null;
  const { data: institutions = [] } = useQuery({
    queryKey: ['institution-names'],
    queryFn: async ({ signal }) =>
      (await execute(InstitutionNamesDocument, {}, signal)).institutions,
    enabled: national,
  });
  return (
    <Filters names={['rule', 'site', 'institution']}>
      <SelectFilter
        label={t`Rule`}
        name="rule"
        choices={Object.entries(ruleWords).map(([value, { name }]) => ({
          value,
          words: i18n._(name),
        }))}
      />
      <PickFilter label={t`Cancer site`} name="site" choices={siteChoices} control={sitePicker} />
      {national && (
        <PickFilter
          label={t`Institution`}
          name="institution"
          choices={institutions.map((i) => ({
            value: i.id,
            words: label(i.name),
            names: [i.name.en, i.name.zh],
            codes: [i.code],
          }))}
        />
      )}
    </Filters>
  );
}
