/** The exports of a project: what was requested, what has to be generalised, who released it, and the file. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { meQuery } from '../../../session/me.ts';
import type { Project } from '../queries.ts';
import { OneExport } from './one.tsx';
import { exportsQuery } from './queries.ts';

const RequestDialog = lazy(() => import('./request-dialog.tsx'));

export function Exports({ project }: { project: Project }) {
  const { t } = useLingui();
  const [requesting, setRequesting] = useState(false);
  const { data: me } = useQuery(meQuery);
  const query = useQuery(exportsQuery(project.id));
  const granted =
    project.grant?.elements.some(({ permissions }) => permissions.includes('EXPORT')) ?? false;
  const applies = me?.scopes.includes('research:read') ?? false;
  const open = granted && (project.grant?.inForce ?? false);
  if (!granted && query.data?.length === 0) return null;
  return (
    <Panel
      title={<Trans>Exports</Trans>}
      detail={
        <Trans>rows that leave to one recipient, encrypted, released by a second person</Trans>
      }
    >
      {applies && open && (
        <Button
          variant="outlined"
          aria-haspopup="dialog"
          sx={{ mb: 1.5 }}
          onClick={() => setRequesting(true)}
        >
          <Trans>Request an export</Trans>
        </Button>
      )}
      {query.isPending ? (
        <LoadingRows rows={2} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Empty>
          <Trans>Nothing was exported yet</Trans>
        </Empty>
      ) : (
        query.data.map((one) => <OneExport key={one.id} of={one} />)
      )}
      {granted && !project.grant?.inForce && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          <Trans>The grant is not in force: nothing can be requested or released.</Trans>
        </Typography>
      )}
      {applies && requesting && (
        <Suspense fallback={<span role="status">{t`Loading …`}</span>}>
          <RequestDialog project={project} onClose={() => setRequesting(false)} />
        </Suspense>
      )}
    </Panel>
  );
}
