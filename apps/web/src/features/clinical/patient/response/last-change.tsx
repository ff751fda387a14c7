/** What became of the last order on a lesion, with what to know of it, and how to undo it. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useLabel } from '../../../../i18n/label.ts';
import type { LesionWork } from './use-lesion-work.ts';

export function LastChange({ work }: { work: LesionWork }) {
  const label = useLabel();
  const { data, variables: order, error } = work;
  if (error)
    return (
      <Alert severity="error" sx={{ mb: 1 }}>
        <Trans>It was not saved:</Trans> {error.message}
      </Alert>
    );
  if (!data || !order) return null;
  if (data.problem)
    return (
      <Alert severity="warning" sx={{ mb: 1 }}>
        {label(data.problem)}
      </Alert>
    );
  const name = 'draft' in order ? order.draft.lesion : order.name;
  const { lesion, remarks } = data;
  return (
    <Alert
      severity={remarks.length > 0 ? 'warning' : 'success'}
      role="status"
      sx={{ mb: 1 }}
      action={
        lesion && (
          <Button
            color="inherit"
            size="small"
            disabled={work.isPending}
            onClick={() => work.mutate({ kind: 'undo', lesion, name })}
          >
            <Trans>Undo</Trans>
          </Button>
        )
      }
    >
      {order.kind === 'withdraw' ? (
        <Trans>{name} is withdrawn; what was entered is retained.</Trans>
      ) : order.kind === 'undo' ? (
        <Trans>{name}: what stood before stands again.</Trans>
      ) : (
        <Trans>{name} is saved.</Trans>
      )}
      {remarks.map((one) => (
        <div key={one.en}>{label(one)}</div>
      ))}
    </Alert>
  );
}
