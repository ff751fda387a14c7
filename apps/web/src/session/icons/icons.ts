import type { PagePath } from '../page-rights.ts';

/** The pages of an application, by the first part of their addresses. */
type PathsOf<Name extends string> = Extract<PagePath, `/${Name}` | `/${Name}/${string}`>;

/** An icon of every page of an application (a path of Material Design Icons). */
export type Icons<Name extends string> = Readonly<Record<PathsOf<Name>, string>>;

export type PageIcons = Readonly<Partial<Record<PagePath, string>>>;
