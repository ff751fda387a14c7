/** Which submissions are listed: what became of them, who sent them, when, and by their content. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useCodeWords } from '../../design/code-words.ts';
import { DateField } from '../../design/date-field.tsx';
import { Filters } from '../../design/filters/filters.tsx';
import { PickFilter } from '../../design/filters/pick-filter.tsx';
import { SearchField } from '../../design/filters/search-field.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { SelectFilter } from '../../design/filters/select-filter.tsx';
import { isDay } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { InstitutionNamesDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import { statuses } from './submission-filter.ts';

const names = ['status', 'institution', 'from', 'to', 'sha'];

export function SubmissionFilters() {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const [search, set] = useSearchState();
  const { data: me } = useQuery(meQuery);
  // An account of one institution has nothing to choose between.
  const national = me !== undefined && me.institution === null;
  const { data: institutions = [] } = useQuery({
    queryKey: ['institution-names'],
    queryFn: async ({ signal }) =>
      (await execute(InstitutionNamesDocument, {}, signal)).institutions,
    enabled: national,
  });
  const day = (name: 'from' | 'to') => (search[name] && isDay(search[name]) ? search[name] : null);
  return (
    <Filters names={names}>
      <SelectFilter
        label={t`Status`}
        name="status"
        choices={statuses.map((value) => ({ value, words: code('submission', value) }))}
      />
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
      <DateField label={t`From day`} value={day('from')} onChange={(from) => set({ from })} />
      <DateField label={t`To day`} value={day('to')} onChange={(to) => set({ to })} />
      <SearchField label={t`SHA-256, from its beginning`} name="sha" />
    </Filters>
  );
}
