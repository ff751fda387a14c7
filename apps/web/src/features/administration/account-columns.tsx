/** What a row of the list of accounts shows. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { Tag } from '../../design/marks.tsx';
import type { Column } from '../../design/table/model.ts';
import { roleWords } from '../../design/words.ts';
import { formatInstant } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import type { AccountFactsFragment } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';

type Account = AccountFactsFragment;

/** Okabe and Ito's colours. */
const open = '#009E73';
const closed = '#C3C9CE';

export function useAccountColumns(onOpen: (account: Account) => void): Column<Account>[] {
  const { t, i18n } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  return useMemo(
    () => [
      {
        id: 'account',
        header: t`Account`,
        width: 'minmax(140px, 1fr)',
        cell: (a) => <span title={a.id}>{a.id}</span>,
      },
      {
        id: 'name',
        header: t`Name`,
        width: 'minmax(130px, 1fr)',
        yields: 2,
        cell: (a) => label(a.name),
      },
      {
        id: 'role',
        header: t`Role`,
        width: '168px',
        cell: (a) => i18n._(roleWords[a.role]),
      },
      {
        id: 'institution',
        header: t`Institution`,
        width: 'minmax(150px, 1.4fr)',
        yields: 3,
        cell: (a) => (a.institution ? label(a.institution.name) : <Trans>National</Trans>),
      },
      {
        id: 'state',
        header: t`State`,
        width: '100px',
        cell: (a) =>
          a.closedAt === null ? (
            <Tag colour={open}>
              <Trans context="account">Open</Trans>
            </Tag>
          ) : (
            <Tag colour={closed}>
              <Trans context="account">Closed</Trans>
            </Tag>
          ),
      },
      {
        id: 'last-sign-in',
        header: t`Last sign-in`,
        width: '148px',
        yields: 4,
        cell: (a) => (a.lastSignInAt === null ? '—' : formatInstant(a.lastSignInAt)),
      },
      {
        id: 'sessions',
        header: t`Open sessions`,
        width: '116px',
        align: 'end',
        yields: 5,
        cell: (a) => formatCount(a.sessions),
      },
      {
        id: 'action',
        header: t`Action`,
        width: '96px',
        cell: (a) => (
          <Button size="small" aria-label={t`Manage ${a.id}`} onClick={() => onOpen(a)}>
            <Trans>Manage</Trans>
          </Button>
        ),
      },
    ],
    [t, onOpen],
  );
}
