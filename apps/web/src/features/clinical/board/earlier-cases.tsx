/** What boards decided of the patient at other meetings. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { AppLink } from '../../../design/links.tsx';
import { Panel } from '../../../design/page.tsx';
import type { CaseSummary } from './data.ts';
import { DecisionText } from './decision-text.tsx';
import { caseWords } from './words.ts';

export function EarlierCases({ cases }: { cases: readonly CaseSummary[] }) {
  const { t, i18n } = useLingui();
  if (cases.length === 0) return null;
  return (
    <Panel title={t`Other meetings`}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {cases.map(({ id, meeting, question, state, decisions: [latest] }) => (
          <Box component="li" key={id} sx={{ mb: 1 }}>
            <AppLink
              to="/clinical/board/$caseId"
              params={{ caseId: id }}
              search={{}}
              preload={false}
            >
              {meeting.on} · {meeting.name}
            </AppLink>
            {' · '}
            {i18n._(caseWords[state])}
            <div>
              <Trans>Question: {question}</Trans>
            </div>
            {latest && <DecisionText decision={latest} />}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
