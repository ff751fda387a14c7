/** The newest articles about the sites of the patient's tumours. */
import { Trans, useLingui } from '@lingui/react/macro';
import { ArticleEntry } from '../../../design/article-entry.tsx';
import { SiteName } from '../../../design/marks.tsx';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import type { Patient } from './data.ts';

export function LiteratureSection({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  // Several tumours of one site have the same literature.
  const bySite = new Map(
    patient.tumours
      .filter((tumour) => tumour.siteGroup && tumour.literature.length > 0)
      .map((tumour) => [tumour.siteGroup, tumour]),
  );
  if (bySite.size === 0) {
    return (
      <Empty>
        <Trans>No article about this patient’s diagnosis has been imported</Trans>
      </Empty>
    );
  }
  return [...bySite.values()].map((tumour) => (
    <Panel
      key={tumour.id}
      title={<SiteName site={tumour.siteGroup} label={tumour.siteLabel} />}
      detail={t`newest first`}
    >
      {tumour.literature.map((article) => (
        <ArticleEntry key={article.id} article={article} />
      ))}
    </Panel>
  ));
}
