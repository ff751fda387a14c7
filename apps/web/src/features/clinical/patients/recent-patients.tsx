/** The patients opened last, each a click away. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../../design/links.tsx';
import { sexWords } from '../../../design/words.ts';
import { execute } from '../../../graph/execute.ts';
import { RecentPatientsDocument } from '../../../graph/generated/graphql.ts';
import { meQuery } from '../../../session/me.ts';
import { recentPatients } from './recent.ts';

export function RecentPatients() {
  const { i18n, t } = useLingui();
  const account = useQuery(meQuery).data?.id ?? '';
  const ids = recentPatients(account);
  const { data } = useQuery({
    queryKey: ['recent-patients', ids],
    queryFn: async ({ signal }) =>
      (await execute(RecentPatientsDocument, { ids }, signal)).patientsById,
    enabled: ids.length > 0,
  });
  const patients = data?.filter((patient) => patient !== null) ?? [];
  if (patients.length === 0) return null;
  return (
    <Box
      component="nav"
      aria-label={t`Recent patients`}
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, mb: 1, fontSize: '0.8125rem' }}
    >
      <Box component="span" sx={{ color: 'text.secondary' }}>
        <Trans>Recent</Trans>
      </Box>
      {patients.map((patient) => (
        <span key={patient.id}>
          <AppLink
            to="/clinical/patients/$patientId/{-$section}"
            params={{ patientId: patient.id }}
            search={{}}
            preload={false}
          >
            {patient.identity.name}
          </AppLink>{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {i18n._(sexWords[patient.sex])}
            {patient.age !== null && ` ${patient.age}`}
          </Box>
        </span>
      ))}
    </Box>
  );
}
