/** An institution's own codes that wait for a mapping, the commonest first. */
import { Trans, useLingui } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { AppLink } from '../../../design/links.tsx';
import { Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatCount } from '../../../format/quantity.ts';
import { domainWords } from '../code-tables/words.ts';
import type { Report } from './requests.ts';

export function UnmappedCodes({ codes }: { codes: Report['unmapped'] }) {
  const { t, i18n } = useLingui();
  if (codes.length === 0) return null;
  return (
    <Panel title={t`Own codes without a mapping`}>
      <SimpleTable
        label={t`Own codes without a mapping`}
        stacks
        rows={codes}
        rowKey={(c) => `${c.domain} ${c.system} ${c.code}`}
        columns={[
          { header: t`Own code`, cell: (c) => <code>{c.code}</code> },
          { header: t`Own words`, cell: (c) => c.display ?? '—' },
          { header: t`Names`, cell: (c) => i18n._(domainWords[c.domain]) },
          { header: t`Unmapped records`, cell: (c) => formatCount(c.records), align: 'right' },
        ]}
      />
      <Typography variant="body2" sx={{ px: 1.5, py: 1 }}>
        <AppLink to="/data-centre/code-tables">
          <Trans>Map them in the code tables</Trans>
        </AppLink>
      </Typography>
    </Panel>
  );
}
