import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../session/me.ts';

/** Whether the account reviews: it has the right, and an institution whose accesses it reviews. */
export const useReviews = (): boolean => {
  const { data: me } = useQuery(meQuery);
  return (me?.scopes.includes('audit:review') ?? false) && me?.institution !== null;
};
