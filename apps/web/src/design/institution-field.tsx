/** Chooses one institution of the network. */
import { useQuery } from '@tanstack/react-query';
import { execute } from '../graph/execute.ts';
import { InstitutionNamesDocument } from '../graph/generated/graphql.ts';
import { useLabel } from '../i18n/label.ts';
import { PickControl } from './filters/pick-control.tsx';
import { ErrorPanel, LoadingRows } from './states.tsx';

export function InstitutionField({
  label: field,
  chosen,
  onChange,
}: {
  label: string;
  chosen: string | null;
  onChange: (institution: string | null) => void;
}) {
  const label = useLabel();
  const institutions = useQuery({
    queryKey: ['institution-names'],
    queryFn: async ({ signal }) =>
      (await execute(InstitutionNamesDocument, {}, signal)).institutions,
  });
  if (institutions.isPending) return <LoadingRows rows={1} />;
  if (institutions.isError)
    return <ErrorPanel error={institutions.error} retry={() => void institutions.refetch()} />;
  const choices = institutions.data.map((i) => ({
    value: i.id,
    words: label(i.name),
    names: [i.name.en, i.name.zh],
    codes: [i.code],
  }));
  const now = choices.filter((choice) => choice.value === chosen);
  return (
    <PickControl
      single
      label={field}
      choices={choices}
      chosen={now}
      onChange={([next]) => onChange(next?.value ?? null)}
      beginning={{ open: false, typed: now[0]?.words ?? '', focused: false }}
      sx={{ width: '100%' }}
    />
  );
}
