/** The explorer: any measure over any crossing of any source, two to six selections side by side, all of it in the address. */
import { useLingui } from '@lingui/react/macro';
import { QuestionPage } from './question-page.tsx';

export function ExplorerPage() {
  const { t } = useLingui();
  return <QuestionPage title={t`Explorer`} />;
}
