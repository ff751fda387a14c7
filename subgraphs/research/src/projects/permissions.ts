import type { GrantedElement, Permission } from './project.ts';

interface Granted {
  readonly elements: readonly GrantedElement[];
  readonly releases: readonly number[];
  /** YYYY-MM-DD, the last day. */
  readonly until: string;
  /** Suspended or ended. */
  readonly closed: boolean;
}

/** Whether a grant holds on a day (YYYY-MM-DD of the national calendar). */
export const inForce = ({ until, closed }: Pick<Granted, 'until' | 'closed'>, today: string) =>
  !closed && today <= until;

/** Columns of which a permission was granted, by table. Each permission is looked at by itself. */
export const grantedColumns = (
  elements: readonly GrantedElement[],
  permission: Permission,
): ReadonlyMap<string, readonly string[]> => {
  const columns = new Map<string, string[]>();
  for (const { table, column, permissions } of elements)
    if (permissions.includes(permission))
      columns.set(table, [...(columns.get(table) ?? []), column]);
  return columns;
};
