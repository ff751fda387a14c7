/** What the address holds of a page: its filters, its order, its choices. */
import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { Search } from '../../address.ts';

/** The page's search as strings, and a way to change some of it in place. */
export function useSearchState(): [Search, (change: Record<string, string | undefined>) => void] {
  const search = useRouterState({ select: (s) => s.location.search }) as Search;
  const navigate = useNavigate();
  const set = (change: Record<string, string | undefined>) =>
    void navigate({
      to: '.',
      search: (former: Search) => ({ ...former, ...change }) as Search,
      replace: true,
    });
  return [search, set];
}
