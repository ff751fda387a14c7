/** What quality indicators say of the patient's cases; asked for when the page stands. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../../../design/links.tsx';
import { Panel } from '../../../../design/page.tsx';
import { resultWords } from '../../../../figures/indicator-words.ts';
import { execute } from '../../../../graph/execute.ts';
import { PatientQualityDocument } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { meQuery } from '../../../../session/me.ts';

export function QualityPanel({ patientId }: { patientId: string }) {
  const { data: me } = useQuery(meQuery);
  if (!me?.scopes.includes('quality:read')) return null;
  return <Quality patientId={patientId} />;
}

function Quality({ patientId }: { patientId: string }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const query = useQuery({
    queryKey: ['patient', patientId, 'quality'],
    queryFn: async ({ signal }) =>
      (await execute(PatientQualityDocument, { id: patientId }, signal)).patient?.careIndicators ??
      [],
  });
  if (query.isPending) return null;
  return (
    <Panel title={t`Quality indicators`}>
      {query.isError ? (
        <Box role="alert">
          <Trans>The indicators could not be read:</Trans> {query.error.message}
        </Box>
      ) : query.data.length === 0 ? (
        <Trans>No indicator is of this patient</Trans>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none' }}>
          {query.data.map(({ id, code, title, result, why }) => (
            <Box component="li" key={id} sx={{ mb: 0.75 }}>
              <AppLink
                to="/clinical/quality/{-$code}"
                params={{ code }}
                search={{}}
                preload={false}
              >
                {code} {label(title)}
              </AppLink>
              {': '}
              <strong>{i18n._(resultWords[result])}</strong>
              {why && <Box sx={{ color: 'text.secondary' }}>{label(why)}</Box>}
            </Box>
          ))}
        </Box>
      )}
    </Panel>
  );
}
