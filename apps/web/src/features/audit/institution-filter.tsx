/** Whose accounts are meant; an account of one institution has nothing to choose between. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { PickFilter } from '../../design/filters/pick-filter.tsx';
import { execute } from '../../graph/execute.ts';
import { InstitutionNamesDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';

export function InstitutionFilter() {
  const { t } = useLingui();
  const label = useLabel();
  const { data: institutions = [] } = useQuery({
    queryKey: ['institution-names'],
    queryFn: async ({ signal }) =>
      (await execute(InstitutionNamesDocument, {}, signal)).institutions,
  });
  return (
    <PickFilter
      single
      label={t`Institution`}
      name="institution"
      choices={institutions.map((i) => ({
        value: i.id,
        words: label(i.name),
        names: [i.name.en, i.name.zh],
        codes: [i.code],
      }))}
    />
  );
}
