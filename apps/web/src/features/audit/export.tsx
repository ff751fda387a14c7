/** The rows that the filters leave, as a file; the export is an event of the audit itself. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { save } from '../../design/downloads.ts';
import { codeOfStatus, GraphError, reach } from '../../graph/execute.ts';
import type { AuditFilter } from '../../graph/generated/graphql.ts';
import { exportAddress } from './audit-filter.ts';

const fetchFile = async (filter: AuditFilter): Promise<Blob> => {
  const response = await reach(exportAddress(filter), {
    credentials: 'same-origin',
    headers: { 'x-nodp-csrf': '1' },
  });
  if (response.ok) return response.blob();
  const told = (await response.json().catch(() => null)) as { message?: string } | null;
  const requestId = response.headers.get('x-request-id');
  throw new GraphError(codeOfStatus(response.status), told?.message ?? '', requestId);
};

export function ExportAudit({ filter }: { filter: AuditFilter }) {
  const file = useMutation({
    mutationFn: () => fetchFile(filter),
    onSuccess: (content) => save('access-audit.csv', content),
  });
  return (
    <>
      <Button variant="outlined" disabled={file.isPending} onClick={() => file.mutate()}>
        <Trans>Export as CSV</Trans>
      </Button>
      {file.isError && (
        <Alert severity="error" sx={{ mt: 1 }}>
          <Trans>The file could not be made:</Trans> {file.error.message}
        </Alert>
      )}
    </>
  );
}
