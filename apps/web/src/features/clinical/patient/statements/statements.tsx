/** What each institution says of the person, side by side; asked for when the section is opened. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Tag } from '../../../../design/marks.tsx';
import { Panel } from '../../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { sexWords, vitalStatusWords } from '../../../../design/words.ts';
import { formatInstant, formatPartialDate } from '../../../../format/date.ts';
import { execute } from '../../../../graph/execute.ts';
import { PatientDemographicsDocument } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { differing, type Fact, type Statement } from './statements.ts';

const statementsQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'demographics'],
    queryFn: async ({ signal }): Promise<readonly Statement[]> =>
      (await execute(PatientDemographicsDocument, { id }, signal)).patient?.demographics ?? [],
  });

/** Okabe and Ito's vermillion. */
const DIFFERS = '#D55E00';

export function Statements({ patientId }: { patientId: string }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const query = useQuery(statementsQuery(patientId));
  const title = t`What institutions report of the person`;
  if (query.isError) {
    return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  }
  const statements = query.data ?? [];
  const different = differing(statements);
  const lives = ({ vitalStatus, deathDate }: Statement): string => {
    if (vitalStatus === null) return '—';
    const words = i18n._(vitalStatusWords[vitalStatus]);
    return deathDate === null ? words : `${words} (${formatPartialDate(deathDate)})`;
  };
  const cell = (fact: Fact, value: ReactNode) => (
    <>
      {value}{' '}
      {different.has(fact) && (
        <Tag colour={DIFFERS}>
          <Trans>differs</Trans>
        </Tag>
      )}
    </>
  );
  return (
    <Panel
      title={title}
      detail={
        different.size > 0
          ? t`Sex and date of birth are shown as the registering institution has them; a reported death stands until whoever reported it withdraws it.`
          : undefined
      }
      flush
    >
      {query.isPending ? (
        <LoadingRows rows={2} />
      ) : (
        <SimpleTable
          label={title}
          rows={statements}
          rowKey={(s) => s.institution.id}
          columns={[
            {
              header: t`Institution`,
              cell: (s) => (
                <>
                  {label(s.institution.name)}{' '}
                  {s.registrar && (
                    <Box component="span" sx={{ color: 'text.secondary' }}>
                      <Trans>(registered the person)</Trans>
                    </Box>
                  )}
                </>
              ),
            },
            {
              header: t({ context: 'of a person', message: 'Name' }),
              cell: (s) => cell('name', s.name || '—'),
              nowrap: true,
            },
            {
              header: t`Sex`,
              cell: (s) => cell('sex', i18n._(sexWords[s.sex])),
              nowrap: true,
            },
            {
              header: t`Date of birth`,
              cell: (s) => cell('birthDate', s.birthDate ? formatPartialDate(s.birthDate) : '—'),
              nowrap: true,
            },
            {
              header: t`Vital status`,
              cell: (s) => cell('vitalStatus', lives(s)),
              nowrap: true,
            },
            { header: t`Last sent`, cell: (s) => formatInstant(s.recordedAt), nowrap: true },
          ]}
        />
      )}
    </Panel>
  );
}
