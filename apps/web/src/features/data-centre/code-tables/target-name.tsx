/** A standard code with its system and how it reads. */
import Typography from '@mui/material/Typography';
import type { CodeTargetsQuery } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { systemName } from './words.ts';

export type Target = CodeTargetsQuery['codeTargets'][number];

export function TargetName({ target: { system, code, label: words } }: { target: Target }) {
  const label = useLabel();
  return (
    <>
      <code>{code}</code>
      {words && <> {label(words)}</>}
      <Typography variant="caption" component="span" sx={{ display: 'block' }}>
        {systemName(system)}
      </Typography>
    </>
  );
}
