/** How many counts are left to the account today; asked after the page's own question. */
import { Trans } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchState } from '../design/filters/search-state.ts';
import { formatCount } from '../format/quantity.ts';
import { execute } from '../graph/execute.ts';
import { CountsLeftDocument } from '../graph/generated/graphql.ts';

export function CountsLeft() {
  const [search] = useSearchState();
  const budget = useQuery({
    queryKey: ['counts-left', search],
    queryFn: async ({ signal }) => (await execute(CountsLeftDocument, {}, signal)).countBudget,
    placeholderData: keepPreviousData,
    staleTime: 0,
  }).data;
  if (budget === undefined) return null;
  const left = formatCount(budget.left);
  const perDay = formatCount(budget.perDay);
  return (
    <p>
      <Trans>
        Distinct counts left to you today: {left} of {perDay}.
      </Trans>
    </p>
  );
}
