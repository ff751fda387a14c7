/** The accounts kept here: who has one, with which role, and whether it is open. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Filters } from '../../design/filters/filters.tsx';
import { SearchField } from '../../design/filters/search-field.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { PageHeader } from '../../design/page.tsx';
import { usePaged } from '../../design/paged.ts';
import { PagedTable } from '../../design/paged-table.tsx';
import { execute } from '../../graph/execute.ts';
import { type AccountFactsFragment, AccountsDocument } from '../../graph/generated/graphql.ts';
import { meQuery } from '../../session/me.ts';
import { useAccountColumns } from './account-columns.tsx';
import { SecondFactorRoles } from './second-factor-roles.tsx';

const AccountDialog = lazy(async () => ({
  default: (await import('./account-dialog.tsx')).AccountDialog,
}));

const pageSize = 100;

export function AccountsPage() {
  const { t } = useLingui();
  const [{ q: search }] = useSearchState();
  const { data: me } = useQuery(meQuery);
  const national = me?.institution === null;
  const [opened, setOpened] = useState<AccountFactsFragment | 'new' | null>(null);
  const paged = usePaged(['accounts', search], async (after, signal) => {
    const variables = { search: search ?? null, first: pageSize, after };
    return (await execute(AccountsDocument, variables, signal)).accounts;
  });
  const columns = useAccountColumns(setOpened);
  return (
    <>
      <PageHeader
        title={t`Accounts`}
        detail={<Trans>with a password of this platform; every change is in the audit</Trans>}
        actions={
          national && (
            <Button variant="contained" onClick={() => setOpened('new')}>
              <Trans>Add an account</Trans>
            </Button>
          )
        }
      />
      {me && !national && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>
            Accounts concern the whole network, so only national administrators manage them. Yours
            is an account of one institution.
          </Trans>
        </Alert>
      )}
      {national && <SecondFactorRoles />}
      <Filters names={['q']}>
        <SearchField label={t`Account or name`} />
      </Filters>
      <PagedTable
        paged={paged}
        label={t`Accounts`}
        columns={columns}
        rowKey={(account) => account.id}
        empty={
          search ? <Trans>No account is called so</Trans> : <Trans>No account is stored here</Trans>
        }
      />
      {opened !== null && (
        <Suspense>
          <AccountDialog
            account={opened === 'new' ? null : opened}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </>
  );
}
