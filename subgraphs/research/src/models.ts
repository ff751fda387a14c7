import type { ArticleList } from './literature/article-list.ts';
import type { ArticleRow } from './literature/article-rows.ts';

export type ArticleModel = ArticleRow;

/** A page of articles; how many there are is counted only where it is asked for. */
export type ArticleConnectionModel = ArticleList;

/** A tumour is known here by what the patients subgraph says of it: its id and its site. */
export interface TumourModel {
  readonly id: string;
  readonly siteGroup: string | null;
}
