/** What was said of a code before, the latest first. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../../design/states.tsx';
import { formatInstant } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import { LocalCodeMappingsDocument } from '../../../graph/generated/graphql.ts';
import { TargetName } from './target-name.tsx';
import { asked, type LocalCode } from './words.ts';

export function History({ code }: { code: LocalCode }) {
  const { t } = useLingui();
  const versions = useQuery({
    queryKey: ['local-code-mappings', code.id, code.mapping?.version ?? 0],
    queryFn: async ({ signal }) =>
      (await execute(LocalCodeMappingsDocument, { code: asked(code) }, signal)).localCodeMappings,
  });
  if (versions.isError)
    return <ErrorPanel error={versions.error} retry={() => void versions.refetch()} />;
  if (versions.data === undefined || versions.data.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="subtitle2" component="h3">
        <Trans>What was said before</Trans>
      </Typography>
      <Box component="ol" aria-label={t`History of the code`} sx={{ m: 0, pl: 2.5 }}>
        {versions.data.map((one) => (
          <Box component="li" key={one.version} sx={{ mt: 0.5 }}>
            <Typography variant="body2" component="div">
              {one.target === null ? <Trans>Withdrawn</Trans> : <TargetName target={one.target} />}
              <Typography variant="caption" component="span" color="text.secondary">
                {formatInstant(one.at)} · {one.by} · {one.reason}
              </Typography>
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
