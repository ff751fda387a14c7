/** One article: what it is, and where to read it. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ArticleSummaryFragment } from '../graph/generated/graphql.ts';
import { useHeading } from './heading-level.tsx';

/** Authors named before the rest are counted. */
const named = 3;

/** `Li X, Wang Y, Zhang Z, et al.` */
const authorsOf = (authors: readonly string[]): string =>
  authors.length > named ? `${authors.slice(0, named).join(', ')}, et al.` : authors.join(', ');

export function ArticleEntry({
  article,
  sites,
}: {
  article: ArticleSummaryFragment;
  sites?: React.ReactNode;
}) {
  return (
    <Box
      component="article"
      sx={{ py: 1, maxWidth: '90ch', minWidth: 0, overflowWrap: 'anywhere' }}
    >
      <Typography
        variant="body1"
        component={useHeading()}
        sx={{ fontWeight: 600, fontSize: '0.875rem' }}
      >
        {article.title}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {[authorsOf(article.authors), article.journal, article.year].filter(Boolean).join(' · ')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, fontSize: '0.75rem', mt: 0.25 }}>
        {article.pmid && (
          <Link
            href={`https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(article.pmid)}/`}
            target="_blank"
            rel="noreferrer"
          >
            PMID {article.pmid}
          </Link>
        )}
        {article.doi && (
          <Link href={`https://doi.org/${encodeURI(article.doi)}`} target="_blank" rel="noreferrer">
            DOI {article.doi}
          </Link>
        )}
        {sites}
      </Box>
      {article.abstract && (
        <Box component="details" sx={{ mt: 0.5 }}>
          <Box
            component="summary"
            sx={{ cursor: 'pointer', color: 'primary.main', fontSize: '0.75rem' }}
          >
            <Trans>Abstract</Trans>
          </Box>
          <Typography variant="body2" sx={{ mt: 0.5, whiteSpace: 'pre-wrap' }}>
            {article.abstract}
          </Typography>
          {article.keywords.length > 0 && (
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {article.keywords.join(' · ')}
            </Typography>
          )}
        </Box>
      )}
    </Box>
  );
}
