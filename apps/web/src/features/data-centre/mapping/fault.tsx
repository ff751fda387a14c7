/** Why nothing can be read of a file. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useLabel } from '../../../i18n/label.ts';
import type { Preview } from './requests.ts';

export function Fault({ fault }: { fault: NonNullable<Preview['fault']> }) {
  const label = useLabel();
  const { line } = fault;
  return (
    <Alert severity="error">
      <Trans>Line {line}:</Trans> {label(fault.reason)} {label(fault.remedy)}
    </Alert>
  );
}
