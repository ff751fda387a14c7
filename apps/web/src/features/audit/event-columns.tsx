/** What a row of the access audit shows. */
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { AppLink } from '../../design/links.tsx';
import type { Column } from '../../design/table/model.ts';
import { formatInstant } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import type { AuditEventsQuery } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { eventDetail } from './detail-words.ts';
import { shortId } from './short-id.ts';
import { actionWords, purposeWords, useRoleWords } from './words.ts';

type AuditEvent = AuditEventsQuery['auditEvents']['edges'][number]['node'];

export function useEventColumns(national: boolean): Column<AuditEvent>[] {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const role = useRoleWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(() => {
    const institution: Column<AuditEvent> = {
      id: 'institution',
      header: t`Institution`,
      width: 'minmax(150px, 1.2fr)',
      yields: 2,
      cell: (e) => (e.institution ? label(e.institution.name) : '—'),
    };
    return [
      { id: 'at', header: t`Time`, width: '148px', cell: (e) => formatInstant(e.at) },
      {
        id: 'account',
        header: t`Account`,
        width: 'minmax(140px, 1fr)',
        cell: (e) => (
          <AppLink to="." search={{ account: e.account } as never} title={e.account}>
            {e.account}
          </AppLink>
        ),
      },
      {
        id: 'role',
        header: t`Role`,
        width: '128px',
        yields: 3,
        cell: (e) => role(e.role),
      },
      ...(national ? [institution] : []),
      {
        id: 'action',
        header: t({ context: 'audit', message: 'Action' }),
        width: '124px',
        cell: (e) => (e.action === null ? '—' : i18n._(actionWords[e.action])),
      },
      {
        id: 'purpose',
        header: t({ context: 'audit', message: 'Purpose' }),
        width: '132px',
        yields: 3,
        cell: (e) => (e.purpose === null ? '—' : i18n._(purposeWords[e.purpose])),
      },
      {
        id: 'operation',
        header: t`Operation or endpoint`,
        width: 'minmax(140px, 1.2fr)',
        cell: (e) => <code title={e.operation}>{e.operation || '—'}</code>,
      },
      {
        id: 'patients',
        header: t`Patients`,
        width: '104px',
        align: 'end',
        cell: (e) => {
          const [only] = e.patients;
          return e.patientCount === 1 && only ? (
            <AppLink
              to="."
              search={{ patient: only.id } as never}
              aria-label={t`Who accessed patient ${shortId(only.id)}`}
            >
              <code>{shortId(only.id)}</code>
            </AppLink>
          ) : e.patientCount === 0 ? (
            '—'
          ) : (
            formatCount(e.patientCount)
          );
        },
      },
      {
        id: 'detail',
        header: t`More`,
        width: 'minmax(120px, 1.4fr)',
        yields: 4,
        cell: (e) => {
          const words = eventDetail(i18n, e.detail);
          return <span title={words}>{words || '—'}</span>;
        },
      },
      {
        id: 'request',
        header: t`Request`,
        width: '132px',
        wideOnly: true,
        yields: 5,
        cell: (e) => <code title={e.requestId}>{e.requestId.slice(-12)}</code>,
      },
    ];
  }, [t, national]);
}
